import type { Declared, DeclaredCharge } from '../customs/audit.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import { type Problem, problem } from '../customs/problem.ts';
import type { Fact } from '../customs/table.ts';
import { type Decimal, zero } from '../exact/decimal.ts';
import { type Result, fail, ok } from '../exact/result.ts';
import { type Currency, parseMoney } from './amount-field.ts';

/** Columns that hold what was declared: lists with a semicolon between, one place for each number, and the sum. */
export const declaredColumns = ['declared_headings', 'declared_rates', 'declared_duties', 'declared_duty'] as const;

/** The same as facts of a line: texts, so that nothing rounds or converts them. */
export const declaredFacts: Readonly<Record<string, Fact>> = Object.fromEntries(
  declaredColumns.map((column) => [column, { type: 'text', question: 'what was declared', choices: [] } as const]),
);

/** Texts as one field; a semicolon within one becomes a comma. */
export function parts(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll(';', ',')).join(';');
}

/** What a line says was declared; fails with every reason why that cannot be read. Null: nothing was declared. */
export function declaredOn(line: EntryLine, currency: Currency): Result<Declared | null, readonly Problem[]> {
  const text = (column: string): string => {
    const fact = line.facts.get(column);
    return fact?.type === 'text' ? fact.text : '';
  };
  const listOf = (column: string): readonly string[] =>
    text(column) === ''
      ? []
      : text(column)
          .split(';')
          .map((one) => one.trim());
  const numbers = listOf('declared_headings');
  const rates = listOf('declared_rates');
  const duties = listOf('declared_duties');
  const problems: Problem[] = [];
  const wrong = (column: string, value: string, message: string, hint: string | null): void =>
    void problems.push(problem('bad-field', 'error', message, { ...line.where, column, value, hint }));
  const amount = (column: string, one: string): Decimal | null => {
    if (one === '') return null;
    const read = parseMoney(one, currency);
    if (read.ok) return read.value;
    wrong(column, one, read.error.message, read.error.hint);
    return null;
  };
  for (const [column, list] of [
    ['declared_rates', rates],
    ['declared_duties', duties],
  ] as const)
    if (list.length > 0 && numbers.length > 0 && list.length !== numbers.length)
      wrong(
        column,
        text(column),
        `has ${list.length} ${list.length === 1 ? 'part' : 'parts'}, declared_headings ${numbers.length}`,
        'One place for each heading, with a semicolon between; an empty one is not declared.',
      );
  for (const number of numbers)
    if (number !== '' && digitsOf(number) === null && number.toLowerCase() !== ownNumber)
      wrong(
        'declared_headings',
        number,
        `"${number}" is no number of the schedule`,
        `A heading or the goods' own number; "${ownNumber}", or nothing, stands for the goods' own.`,
      );
  const count = Math.max(numbers.length, rates.length, duties.length);
  const charges = Array.from({ length: count }, (_, index): DeclaredCharge => ({
    number: digitsOf(numbers[index] ?? ''),
    rate: rates[index] || null,
    amount: amount('declared_duties', duties[index] ?? ''),
  }));
  const total = amount('declared_duty', text('declared_duty'));
  if (problems.length > 0) return fail(problems);
  const amounts = charges.flatMap((charge) => charge.amount ?? []);
  if (total === null && charges.length === 0) return ok(null);
  return ok({
    charges,
    total: total ?? (amounts.length > 0 ? amounts.reduce((sum, one) => sum.plus(one), zero) : null),
  });
}

/** Stands for the goods' own number. */
const ownNumber = 'base';

/** "9903.80.01" and 99038001 are one; a word, such as the one for base duty, is none. */
function digitsOf(text: string): string | null {
  const digits = text.replaceAll(/[.\s]/g, '');
  return /^\d+$/.test(digits) ? digits : null;
}
