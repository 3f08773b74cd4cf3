import type { Fact } from '../customs/table.ts';
import type { EntryContext } from './entry-context.ts';
import { type Field, fault } from './field.ts';

/** Which sign stands before the decimals of a file: a point, a comma, or one of them and nobody said which. */
export type DecimalSign = 'point' | 'comma' | 'unsure';

type Read<Value> = (text: string) => Field<Value>;

/**
 * Reads amounts, weights and shares as written with that sign. Where it is not sure, `1,000` and `1.000` are refused: they may be a thousand
 * or one. Rates are law, printed with points, and stay as they are.
 */
export function withDecimals(
  context: EntryContext,
  facts: Readonly<Record<string, Fact>>,
  sign: DecimalSign,
): EntryContext {
  if (sign === 'point') return context;
  const reads = sign === 'comma' ? withComma : whenUnsure;
  const amountsIn: EntryContext['amountsIn'] = (currency) => {
    const amounts = context.amountsIn(currency);
    const read = [...amounts.facts].map(
      ([name, parse]) => [name, isAmount(facts[name]) ? reads(parse) : parse] as const,
    );
    return { value: reads(amounts.value), facts: new Map(read) };
  };
  const known = new Map<string | null, ReturnType<EntryContext['amountsIn']>>();
  return {
    ...context,
    weight: reads(context.weight),
    amountsIn: (currency) => {
      const found = known.get(currency) ?? amountsIn(currency);
      known.set(currency, found);
      return found;
    },
  };
}

function isAmount(fact: Fact | undefined): boolean {
  return fact !== undefined && ['percent', 'money', 'quantity'].includes(fact.type);
}

const number = /\d[\d.,]*/;

/** `1.234,56` → 1234.56 */
function withComma<Value>(parse: Read<Value>): Read<Value> {
  return (text) => {
    const written = number.exec(text)?.[0];
    if (written === undefined) return parse(text);
    if (!/^(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?$/.test(written))
      return fault(text, 'is not written as --decimal comma says', 'Such as 1.234,56 or 1234,56.');
    return parse(text.replace(written, written.replaceAll('.', '').replace(',', '.')));
  };
}

function whenUnsure<Value>(parse: Read<Value>): Read<Value> {
  return (text) => {
    const written = number.exec(text)?.[0] ?? '';
    if (/^(?:[1-9]\d{0,2}\.|\d{1,3},)\d{3}$/.test(written))
      return fault(
        text,
        'may be more than a thousand, or a number with three decimals: fields are not separated by commas here, so either sign may stand before decimals',
        'Say which: --decimal point or --decimal comma.',
      );
    const read = parse(text);
    if (read.ok || !written.includes(',')) return read;
    return {
      ok: false,
      error: { ...read.error, hint: 'If a comma stands before decimals in all of the file: --decimal comma.' },
    };
  };
}
