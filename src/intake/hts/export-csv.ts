import { Buffer } from 'node:buffer';
import { type Problem, problem } from '../../customs/problem.ts';
import { type Result, fail, ok } from '../../exact/result.ts';
import type { CsvEvent } from '../csv-event.ts';
import { readCsv } from '../csv.ts';
import { shorten } from '../shorten.ts';
import { type ExportRow, csvNames, rateColumns } from './export-row.ts';

const mostProblems = 100;

/** Reads the CSV export: nine columns under their names, units as a JSON list in one field. All of it or nothing. */
export async function readCsvExport(
  text: string,
  file: string,
): Promise<Result<readonly ExportRow[], readonly Problem[]>> {
  const rows: ExportRow[] = [];
  const problems: Problem[] = [];
  let header: Header | undefined;
  for await (const events of readCsv(once(Buffer.from(text)), file)) {
    for (const event of events) {
      if (event.kind === 'header') {
        const read = readHeader(event.fields, event.line, file);
        if (!read.ok) return fail(read.error);
        header = read.value;
      } else if (event.kind === 'record' && header) {
        const read = readRecord(event, header, rows.length + problems.length + 1, file);
        if (read.ok) rows.push(read.value);
        else problems.push(read.error);
      } else if ('problem' in event) problems.push(event.problem);
    }
    if (problems.length >= mostProblems) break;
  }
  if (problems.length > 0) return fail(problems);
  return rows.length > 0 ? ok(rows) : fail([problem('bad-export', 'error', 'the export has no row', { file })]);
}

/** Places of our columns among the fields. */
interface Header {
  readonly length: number;
  readonly number: number;
  readonly indent: number;
  readonly description: number;
  readonly units: number;
  readonly cells: readonly number[];
}

function readHeader(fields: readonly string[], line: number, file: string): Result<Header, readonly Problem[]> {
  const keys = fields.map(keyOf);
  const wanted = [...Object.values(csvNames), ...rateColumns.map(({ csv }) => csv)];
  const missing = wanted.filter((name) => !keys.includes(keyOf(name)));
  const twice = wanted.filter((name) => keys.indexOf(keyOf(name)) !== keys.lastIndexOf(keyOf(name)));
  const hint = `The first row of an export names ${wanted.join(', ')}.`;
  const wrong = (what: string): { ok: false; error: readonly Problem[] } =>
    fail([problem('bad-export', 'error', what, { file, line, value: shorten(fields.join(',')), hint })]);
  if (missing.length > 0) return wrong(`another layout than that of a schedule: no column ${missing.join(', ')}`);
  if (twice.length > 0) return wrong(`the column ${twice.join(', ')} is there twice`);
  const place = (name: string): number => keys.indexOf(keyOf(name));
  return ok({
    length: fields.length,
    number: place(csvNames.number),
    indent: place(csvNames.indent),
    description: place(csvNames.description),
    units: place(csvNames.units),
    cells: rateColumns.map(({ csv }) => place(csv)),
  });
}

function readRecord(
  { line, fields }: Extract<CsvEvent, { kind: 'record' }>,
  header: Header,
  row: number,
  file: string,
): Result<ExportRow, Problem> {
  const wrong = (message: string): { ok: false; error: Problem } =>
    fail(problem('bad-export', 'error', message, { file, line, value: shorten(fields.join(',')) }));
  if (fields.length !== header.length)
    return wrong(`row ${row} has ${fields.length} fields; the first row names ${header.length} columns`);
  const field = (place: number): string => fields[place] ?? '';
  if (!/^\d+$/.test(field(header.indent))) return wrong(`indent of row ${row} is "${field(header.indent)}"`);
  const units = readUnits(field(header.units));
  if (!units) return wrong(`the units of row ${row} are no list: ${shorten(field(header.units))}`);
  const [number, description, cells] = [field(header.number), field(header.description), header.cells.map(field)];
  return ok({ line, row, number, description, units, cells });
}

/** `["No.","kg"]`, or plain: `No.,kg`. */
function readUnits(text: string): readonly string[] | undefined {
  if (!text.trim().startsWith('[')) return text.trim() === '' ? [] : text.split(',');
  try {
    const list = JSON.parse(text) as unknown;
    return Array.isArray(list) && list.every((one) => typeof one === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}

function keyOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z\d]/g, '');
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield bytes;
}
