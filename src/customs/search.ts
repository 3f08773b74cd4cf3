import type { IsoDate } from '../exact/iso-date.ts';
import type { Citation } from './citation.ts';
import type { Role } from './table.ts';

/** What is looked for, and the day on which it is asked what is laid on goods. */
export interface SearchQuestion {
  readonly text: string;
  readonly date: IsoDate;
  /** How many of each kind are given. */
  readonly limit: number;
}

/** How much of the question an item answers: each of its words, or some of them. */
export const matches = ['all', 'some'] as const;

export type Match = (typeof matches)[number];

/** The first of those that fit best, and how many there are. */
export interface Listed<Item> {
  readonly items: readonly (Item & { readonly match: Match })[];
  readonly total: number;
}

export interface RegimeName {
  readonly regime: string;
  readonly title: string;
}

/** Goods, and what is laid on any of them from any origin on the day. */
export interface FoundGoods {
  /** Digits only. */
  readonly number: string;
  /** The number itself first, then what it stands under; none: the law names it, nothing on hand describes it. */
  readonly words: readonly string[];
  readonly also: readonly string[];
  /** Title of the table whose words these are; null: those that come with the program. */
  readonly from: string | null;
  readonly regimes: readonly RegimeName[];
}

export interface FoundRegime extends RegimeName {
  readonly role: Role;
  /** The first day of any of its rates; null: a schedule, which has no first day. */
  readonly from: IsoDate | null;
  readonly documentedThrough: IsoDate | null;
  /** The day from which on it lays nothing, and the regime that took its place. */
  readonly ended: IsoDate | null;
  readonly replacedBy: string | null;
  readonly headings: readonly string[];
}

/** A heading under which duty is reported, and what has been laid under it. */
export interface FoundHeading {
  readonly heading: string;
  readonly uses: readonly HeadingUse[];
}

export interface HeadingUse extends RegimeName {
  readonly measure: string;
  readonly what: string | null;
  /** As the law prints it. */
  readonly rate: string;
  readonly charge: 'added' | 'up-to';
  readonly from: IsoDate;
  readonly before: IsoDate | null;
  readonly citation: Citation | null;
}

/** A text that makes law, and what rests on it. */
export interface FoundAct {
  readonly name: string;
  /** The fullest of the words it is cited by. */
  readonly cited: string;
  readonly published: IsoDate | null;
  readonly rests: readonly RestsOn[];
}

export const restKinds = ['rate', 'end', 'goods', 'quota', 'table', 'not-covered'] as const;

/** A rate it lays, what it ended, lists of goods it changed, a quota, a table as a whole, or a charge that no table on hand holds. */
export interface RestsOn extends RegimeName {
  readonly kind: (typeof restKinds)[number];
  readonly headings: readonly string[];
  readonly what: string | null;
  readonly rate: string | null;
  readonly from: IsoDate | null;
  readonly before: IsoDate | null;
}

/** A word that nothing has, and those that were looked for in its place; none: it was left out. */
export interface WordTaken {
  readonly word: string;
  readonly as: readonly string[];
}

export interface SearchAnswer {
  readonly question: SearchQuestion;
  readonly taken: readonly WordTaken[];
  readonly goods: Listed<FoundGoods>;
  readonly regimes: Listed<FoundRegime>;
  readonly headings: Listed<FoundHeading>;
  readonly acts: Listed<FoundAct>;
  /** Where nothing was found: what there is that is spelt or numbered alike. */
  readonly nearest: readonly string[];
}
