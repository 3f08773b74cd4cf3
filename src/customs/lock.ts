/** The tables of a run, so that a later one can ask for the same. */
export interface Lock {
  readonly toolVersion: string;
  readonly jurisdiction: string;
  readonly tables: readonly LockedTable[];
}

/** A table by the digest of its text, and those of the texts laid over it, in order. */
export interface LockedTable {
  readonly id: string;
  readonly sha256: string;
  readonly overlays: readonly string[];
}
