import type { FactValue } from '../customs/entry-line.ts';
import type { Citation } from '../customs/citation.ts';
import { type Decimal, groupedText } from '../exact/decimal.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { type Rounding, moneyText, toMoney } from '../exact/money.ts';
import type { Currency } from './amount-field.ts';
import type { Exchange } from './exchange.ts';

/** How the declared value becomes the one that duties are laid upon. */
export interface ValueRule {
  readonly currency: Currency;
  readonly rounding: Rounding;
  /** Money facts that belong to the value: freight and insurance where it is CIF. */
  readonly adds: readonly string[];
  /** To which whole amounts values are rounded; null: they are taken as declared. */
  readonly whole: WholeValue | null;
  readonly exchange: Exchange;
}

export interface WholeValue extends Rounding {
  readonly citation: Citation | null;
}

/** The value, the facts with amounts of money in the same currency, and in words whatever changed a figure. */
export interface CustomsValue {
  readonly value: Decimal;
  readonly facts: ReadonlyMap<string, FactValue>;
  readonly notes: readonly string[];
}

/** Undefined: the currency is another one, and no rate was given for it on the day. */
export function customsValue(
  declared: { readonly value: Decimal; readonly facts: ReadonlyMap<string, FactValue> },
  currency: string | null,
  date: IsoDate,
  rule: ValueRule,
): CustomsValue | undefined {
  const converted = convert({ ...declared, notes: [] }, currency ?? rule.currency.currency, date, rule);
  return converted && rounded(addUp(converted, rule), rule);
}

/** Exact: what is converted is rounded with the duty. */
function convert(declared: CustomsValue, currency: string, date: IsoDate, rule: ValueRule): CustomsValue | undefined {
  if (currency === rule.currency.currency) return declared;
  const found = rule.exchange(currency, date);
  if (!found) return undefined;
  const { rate, words } = found;
  const value = declared.value.times(rate);
  const note = `${currency} ${groupedText(declared.value.toFixed())} at ${rate.toFixed()} (${words}) is ${money(value, rule)}`;
  return { value, facts: withMoney(declared.facts, (amount) => amount.times(rate)), notes: [...declared.notes, note] };
}

function addUp(declared: CustomsValue, rule: ValueRule): CustomsValue {
  const added = rule.adds.flatMap((fact) => {
    const given = declared.facts.get(fact);
    return given?.type === 'money' && !given.amount.isZero() ? [{ fact, amount: given.amount }] : [];
  });
  if (added.length === 0) return declared;
  const value = added.reduce((sum, { amount }) => sum.plus(amount), declared.value);
  const parts = added.map(({ fact, amount }) => ` + ${fact} ${money(amount, rule)}`).join('');
  return {
    ...declared,
    value,
    notes: [...declared.notes, `${money(declared.value, rule)}${parts} is ${money(value, rule)}`],
  };
}

/** Also what belongs to one metal, which entries report as values of their own lines. */
function rounded(declared: CustomsValue, rule: ValueRule): CustomsValue {
  const { whole } = rule;
  if (!whole) return declared;
  const value = toMoney(declared.value, whole);
  const cited = whole.citation === null ? '' : ` (${whole.citation.source})`;
  const notes = value.eq(declared.value)
    ? declared.notes
    : [...declared.notes, `${money(declared.value, rule)} is entered as ${money(value, rule)}${cited}`];
  return { value, facts: withMoney(declared.facts, (amount) => toMoney(amount, whole)), notes };
}

function withMoney(
  facts: ReadonlyMap<string, FactValue>,
  change: (amount: Decimal) => Decimal,
): ReadonlyMap<string, FactValue> {
  return new Map(
    [...facts].map(([name, fact]) => [name, fact.type === 'money' ? { ...fact, amount: change(fact.amount) } : fact]),
  );
}

function money(amount: Decimal, { currency, rounding }: ValueRule): string {
  return `${currency.currencySign}${groupedText(moneyText(amount, rounding))}`;
}
