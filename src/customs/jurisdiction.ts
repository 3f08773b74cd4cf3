import type { IsoDate } from '../exact/iso-date.ts';
import type { Rounding } from '../exact/money.ts';
import type { GoodsEntry } from './goods.ts';
import type { Act } from './act.ts';
import type { Citation } from './citation.ts';
import type { Fact, GroupMember, Role } from './table.ts';
import type { Program } from './tariff-schedule.ts';

/** What all regimes of one customs territory share: currency, rounding, the shape of its commodity codes, groups, facts. */
export interface Jurisdiction {
  readonly id: string;
  readonly title: string;
  readonly currency: string;
  /** Written before an amount: "$". */
  readonly currencySign: string;
  readonly valueBasis: string;
  /** Money facts that are added to a declared value: freight and insurance where the basis is CIF. */
  readonly valueAdds: readonly string[];
  /** How entries round values, where they do; null: as declared. */
  readonly wholeValue: (Rounding & { readonly citation: Citation | null }) | null;
  readonly rounding: Rounding;
  readonly code: CodeRule;
  readonly groups: Readonly<Record<string, readonly GroupMember[]>>;
  readonly facts: Readonly<Record<string, Fact>>;
  /** Named classes of goods a newcomer may use instead of a number: `steel`. */
  readonly classes: Readonly<Record<string, GoodsClass>>;
  /** Preferences by the symbol that columns of programs print. */
  readonly programs: Readonly<Record<string, Program>>;
  readonly notCovered: readonly NotCovered[];
  /** The order in which an entry reports headings, by the regimes that lay them; the goods' own number comes after all of them. */
  readonly filingOrder: readonly FilingStep[];
  readonly declaredDuties: readonly DeclaredDuty[];
  /** Acts whose day of publication is known. */
  readonly acts: readonly Act[];
}

/** A duty whose rate the line declares in a fact of type rate: antidumping duty of a case. `case`: the fact that names it; null: none does. */
export interface DeclaredDuty {
  readonly id: string;
  readonly title: string;
  readonly rate: string;
  readonly case: string | null;
}

/** Regimes whose headings stand together in the order of an entry line. */
export interface FilingStep {
  readonly regimes: readonly string[];
  readonly citation: Citation | null;
}

/** "HTS number", ten digits, 4, 6 or 8 for an estimate, printed in groups of 4-2-2-2. */
export interface CodeRule {
  readonly label: string;
  readonly full: number;
  readonly lengths: readonly number[];
  readonly groups: readonly number[];
}

export interface GoodsClass {
  readonly title: string;
  readonly goods: readonly GoodsEntry[];
}

/** A charge that no table on hand holds: said with every line whose goods, origin and day it may reach. */
export interface NotCovered {
  readonly id: string;
  readonly title: string;
  /** The yes-no fact by which a line claims it: one that does is told that it did not count. Null: no line can. */
  readonly claimedBy: string | null;
  /** Lines that a regime of this role answers are covered all the same. */
  readonly answeredBy: Role | null;
  readonly goods: readonly GoodsEntry[];
  /** Null: every origin. */
  readonly origins: readonly string[] | null;
  readonly from: IsoDate | null;
  readonly before: IsoDate | null;
  readonly citation: Citation | null;
}
