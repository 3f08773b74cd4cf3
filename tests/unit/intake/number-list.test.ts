import { describe, expect, test } from 'vitest';
import type { CsvEvent } from '../../../src/intake/csv-event.ts';
import { columnNames } from '../../../src/intake/columns.ts';
import { readCsv } from '../../../src/intake/csv.ts';
import { entryContext } from '../../../src/intake/entry-context.ts';
import { parseNumbers, planNumbers } from '../../../src/intake/number-list.ts';
import { bundledManifest, defaultJurisdiction } from '../../../src/io/bundled-law.ts';

const context = entryContext({
  jurisdiction: defaultJurisdiction(),
  countries: bundledManifest().countries,
  facts: {},
});

async function read(text: string): Promise<readonly string[]> {
  const events: CsvEvent[] = [];
  const bytes = (async function* (): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(text);
  })();
  for await (const batch of readCsv(bytes, 'list')) events.push(...batch);
  const header = events.find((event) => event.kind === 'header');
  if (!header) throw new Error('no first line');
  const plan = planNumbers(header, 'list', columnNames({}, 'USD'), new Set(['origin']));
  if (!plan.ok) return [plan.error.code];
  const rows = events.filter(
    (event) => event.kind !== 'fatal' && (event.kind !== 'header' || plan.value.header === null),
  );
  return parseNumbers(rows as Parameters<typeof parseNumbers>[0], plan.value, context).map((one) =>
    one.kind === 'number'
      ? `${one.where.line} ${one.code}`
      : `${one.where.line} ${one.problems[0]?.column} ${one.problems[0]?.code}`,
  );
}

describe('a list of numbers', () => {
  test.each([
    ['one on each line', '7208.10.15.00\n7208\n', ['1 7208101500', '2 7208']],
    ['a first line that names them', 'Code\n7208.10.15.00\n', ['2 7208101500']],
    ['a column among others, by any of its names', 'sku,HTSUS,name\nA,7208.10.15.00,coil\n', ['2 7208101500']],
    ['a column that asks more of each line is refused', 'HTSUS,Country of Origin\n7208,DE\n', ['bad-header']],
    ['blank lines are counted and skipped', '7208\n\n\n7209\n', ['1 7208', '4 7209']],
    ['a wrong one hides no other', 'hts\n7208\n72\n7209\n', ['2 7208', '3 hts bad-field', '4 7209']],
    ['an empty cell is told', 'hts,sku\n,A\n7209,B\n', ['2 hts missing-field', '3 7209']],
    ['without a column of numbers nothing can be read', 'sku,weight\nA,5\n', ['missing-column']],
  ])('%s', async (_, text, numbers) => {
    expect(await read(text)).toEqual(numbers);
  });
});
