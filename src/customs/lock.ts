/** The tables of a run, so that a later one can ask for the same. */
export interface Lock {
  readonly toolVersion: string;
  readonly jurisdiction: string;
  /** One digest of all that follows, and of the day as of which the law is taken: what an answer in lines names. */
  readonly law?: string | undefined;
  /** Of the territory, the countries and the known numbers; left out by locks of older versions. */
  readonly lists?: string | undefined;
  readonly tables: readonly LockedTable[];
}

/** A table by the digest of its text, and those of the texts laid over it, in order. */
export interface LockedTable {
  readonly id: string;
  readonly sha256: string;
  readonly overlays: readonly string[];
}
