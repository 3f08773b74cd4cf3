import type { Decimal } from '../exact/decimal.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import type { CommodityCode } from './commodity-code.ts';
import type { CountryCode } from './country.ts';
import type { Problem } from './problem.ts';
import type { PrintedRate } from './rate.ts';

/** One line of an entry summary, as declared. Amounts are exact; the value is in the jurisdiction's currency. */
export interface EntryLine {
  readonly where: Where;
  readonly id: string | null;
  readonly entryNumber: string | null;
  readonly entryLine: string | null;
  readonly goods: DeclaredGoods;
  readonly origin: CountryCode;
  /** Entry, or withdrawal from warehouse, for consumption: the day whose rates apply. 19 CFR 141.69. */
  readonly date: IsoDate;
  /** When the quota line was presented ("2022-01-03T08:30"); orders lines; null: the date. 19 CFR 132.11. */
  readonly presentedAt: string | null;
  readonly value: Decimal;
  /** Kilograms; null: not declared. */
  readonly weightKg: Decimal | null;
  /** What customs accepted; overrides drawdown. */
  readonly quotaTier: QuotaTier | null;
  /** Only declared facts, by column. */
  readonly facts: ReadonlyMap<string, FactValue>;
  /** How the value came from the one that was written; empty where it is the same. */
  readonly notes: readonly Problem[];
}

/** A number, possibly coarse, or a named class ("steel") that stands in for one. */
export type DeclaredGoods =
  { readonly kind: 'number'; readonly code: CommodityCode } | { readonly kind: 'class'; readonly name: string };

export type QuotaTier = 'in-quota' | 'over-quota';

/** File and line a declaration came from; both null for flags. */
export interface Where {
  readonly file: string | null;
  readonly line: number | null;
}

export type FactValue =
  | { readonly type: 'country' | 'choice' | 'text'; readonly text: string }
  | { readonly type: 'rate'; readonly printed: PrintedRate }
  | { readonly type: 'percent' | 'money' | 'quantity'; readonly amount: Decimal }
  | { readonly type: 'yes-no'; readonly yes: boolean }
  | { readonly type: 'date'; readonly date: IsoDate };
