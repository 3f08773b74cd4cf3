import { printCode } from '../customs/commodity-code.ts';
import type { CodeRule } from '../customs/jurisdiction.ts';
import { type ImportedRow, type ImportedTable, rowIndent, rowsBegin, rowsEnd } from '../customs/imported-schedule.ts';

/** The columns of a schedule as tables name them: for everybody, for who claims a program, for the origins of column 2. */
const columns = [
  '{ "id": "general" }',
  '{ "id": "special", "claims": "spi" }',
  '{ "id": "column-2", "origins": ["column-2"] }',
];

/** The lines of the rows, one for each, as they stand in the file: their digest is that of these lines joined with line feeds. */
export function scheduleRows(rows: readonly ImportedRow[], code: CodeRule): string {
  return rows
    .map((row, index) => `${rowIndent}${rowText(row, code)}${index === rows.length - 1 ? '' : ','}`)
    .join('\n');
}

/** A rate table in JSON with the rows as `scheduleRows` gives them. */
export function scheduleTable(table: ImportedTable, rows: string, sha256: string): string {
  const head = {
    regime: table.regime,
    role: 'base',
    title: table.title,
    ...(table.documentedThrough === null ? {} : { documentedThrough: table.documentedThrough }),
    citation: table.citation,
  };
  const keys = Object.entries(head).map(([key, value]) => `  "${key}": ${JSON.stringify(value)},`);
  return [
    '{',
    ...keys,
    '  "schedule": {',
    `    "columns": [${columns.join(', ')}],`,
    `    "imported": { "rows": ${table.rows.length}, "sha256": "${sha256}" },`,
    rowsBegin + rows + rowsEnd,
    '  }',
    '}',
    '',
  ].join('\n');
}

function rowText(row: ImportedRow, code: CodeRule): string {
  const texts = [printCode(row.number, code), ...row.cells].map((text) => JSON.stringify(text));
  const extras = [
    row.units.length === 0 ? '' : `"units": ${list(row.units)}`,
    row.words === '' ? '' : `"words": ${JSON.stringify(row.words)}`,
    row.suffixes.length === 0 ? '' : `"suffixes": ${list(row.suffixes)}`,
    row.from === null ? '' : `"from": "${row.from}"`,
    row.before === null ? '' : `"before": "${row.before}"`,
  ].filter((text) => text !== '');
  return `[${[...texts, ...(extras.length === 0 ? [] : [`{ ${extras.join(', ')} }`])].join(', ')}]`;
}

function list(texts: readonly string[]): string {
  return `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`;
}
