import type { z } from 'zod';
import { type Problem, problem } from '../customs/problem.ts';
import type { Table } from '../customs/table.ts';
import { type Result, fail, ok } from '../exact/result.ts';
import { closest } from '../exact/suggest.ts';
import { applyAmendment } from './amendment.ts';
import { parseJson } from './json-text.ts';
import { readQuota } from './quota-text.ts';
import { Reading } from './reading.ts';
import { reportIssues } from './shape-problems.ts';
import { type QuotaPart, type Surroundings, readTable } from './table.ts';
import { type RawJurisdiction, jurisdictionShape } from './jurisdiction-shape.ts';
import {
  type RawAmendment,
  type RawQuotaFile,
  type RawTable,
  amendmentShape,
  quotaFileShape,
  tableShape,
} from './table-shape.ts';

/** A JSON file as text. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
  /** The text of the file where `text` is only the part that is needed: what the digest is of. */
  readonly whole?: string;
}

/** Digest of one or several texts, as hex; comes from io, so that this room needs no cryptography. */
export type Digest = (texts: readonly string[]) => string;

/** A file whose shape is right; what its texts mean is read later. */
export type ShapedFile =
  | { readonly kind: 'table'; readonly raw: RawTable; readonly reading: Reading; readonly text: string }
  | { readonly kind: 'quota'; readonly raw: RawQuotaFile; readonly reading: Reading; readonly text: string }
  | { readonly kind: 'amendment'; readonly raw: RawAmendment; readonly reading: Reading; readonly text: string }
  | { readonly kind: 'jurisdiction'; readonly raw: RawJurisdiction; readonly reading: Reading; readonly text: string };

/** Parses and validates each file against the format; every mistake of every file is reported. */
export function shapeFiles(files: readonly TextFile[]): Result<readonly ShapedFile[], readonly Problem[]> {
  const shaped: ShapedFile[] = [];
  const problems: Problem[] = [];
  for (const { file, text, whole } of files) {
    const json = parseJson(text, file);
    if (!json.ok) {
      problems.push(...json.error);
      continue;
    }
    const reading = new Reading(file, json.value.lineOf);
    const one = shapeOne(reading, json.value.value, whole ?? text);
    problems.push(...byLine(reading.problems));
    if (one) shaped.push(one);
  }
  return problems.length > 0 ? fail(problems) : ok(shaped);
}

/** The key a file must have says what it is. */
function shapeOne(reading: Reading, value: unknown, text: string): ShapedFile | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    reading.wrong([], value, 'a rate table is a JSON object', '{"regime": …, "measures": […]}');
    return undefined;
  }
  const checked = <Raw>(shape: z.ZodType<Raw>): Raw | undefined => {
    const parsed = shape.safeParse(value);
    if (!parsed.success) reportIssues(reading, parsed.error.issues, value);
    return parsed.data;
  };
  if ('amends' in value) return tagged('amendment', checked(amendmentShape), reading, text);
  if ('quota' in value) return tagged('quota', checked(quotaFileShape), reading, text);
  if ('regime' in value) return tagged('table', checked(tableShape), reading, text);
  if ('jurisdiction' in value && 'currency' in value)
    return tagged('jurisdiction', checked(jurisdictionShape), reading, text);
  reading.wrong(
    [],
    undefined,
    'is neither a table, nor a quota, nor an amendment',
    'A table has the key "regime", a quota file "quota" and "regime", an amendment "amends".',
  );
  return undefined;
}

function tagged<Kind extends string, Raw>(
  kind: Kind,
  raw: Raw | undefined,
  reading: Reading,
  text: string,
): { kind: Kind; raw: Raw; reading: Reading; text: string } | undefined {
  return raw === undefined ? undefined : { kind, raw, reading, text };
}

/** Reads a set of table files that stands on its own. Amendments in it change the tables of the set. */
export function readTableSet(
  files: readonly ShapedFile[],
  around: Surroundings,
  digest: Digest,
  bundled: boolean,
): Result<readonly Table[], readonly Problem[]> {
  return layOver([], files, around, digest, { bundled, overlay: false });
}

/** Lays tables, quotas and amendments over tables; whatever they bring is marked as an overlay. */
export function layTables(
  base: readonly Table[],
  files: readonly ShapedFile[],
  around: Surroundings,
  digest: Digest,
): Result<readonly Table[], readonly Problem[]> {
  return layOver(base, files, around, digest, { bundled: false, overlay: true });
}

function layOver(
  base: readonly Table[],
  files: readonly ShapedFile[],
  around: Surroundings,
  digest: Digest,
  how: { bundled: boolean; overlay: boolean },
): Result<readonly Table[], readonly Problem[]> {
  const tables = new Map(base.map((table) => [table.regime, table]));
  const own = new Map<string, string>();
  const parts = files.filter((one) => one.kind === 'quota');
  for (const one of files) {
    if (one.kind !== 'table') continue;
    const earlier = own.get(one.raw.regime);
    if (earlier !== undefined)
      one.reading.wrong(['regime'], one.raw.regime, `is the regime of ${earlier} too`, null, 'duplicate-id');
    own.set(one.raw.regime, one.reading.file);
    const quotas: QuotaPart[] = parts.filter((part) => part.raw.regime === one.raw.regime);
    const texts = [one.text, ...parts.filter((part) => part.raw.regime === one.raw.regime).map((part) => part.text)];
    const sha256 = digest(texts);
    const overlays = how.overlay ? [{ title: one.raw.title ?? one.raw.regime, file: one.reading.file, sha256 }] : [];
    const table = readTable(one.reading, one.raw, quotas, around, {
      file: one.reading.file,
      sha256,
      bundled: how.bundled,
      overlays,
    });
    tables.set(table.regime, how.overlay ? marked(table, overlays[0]?.title ?? table.title) : table);
  }
  for (const part of parts) {
    const table = tables.get(part.raw.regime);
    if (own.has(part.raw.regime)) continue;
    if (!table) noTable(part.reading, 'regime', part.raw.regime, tables);
    else tables.set(table.regime, withQuota(table, part, digest));
  }
  for (const one of files) {
    if (one.kind !== 'amendment') continue;
    const table = tables.get(one.raw.amends);
    if (!table) noTable(one.reading, 'amends', one.raw.amends, tables);
    else
      tables.set(
        table.regime,
        applyAmendment(one.reading, one.raw, table, around, { file: one.reading.file, sha256: digest([one.text]) }),
      );
  }
  for (const one of files) if (one.kind === 'jurisdiction') one.reading.problems.push(misplaced(one.reading.file));
  const problems = files.flatMap((one) => byLine(one.reading.problems));
  return problems.length > 0 ? fail(problems) : ok([...tables.values()]);
}

function noTable(reading: Reading, key: string, regime: string, tables: ReadonlyMap<string, Table>): void {
  const near = closest(regime, tables.keys());
  const known = `Known: ${[...tables.keys()].join(', ') || 'none'}`;
  const hint = near === undefined ? known : `Did you mean "${near}"?`;
  reading.wrong([key], regime, 'is not the regime of a table on hand', hint, 'unknown-name');
}

/** From top to bottom, as whoever mends the file meets them. */
function byLine(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function misplaced(file: string): Problem {
  return problem('bad-table', 'error', 'is the file of a jurisdiction; tables and amendments are asked for here', {
    file,
    line: 1,
  });
}

/** Every measure of an overlaid table is an overlay. */
function marked(table: Table, title: string): Table {
  return {
    ...table,
    measures: table.measures.map((measure) => ({ ...measure, overlay: title })),
    schedule: table.schedule && { ...table.schedule, overlay: title },
  };
}

function withQuota(table: Table, part: Extract<ShapedFile, { kind: 'quota' }>, digest: Digest): Table {
  const { quota, regime: _, $schema: __, ...rest } = part.raw;
  const read = readQuota(part.reading, quota, rest, [], new Set(Object.keys(table.lists)));
  const overlay = { title: rest.title, file: part.reading.file, sha256: digest([part.text]) };
  return {
    ...table,
    quotas: { ...table.quotas, [quota]: read },
    measures: table.measures.map((measure) =>
      measure.quota === quota ? { ...measure, overlay: rest.title } : measure,
    ),
    source: { ...table.source, overlays: [...table.source.overlays, overlay] },
  };
}
