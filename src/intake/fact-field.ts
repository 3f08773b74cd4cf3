import type { CountryCode } from '../customs/country.ts';
import type { FactValue } from '../customs/entry-line.ts';
import type { Fact } from '../customs/table.ts';
import { unitOfFact } from '../customs/unit.ts';
import { ok } from '../exact/result.ts';
import { unreachable } from '../exact/unreachable.ts';
import { type Currency, parseMoney, parsePercent } from './amount-field.ts';
import { parseChoice, parseYesNo } from './choice-field.ts';
import { parseDate } from './date-field.ts';
import { type Field, trimField } from './field.ts';
import { parseQuantity } from './quantity-field.ts';
import { parseRateField } from './rate-field.ts';
import { parseWeight } from './weight-field.ts';

export interface FactReaders {
  readonly currency: Currency;
  readonly country: (text: string) => Field<CountryCode>;
}

/** The reader of one fact. Quantities are in the column's own unit, else kilograms; "unknown" is a country that can be declared. */
export function factParser(
  name: string,
  { type, choices }: Fact,
  { currency, country }: FactReaders,
): (text: string) => Field<FactValue> {
  switch (type) {
    case 'country':
      return (text) =>
        /^unknown$/i.test(trimField(text))
          ? ok({ type, text: 'unknown' })
          : as(country(text), (code) => ({ type, text: code }));
    case 'percent':
      return (text) => as(parsePercent(text), (amount) => ({ type, amount }));
    case 'money':
      return (text) => as(parseMoney(text, currency), (amount) => ({ type, amount }));
    case 'quantity': {
      const unit = unitOfFact(name);
      const parse = unit === undefined ? parseWeight : (text: string) => parseQuantity(text, unit);
      return (text) => as(parse(text), (amount) => ({ type, amount }));
    }
    case 'yes-no':
      return (text) => as(parseYesNo(text), (yes) => ({ type, yes }));
    case 'date':
      return (text) => as(parseDate(text), (date) => ({ type, date }));
    case 'choice':
      return (text) => as(parseChoice(text, choices), (choice) => ({ type, text: choice }));
    case 'rate':
      return parseRateField;
    case 'text':
      return (text) => ok({ type, text: trimField(text) });
    default:
      return unreachable(type);
  }
}

function as<Value>(field: Field<Value>, make: (value: Value) => FactValue): Field<FactValue> {
  return field.ok ? ok(make(field.value)) : field;
}
