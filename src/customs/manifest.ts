import type { IsoDate } from '../exact/iso-date.ts';
import type { CountryList } from './country.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import type { Fact, Role } from './table.ts';

/** What the build knows of the bundled law without opening a shard. Loaded with the program, so it stays small. */
export interface LawManifest {
  /** The jurisdiction meant when none is named. */
  readonly defaultJurisdiction: string;
  readonly jurisdictions: readonly Jurisdiction[];
  readonly countries: CountryList;
  readonly tables: readonly ManifestTable[];
  /** Known full numbers per chapter, for lines that name goods coarsely: chapter → shard file. */
  readonly numbers: {
    readonly jurisdiction: string;
    readonly edition: string;
    readonly shards: Readonly<Record<string, string>>;
  };
  /** Shard file with what goods are, in words. */
  readonly goods: string;
}

export interface ManifestTable {
  readonly regime: string;
  readonly title: string;
  readonly jurisdiction: string;
  readonly role: Role;
  readonly documentedThrough: string | null;
  /** The first day on which any of its rates holds. */
  readonly from: IsoDate;
  readonly sha256: string;
  readonly file: string;
  /** First two digits of all goods it names; null: all goods. A line of another chapter never needs the shard. */
  readonly chapters: readonly string[] | null;
  /** Origins that any of its measures ever reaches; null: all. A line of another origin never needs the shard. */
  readonly origins: readonly string[] | null;
  /** The day from which on it lays nothing. */
  readonly ended: IsoDate | null;
  /** The regime that took its place from a day on. */
  readonly replaced: { readonly by: string; readonly from: IsoDate } | null;
  readonly facts: Readonly<Record<string, Fact>>;
  /** The name of the compiled table under dist/law; its schedule's rows stand apart. */
  readonly shard: string;
  /** Chapter → shard with the rows of a tariff schedule. */
  readonly rows: Readonly<Record<string, string>>;
}
