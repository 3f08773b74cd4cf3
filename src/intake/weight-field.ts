import { Decimal } from '../exact/decimal.ts';
import { ok } from '../exact/result.ts';
import { parseAmount, plainAmount } from './amount-field.ts';
import { type Field, fault, trimField } from './field.ts';

/** Kilograms in one unit, exact. An avoirdupois pound is 0.45359237 kg; a short ton 2,000 lb, a long ton 2,240 lb. 15 CFR 1170 app. C. */
const kilograms: ReadonlyMap<string, Decimal> = new Map(
  [
    { words: ['kg', 'kgs', 'kilo', 'kilos', 'kilogram', 'kilograms', 'kilogramme', 'kilogrammes'], kg: '1' },
    { words: ['g', 'gram', 'grams', 'gramme', 'grammes'], kg: '0.001' },
    { words: ['t', 'mt', 'tonne', 'tonnes', 'metric ton', 'metric tons', 'metric tonne', 'metric tonnes'], kg: '1000' },
    { words: ['lb', 'lbs', 'pound', 'pounds'], kg: '0.45359237' },
    { words: ['short ton', 'short tons', 'st'], kg: '907.18474' },
    { words: ['long ton', 'long tons', 'lt'], kg: '1016.0469088' },
  ].flatMap(({ words, kg }) => words.map((word) => [word, new Decimal(kg)] as const)),
);

/** A weight of zero or more in kilograms, exact: `50000`, `50000kg`, `50 t`, `110231 lb`, `1,000.5 kg`. Without a unit: kilograms. */
export function parseWeight(text: string): Field<Decimal> {
  const usual = plainAmount(text);
  if (usual) return ok(usual);
  const trimmed = trimField(text);
  const unit = /[a-z][a-z. _-]*$/i.exec(trimmed)?.[0] ?? '';
  const number = trimmed.slice(0, trimmed.length - unit.length).trimEnd();
  // `1e9`, `0x1F` and `NaN` are no numbers with units: the reader of numbers says what they are.
  if (unit === '' || number === '' || /^[\d.,]+e[+-]?\d+$|^0x/i.test(trimmed)) return parseAmount(trimmed, text);
  const name = unit
    .toLowerCase()
    .replaceAll(/[. _-]+/g, ' ')
    .trim();
  const factor = kilograms.get(name);
  if (factor === undefined) return unknownUnit(text, number, name);
  const amount = parseAmount(number, text);
  return amount.ok ? ok(amount.value.times(factor)) : amount;
}

function unknownUnit(text: string, number: string, name: string): Field<Decimal> {
  if (/^tons?$/.test(name)) {
    return fault(
      text,
      'is ambiguous: there are three kinds of ton',
      `${number} t (1,000 kg), ${number} short ton (2,000 lb) or ${number} long ton (2,240 lb)?`,
    );
  }
  return fault(text, `has the unit "${name}", which is not known`, 'Known are kg, g, t, lb, short ton and long ton.');
}
