import type { Decimal } from '../exact/decimal.ts';
import type { Money } from '../exact/money.ts';
import type { DutyLine, ResultLine } from './assessment.ts';
import type { Citation } from './citation.ts';
import type { Role } from './table.ts';

/**
 * Why the duty of a line changed. `list`: the goods entered or left what a regime names; `begins` and `ends`: it charges them now, or no
 * longer; `yields`: other duties leave it nothing of the value, or no longer; `entry`: the fee of the whole
 * entry; `declaration`: the lines themselves say different things; `status`: one has no answer.
 */
export const changeReasons = [
  'added',
  'removed',
  'declaration',
  'status',
  'list',
  'begins',
  'ends',
  'rate',
  'basis',
  'yields',
  'quota',
  'heading',
  'entry',
] as const;

export type ChangeReason = (typeof changeReasons)[number];

/** `open`: a side has no answer, so there is no difference to tell. */
export const comparedKinds = ['changed', 'unchanged', 'added', 'removed', 'open'] as const;

export type ComparedKind = (typeof comparedKinds)[number];

/** One line under two laws, on two days, or in two files. Null: the file of that side does not have it. */
export interface ComparedLine {
  readonly kind: ComparedKind;
  readonly before: ResultLine | null;
  readonly after: ResultLine | null;
  /** After less before; null where it is open. */
  readonly change: Difference | null;
  readonly reasons: readonly ChangeReason[];
  /** Only regimes that lay something else than before. */
  readonly regimes: readonly RegimeChange[];
}

/** What one regime lays on a line, before and after. */
export interface RegimeChange {
  readonly regime: string;
  readonly title: string;
  readonly role: Role;
  readonly before: readonly DutyLine[];
  readonly after: readonly DutyLine[];
  readonly change: Decimal;
  readonly reasons: readonly ChangeReason[];
  /** Where it begins or ends: why it lays nothing on the other side, as a sentence that begins with its title; else null. */
  readonly words: string | null;
  /** The text that the later rate rests on, or that ended it. */
  readonly citation: Citation | null;
}

/** A side that does not have the line counts as nothing to pay. */
export interface Difference {
  readonly before: Money;
  readonly after: Money;
  readonly change: Decimal;
}

/** What comparisons are summed up by. */
export const comparedKeys = ['regime', 'origin', 'heading'] as const;

export type ComparedKey = (typeof comparedKeys)[number];

/** Lines that agree in a key. A line of several regimes or headings stands in the row of each, with the duty of that one. */
export interface ComparedSum extends Difference {
  readonly by: ComparedKey;
  readonly key: string;
  readonly title: string;
  /** Lines whose duty changed. */
  readonly changed: number;
}

/** Sums over the lines that are not open. `fees`: of lines whose fees are known on both sides; null: of none. */
export interface ComparedTotals {
  readonly duty: Difference;
  readonly fees: Difference | null;
  readonly counts: Readonly<Record<ComparedKind, number>>;
}
