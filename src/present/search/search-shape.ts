import type { Match, RestsOn } from '../../customs/search.ts';
import type { Role } from '../../customs/table.ts';
import type { OutputCitation, OutputTable } from '../output-shape.ts';

/** What `tariff search --format json` prints. */
export interface SearchDocument {
  readonly version: 1;
  /** Of the program that wrote it. */
  readonly toolVersion: string;
  readonly query: string;
  /** The day for which it is told what is laid on goods. */
  readonly date: string;
  readonly tables: readonly OutputTable[];
  /** Words that nothing has, and those that were looked for in their place. */
  readonly taken: readonly { readonly word: string; readonly as: readonly string[] }[];
  /** How many there are of each kind; the lists hold the first of them. */
  readonly totals: Readonly<Record<'goods' | 'regimes' | 'headings' | 'acts', number>>;
  readonly goods: readonly OutputFoundGoods[];
  readonly regimes: readonly OutputFoundRegime[];
  readonly headings: readonly OutputFoundHeading[];
  readonly acts: readonly OutputFoundAct[];
  /** Where nothing was found: what there is that is spelt or numbered alike. */
  readonly nearest: readonly string[];
}

interface OutputRegimeName {
  readonly regime: string;
  readonly title: string;
}

interface OutputDays {
  readonly from: string | null;
  readonly before: string | null;
}

export interface OutputFoundGoods {
  readonly match: Match;
  readonly number: string;
  /** Null: the law names the number, nothing on hand describes it. */
  readonly words: string | null;
  readonly above: readonly string[];
  readonly also: readonly string[];
  readonly source: string | null;
  readonly regimes: readonly OutputRegimeName[];
}

export interface OutputFoundRegime extends OutputRegimeName {
  readonly match: Match;
  readonly role: Role;
  readonly from: string | null;
  readonly documentedThrough: string | null;
  readonly ended: string | null;
  readonly replacedBy: string | null;
  readonly headings: readonly string[];
}

export interface OutputFoundHeading {
  readonly match: Match;
  readonly heading: string;
  readonly uses: readonly (OutputRegimeName &
    OutputDays & {
      readonly measure: string;
      readonly what: string | null;
      readonly rate: string;
      readonly charge?: 'up-to';
      readonly citation: OutputCitation | null;
    })[];
}

export interface OutputFoundAct {
  readonly match: Match;
  readonly name: string;
  readonly cited: string;
  readonly published: string | null;
  readonly rests: readonly (OutputRegimeName &
    OutputDays & {
      readonly kind: RestsOn['kind'];
      readonly headings: readonly string[];
      readonly what: string | null;
      readonly rate: string | null;
    })[];
}
