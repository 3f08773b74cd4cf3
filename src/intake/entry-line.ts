import type { DeclaredGoods, EntryLine, FactValue } from '../customs/entry-line.ts';
import type { Problem } from '../customs/problem.ts';
import { type Result, fail, ok } from '../exact/result.ts';
import { parseChoice, parseQuotaTier } from './choice-field.ts';
import { contentProblems } from './content-value.ts';
import { parseMoment } from './date-field.ts';
import { customsValue } from './customs-value.ts';
import type { Amounts, EntryContext } from './entry-context.ts';
import { type Field, fault, trimField } from './field.ts';
import { LineReader, type Place } from './line-reader.ts';

/** Reads one line, from our columns to their text. Fails with every problem it has, never only the first. Empty: not declared. */
export function parseEntryLine(
  columns: ReadonlyMap<string, string>,
  place: Place,
  context: EntryContext,
): Result<EntryLine, Problem[]> {
  const reader = new LineReader(columns, place);
  const goods = readGoods(reader, context);
  const origin = reader.required('origin', context.country, 'The country the goods come from, such as DE or Germany.');
  const date = reader.required('date', context.date, 'The day of entry, such as 2022-02-03.');
  const currency = reader.optional('currency', context.currency);
  const amounts = context.amountsIn(currency);
  const value = reader.required('value', amounts.value, 'The entered value, such as 100000.00');
  const presentedAt = reader.optional('presented_at', parseMoment);
  const weightKg = reader.optional('weight_kg', context.weight);
  const quotaTier = reader.optional('quota_tier', parseQuotaTier);
  const facts = readFacts(reader, amounts);
  for (const found of value && facts.size > 0 ? contentProblems(value, facts) : []) {
    reader.wrong(found.column, 'content-over-value', found.message, found.hint);
  }
  if (reader.problems.length > 0 || !goods || origin === null || date === null || value === null)
    return fail(reader.problems);
  const customs = customsValue({ value, facts }, currency, date, context.valueRule);
  if (!customs) {
    reader.wrong(
      'currency',
      'no-exchange-rate',
      `no rate of exchange was given for ${date}`,
      `--fx ${currency}=1.23: what one is worth in ${context.valueRule.currency.currency}; or a table with --fx-table.`,
    );
    return fail(reader.problems);
  }
  return ok({
    where: { file: place.file, line: place.line },
    id: reader.text('id'),
    entryNumber: reader.text('entry_number'),
    entryLine: reader.text('entry_line'),
    goods,
    origin,
    date,
    presentedAt,
    value: customs.value,
    weightKg,
    quotaTier,
    facts: customs.facts,
    notes: customs.notes.map((note) => reader.note('value', 'customs-value', note)),
  });
}

function readGoods(reader: LineReader, context: EntryContext): DeclaredGoods | null {
  const named = reader.text('goods') !== null;
  if (named && reader.text('hts') !== null) {
    reader.wrong(
      'goods',
      'bad-field',
      `a class of goods stands in for ${context.aCode}; both are given`,
      'Leave one of them out.',
    );
    return null;
  }
  if (named) {
    const name = reader.optional('goods', (text) => parseClass(text, context));
    return name === null ? null : { kind: 'class', name };
  }
  const code = reader.required('hts', context.code, orClass(context));
  return code === null ? null : { kind: 'number', code };
}

/** How a number looks, and what may stand in for one. */
function orClass({ classes, codeSample }: EntryContext): string {
  return classes.length === 0 ? codeSample : `${codeSample}; or goods: ${classes.join(' or ')}`;
}

/** A named class of goods. */
export function parseClass(text: string, { classes, aCode }: EntryContext): Field<string> {
  if (classes.length > 0) return parseChoice(text, classes);
  return fault(text, `cannot be used: no classes of goods are on hand; give ${aCode}`);
}

/** Every fact that was declared, by column. */
export function readFacts(reader: LineReader, amounts: Amounts): Map<string, FactValue> {
  const facts = new Map<string, FactValue>();
  for (const column of reader.columns.keys()) {
    const parse = amounts.facts.get(column) ?? (column === 'spi' ? parseProgram : undefined);
    const value = parse ? reader.optional(column, parse) : null;
    if (value !== null) facts.set(column, value);
  }
  return facts;
}

/** The special program indicator as entries write it, in capitals. */
function parseProgram(text: string): Field<FactValue> {
  return ok({ type: 'text', text: trimField(text).toUpperCase() });
}
