import { z } from 'zod';
import type { LedgerEntry, LedgerRecord } from '../customs/ledger-record.ts';
import { type Problem, problem } from '../customs/problem.ts';
import { type DecimalText, decimalText } from '../exact/decimal.ts';
import { isoDate } from '../exact/iso-date.ts';
import { type Result, fail, ok } from '../exact/result.ts';

const quantity = z.string().refine((text) => decimalText(text) !== undefined, 'is not a plain number');
const name = z.string().min(1);

/** The first line of an exported ledger. */
export const ledgerHeadShape = z.strictObject({ tariffLedger: z.literal(1) });

/** The last line: how many entries stand above it. An export without it was cut off. */
export const ledgerEndShape = z.strictObject({ end: z.number().int().nonnegative() });

/** A record of a ledger, as text. Quantities are exact. */
export const ledgerRecordShape = z.strictObject({
  number: z.number().int().positive().describe('Records are numbered from 1, in the order they were committed.'),
  at: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    .describe('When it was recorded, in UTC.'),
  kind: z.enum(['draw', 'reversal']),
  entry: name.nullable(),
  entryLine: name.nullable(),
  shipment: name.nullable().describe('The id of a shipment without entry number and line.'),
  quota: name.describe('The quota period.'),
  year: name.nullable().describe('The year it belongs to, where the period may only take what the year still has.'),
  unit: name,
  requested: quantity,
  drawn: quantity.nullable().describe('Null: no limit was known; the requested quantity counts until one is.'),
  limit: quantity.nullable().describe('What the period held at the outset, as far as was known then.'),
  yearLimit: quantity.nullable(),
  from: z
    .strictObject({
      found: quantity.nullable().describe('What it had for the line; null: not known.'),
      left: quantity.nullable().describe('What it had after it.'),
      prorated: z.boolean().describe('Lines presented together shared it.'),
      given: z.boolean().describe('What it held was a balance that was given.'),
      mayHoldMore: z.boolean().describe('An earlier period may have left more to it.'),
      published: name.nullable().describe('What customs had published, in words.'),
    })
    .nullable()
    .describe('How the period stood for the line; null: nobody could say.'),
  total: quantity.describe('What counts on the period after this record.'),
  yearTotal: quantity.nullable(),
  presented: name,
  declared: z.record(z.string(), z.string()).describe('The line as it was declared, by column.'),
  reverses: z.number().int().nullable().describe('The record a reversal takes back.'),
  reason: name.nullable(),
});

/** A figure that customs published, or that was taken back, as text. */
export const fillRecordShape = z
  .strictObject({
    kind: z.enum(['fill', 'fill-reversal']),
    number: z.number().int().positive().describe('Figures are numbered together with drawdowns.'),
    at: ledgerRecordShape.shape.at,
    quota: name.describe('The quota period, or the year of one.'),
    asOf: z
      .string()
      .refine((text) => isoDate(text) !== undefined, 'is not a day')
      .describe('It tells of all that was presented up to the end of this day.'),
    quantity: quantity.nullable().describe('Drawn by all importers together.'),
    percent: quantity.nullable().describe('Part of what the period holds. Either this or the quantity is given.'),
    unit: name,
    source: name.nullable(),
    reverses: z.number().int().nullable().describe('The figure that is taken back.'),
    reason: name.nullable(),
  })
  .refine((fill) => (fill.quantity === null) !== (fill.percent === null), 'has either a quantity or a percent');

export const ledgerEntryShape = z.union([ledgerRecordShape, fillRecordShape]);

/** Reads an exported ledger: its head, an entry on each line, and how many they are. */
export function parseLedgerText(text: string, file: string): Result<readonly LedgerEntry[], readonly Problem[]> {
  const problems: Problem[] = [];
  const entries: LedgerEntry[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const wrong = (line: number, message: string, hint: string | null = null): void =>
    void problems.push(problem('bad-ledger', 'error', message, { file, line, hint }));
  const [head, ...rest] = lines;
  if (head === undefined) wrong(1, 'is empty', headHint);
  else if (!ledgerHeadShape.safeParse(jsonOf(head)).success)
    wrong(1, 'is not the head of an exported ledger', headHint);
  const end = ledgerEndShape.safeParse(jsonOf(rest.at(-1) ?? ''));
  const records = end.success ? rest.slice(0, -1) : rest;
  for (const [index, line] of records.entries()) {
    const value = jsonOf(line);
    const read = shapeOf(value).safeParse(value);
    if (value === undefined) wrong(index + 2, 'is not JSON');
    else if (!read.success) for (const issue of read.error.issues) wrong(index + 2, issueWords(issue));
    else entries.push(entryOf(read.data as RawEntry));
  }
  if (problems.length === 0 && !end.success)
    wrong(lines.length, 'the export ends here, and does not say that it is whole', cutHint);
  if (end.success && end.data.end !== records.length)
    wrong(lines.length, `counts ${end.data.end} records, and ${records.length} stand above it`, cutHint);
  return problems.length > 0 ? fail(problems) : ok(entries);
}

const headHint = 'The first line of an export is {"tariffLedger":1}.';
const cutHint =
  'It was cut off or changed; export the ledger again. Its last line is {"end": how many records there are}.';

type RawRecord = z.infer<typeof ledgerRecordShape>;
type RawEntry = RawRecord | z.infer<typeof fillRecordShape>;

/** What is wrong with a line is told of the kind it says to be. */
function shapeOf(value: unknown): z.ZodType {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  return kind === 'fill' || kind === 'fill-reversal' ? fillRecordShape : ledgerRecordShape;
}

function entryOf(read: RawEntry): LedgerEntry {
  if (!('asOf' in read)) return recordOf(read);
  const asOf = isoDate(read.asOf);
  if (asOf === undefined) throw new Error(`no day: ${read.asOf}`);
  return { ...read, asOf, quantity: orNull(read.quantity), percent: orNull(read.percent) };
}

function exact(text: string): DecimalText {
  const value = decimalText(text);
  if (value === undefined) throw new Error(`no number: ${text}`);
  return value;
}

function orNull(text: string | null): DecimalText | null {
  return text === null ? null : exact(text);
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

function issueWords({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }): string {
  return path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`;
}

function recordOf(read: RawRecord): LedgerRecord {
  const { from } = read;
  return {
    ...read,
    entry: read.entry ?? '',
    entryLine: read.entryLine ?? '',
    shipment: read.shipment ?? '',
    requested: exact(read.requested),
    drawn: orNull(read.drawn),
    limit: orNull(read.limit),
    yearLimit: orNull(read.yearLimit),
    from: from && { ...from, found: orNull(from.found), left: orNull(from.left) },
    total: exact(read.total),
    yearTotal: orNull(read.yearTotal),
  };
}
