import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { chanceFrom, header, rowAtRandom } from './support/rows-at-random.ts';
import { command } from './support/transcript.ts';

/** `npm run test:rows` asks for many more. */
const most = Number(process.env['ROWS'] ?? 900);

const folder = mkdtempSync(join(tmpdir(), 'tariff-rows-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A limit that no sum can be under: it asks for each line as a line, so that none is answered from its bytes alone. */
const oneByOne = ['--fail-under', '-1'];
const columns = [
  '--columns',
  'tariff_status,tariff_duty,tariff_total,tariff_headings,tariff_rates,tariff_measures,tariff_quota,tariff_problems,tariff_not_covered',
];

interface Told {
  readonly code: number | null;
  readonly printed: string;
  readonly said: string;
}

function calc(file: string, ...more: readonly string[]): Told {
  const args = [command, 'calc', file, '--format', 'csv', ...more];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return { code: status, printed: stdout, said: withoutTime(stderr) };
}

function withoutTime(said: string): string {
  return said.replace(/ in [\d.,]+ (?:ms|s|min)\b/, '');
}

function fileOf(seed: number, rows: number, end = '\n'): string {
  const chance = chanceFrom(seed);
  const file = join(folder, `${seed}.csv`);
  const lines = Array.from({ length: rows }, (_, index) => rowAtRandom(chance, index));
  writeFileSync(file, [header, ...lines, ''].join(end));
  return file;
}

describe('rows that are answered from their bytes', () => {
  test.each([
    ['in the usual columns', 7, most, []],
    ['with every column there is', 8, 400, columns],
    ['under --strict, as they stand', 9, 200, ['--strict', '--raw']],
    ['of few regimes', 10, 200, ['--regimes', 'us-base,us-232-steel,us-232-metals']],
  ])('are what each of them is by itself: %s', { timeout: 3_600_000 }, (_, seed, rows, more) => {
    const file = fileOf(seed, rows, seed % 2 === 0 ? '\r\n' : '\n');
    const fast = calc(file, ...more);
    expect(fast).toEqual(calc(file, ...more, ...oneByOne));
    expect(fast.printed.match(/,assessed,/g)?.length).toBeGreaterThan(rows / 4);
  });

  test('tell what an earlier line left undecided, where a limit comes to be known in the middle of a period', () => {
    const table = join(folder, 'quota.json');
    const quota = {
      title: 'A quota whose limit was published late',
      unit: 'kg',
      cell: ['origin'],
      limits: [{ origin: 'JP', amount: '50000', from: '2020-05-15' }],
    };
    const measures = [
      { id: 'all', goods: ['7208'], rates: [{ from: '2018-03-23', rate: '25%' }] },
      { id: 'jp', goods: ['7208'], origins: ['JP'], quota: 'late', rates: [{ from: '2018-03-23', rate: 'Free' }] },
    ];
    writeFileSync(table, JSON.stringify({ regime: 'mine', quotas: { late: quota }, measures }));
    const file = join(folder, 'quota.csv');
    const days = ['2020-02-01', '2020-05-01', '2020-05-20', '2020-06-01', '2021-02-01', '2021-02-02'];
    const rows = days.map((day, place) => `${place},7208.10.15.00,JP,${day},1000.00,${place + 1}000`);
    writeFileSync(file, ['id,hts,origin,date,value,weight_kg', ...rows, ''].join('\n'));
    const fast = calc(file, '--tables', table);
    expect(fast).toEqual(calc(file, '--tables', table, ...oneByOne));
    expect(fast.printed.match(/,unknown,/g)?.length).toBe(2);
    expect(fast.said).toContain('an earlier line that may draw');
  });

  test.each([
    ['in the usual columns', []],
    ['where no column names the quota', ['--columns', 'tariff_duty']],
  ])('draw on the quotas of their origin, category and period: %s', (_, more) => {
    // The limit of one member alone is known, and unused quantity moves from the first quarter to the third.
    const table = join(folder, 'union.json');
    const quarter = (name: string, begins: string): unknown => ({ name, begins, share: '25%' });
    const quota = {
      title: 'A quota of members, categories and quarters',
      unit: 'kg',
      periods: [quarter('Q1', '01-01'), quarter('Q2', '04-01'), quarter('Q3', '07-01'), quarter('Q4', '10-01')],
      rollover: [{ leftIn: 'Q1', goesTo: 'Q3' }],
      categories: { '9903.99.01': { goods: ['7208'] }, '9903.99.02': { goods: ['7209', '7210'] } },
      limits: [{ category: '9903.99.01', origin: 'DE', amount: '100000' }],
    };
    const days = { from: '2018-03-23' };
    const measures = [
      { id: 'all', goods: ['72'], rates: [{ ...days, rate: '25%' }] },
      {
        id: 'union',
        goods: ['7208', '7209'],
        origins: ['EU'],
        quota: 'union',
        rates: [{ ...days, rate: 'Free' }],
      },
      // What a line is worth decides whether it meets the quota at all.
      {
        id: 'dear',
        goods: ['7210'],
        origins: ['EU'],
        quota: 'union',
        rates: [{ ...days, rate: 'Free', when: { unit_value_kg: { atLeast: '$5' } } }],
      },
    ];
    writeFileSync(table, JSON.stringify({ regime: 'mine', quotas: { union: quota }, measures }));
    const file = join(folder, 'union.csv');
    const chance = chanceFrom(13);
    const one = (items: string): string => items.split(' ')[Math.floor(chance() * items.split(' ').length)] ?? '';
    const rows = Array.from({ length: 800 }, (_, index) => {
      const month = String(1 + Math.floor((index % 400) / 34)).padStart(2, '0');
      const date = `${index < 400 ? 2020 : 2021}-${month}-0${1 + Math.floor((index % 34) / 5)}`;
      const weight = chance() < 0.95 ? String(Math.floor(chance() * 9000)) : '';
      const tier = chance() < 0.4 ? 'in-quota' : chance() < 0.2 ? 'over-quota' : '';
      const hts = one('7208.10.15.00 7208.25.30.00 7209.15.00.00 7210.11.00.00 7213.10.00.00');
      return [index, hts, one('DE DE FR AT MT IT TR'), date, Math.floor(chance() * 99_999) + 1, weight, tier].join();
    });
    writeFileSync(file, ['id,hts,origin,date,value,weight_kg,quota_tier', ...rows, ''].join('\n'));
    const fast = calc(file, '--tables', table, ...more);
    expect(fast).toEqual(calc(file, '--tables', table, ...more, ...oneByOne));
    expect(fast.code).toBe(3);
  });

  test('are the same whatever the number of threads', { timeout: 240_000 }, () => {
    // Large enough that other threads are called; a broken row, and one over a line end, stand in the middle.
    const chance = chanceFrom(12);
    const some = Array.from({ length: 150 }, (_, index) => `${rowAtRandom(chance, index)},${'note '.repeat(700)}`);
    const odd = [`${some[0] ?? ''}"`, `${rowAtRandom(chance, 1)},"a\nbreak"`];
    const file = join(folder, 'large.csv');
    const many = Array.from({ length: 26 }, (_, at) => (at === 20 ? [...odd, ...some] : some)).flat();
    writeFileSync(file, [`${header},remark`, ...many, ''].join('\n'));
    const alone = calc(file, '--jobs', '1');
    expect(calc(file, '--jobs', '3')).toEqual(alone);
    expect(alone.said).toContain('1 bad-row');
  });

  test('are the same however they come', { timeout: 120_000 }, async () => {
    const file = fileOf(11, 60);
    const whole = calc(file);
    for (const size of [1, 7, 64, 4096]) {
      const { code, printed } = await piped(file, size);
      expect({ code, printed }).toEqual({ code: whole.code, printed: whole.printed });
    }
  });

  test('wait for their reader', { timeout: 120_000 }, async () => {
    const file = join(folder, 'many.csv');
    const row = '7208.10.15.00,IN,2018-06-01,1000.00,500,a note that makes the row as long as rows are\n';
    writeFileSync(file, `hts,origin,date,value,weight_kg,note\n${row.repeat(400_000)}`);
    const child = spawn(process.execPath, [command, 'calc', file, '--format', 'csv'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    let bytes = 0;
    for await (const piece of child.stdout) {
      bytes += (piece as Buffer).length;
      // Nobody reads on until others have had their turn: a writer that does not wait would hold all of it.
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await ended).toBe(0);
    expect(bytes).toBeGreaterThan(400_000 * row.length);
  });
});

/** Feeds the command so many bytes at a time. */
async function piped(file: string, size: number): Promise<{ readonly code: number | null; readonly printed: string }> {
  const { readFileSync } = await import('node:fs');
  const bytes = readFileSync(file);
  const child = spawn(process.execPath, [command, 'calc', '-', '--format', 'csv'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let printed = '';
  child.stdout.on('data', (piece: Buffer) => (printed += piece.toString('latin1')));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  for (let at = 0; at < bytes.length; at += size) {
    if (!child.stdin.write(bytes.subarray(at, at + size)))
      await new Promise((resolve) => child.stdin.once('drain', resolve));
  }
  child.stdin.end();
  return { code: await ended, printed: Buffer.from(printed, 'latin1').toString('utf8') };
}
