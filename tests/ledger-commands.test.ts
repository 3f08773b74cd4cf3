import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { command } from './support/transcript.ts';

const folder = mkdtempSync(join(tmpdir(), 'tariff-commands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function tariff(args: readonly string[]): {
  readonly status: number | null;
  readonly out: string;
  readonly said: string;
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, out: stdout, said: stderr };
}

function write(name: string, lines: readonly string[]): void {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
}

const header = 'id,hts,origin,date,value,weight_kg,melt_pour_country,quota_tier';
/** 30,632,250 kg are in the quota. B asks for 1,000 t more than A leaves, and customs accepted all of it. */
const lines = [
  header,
  'A,7208.27.00.60,NL,2022-02-01,20000000,30000t,NL,',
  'B,7208.27.00.60,NL,2022-02-02,1000000,1632250,NL,in-quota',
  'C,7208.27.00.60,NL,2022-02-03,1000000,1000t,NL,',
];
const pot = '9903.80.65/NL/2022-Q1';

const record = (file: string, ledger: string, ...rest: readonly string[]): ReturnType<typeof tariff> =>
  tariff(['calc', file, '--ledger', ledger, '--commit', '--format', 'json', ...rest]);

interface Answer {
  readonly lines: readonly {
    readonly id: string;
    readonly status: string;
    readonly totals: { readonly duty: string } | null;
    readonly problems: readonly { readonly code: string; readonly message: string }[];
  }[];
}
const answers = (text: string): readonly string[] =>
  (JSON.parse(text) as Answer).lines.map(({ id, status, totals, problems }) =>
    [id, status, totals?.duty ?? '', ...problems.map(({ code }) => code)].join(' '),
  );

test('records of a misspelt quota or entry are told with the nearest name', () => {
  write('near.csv', lines);
  record('near.csv', 'near.db');
  const log = (...args: readonly string[]): ReturnType<typeof tariff> =>
    tariff(['quota', 'log', '--ledger', 'near.db', ...args]);
  expect(log('--quota', '9903.80.65/NL/2022Q1')).toMatchObject({
    status: 0,
    said: `The ledger has no such record. Did you mean ${pot}?\n`,
  });
  expect(log('--quota', pot).said).toBe('');
});

describe('a ledger', () => {
  test('counts all that customs accepted, and tells a rerun in the same bytes', () => {
    write('accepted.csv', lines);
    const first = record('accepted.csv', 'accepted.db');
    expect(answers(first.out)).toEqual([
      'A assessed 0.00 quota-shared',
      'B assessed 0.00 overdrawn',
      'C assessed 250000.00 over-quota quota-shared',
    ]);
    expect(record('accepted.csv', 'accepted.db').out).toBe(first.out);
    expect(tariff(['quota', 'verify', '--ledger', 'accepted.db']).status).toBe(0);
    const [, row = ''] = tariff(['quota', 'status', '--ledger', 'accepted.db', '--format', 'csv']).out.split('\n');
    expect(row.split(',').slice(3, 6)).toEqual(['30632250', '31632250', '0']);
    expect(row.endsWith(',1000000')).toBe(true);
  });

  test('tells a rerun in the same bytes also where figures were published since, and lines were prorated', () => {
    write('moment.csv', [
      `${header},presented_at`,
      'A,7208.27.00.60,NL,2022-02-01,20000000,20000t,NL,,2022-02-01T08:30',
      'B,7208.27.00.60,NL,2022-02-01,20000000,20000t,NL,,2022-02-01T08:30',
    ]);
    const first = record('moment.csv', 'moment.db');
    expect(answers(first.out)).toEqual([
      'A assessed 1170968.75 over-quota quota-shared',
      'B assessed 1170968.75 over-quota quota-shared',
    ]);
    write('since.csv', ['quota,as_of,percent', `${pot},2022-02-14,100`]);
    expect(tariff(['quota', 'fill', 'since.csv', '--ledger', 'moment.db']).status).toBe(0);
    expect(record('moment.csv', 'moment.db').out).toBe(first.out);
  });

  test('draws again for a reversed line only if that is asked, or the line was corrected; on what is left then', () => {
    write('reversed.csv', lines.slice(0, 2).concat('C,7208.27.00.60,NL,2022-02-03,1000000,500t,NL,'));
    record('reversed.csv', 'reversed.db');
    tariff(['quota', 'reverse', 'A', '--reason', 'entry cancelled', '--ledger', 'reversed.db']);
    const refused = record('reversed.csv', 'reversed.db');
    expect([refused.status, answers(refused.out)]).toEqual([
      3,
      ['A invalid  line-reversed', 'C assessed 0.00 quota-shared'],
    ]);
    // 30,632,250 - 500,000 kg are left for A, though C was presented after it and recorded before.
    const again = record('reversed.csv', 'reversed.db', '--again', 'A', '--again', 'Z');
    expect(answers(again.out)[0]).toBe('A assessed 0.00 quota-shared line-reversed');
    expect(again.said).toContain('no line of Z came whose drawdown was reversed');
    expect(record('reversed.csv', 'reversed.db').out).toBe(record('reversed.csv', 'reversed.db').out);
    expect(answers(record('reversed.csv', 'reversed.db').out)).toEqual(answers(again.out));

    tariff(['quota', 'reverse', 'A', '--reason', 'wrong weight', '--ledger', 'reversed.db']);
    write('corrected.csv', [header, 'A,7208.27.00.60,NL,2022-02-01,20000000,31000t,NL,']);
    // 30,132,250 of 31,000,000 kg: $20,000,000.00 x 867,750 / 31,000,000 x 25% = $139,959.68
    expect(answers(record('corrected.csv', 'reversed.db').out)).toEqual([
      'A assessed 139959.68 over-quota quota-shared line-reversed',
    ]);
    expect(tariff(['quota', 'verify', '--ledger', 'reversed.db']).status).toBe(0);
  });

  test('judges a line by the figures that speak of its day, and takes figures back', () => {
    const figures = ['2022-01-31,60', '2022-02-14,100', '2022-03-14,100'].map((one) => `${pot},${one}`);
    write('figures.csv', ['quota,as_of,percent', ...figures]);
    tariff(['quota', 'fill', 'figures.csv', '--ledger', 'figures.db']);
    const days = ['2022-01-20', '2022-02-05', '2022-02-20'];
    write('days.csv', [header, ...days.map((day) => `${day},7208.27.00.60,NL,${day},1000000,1t,NL,`)]);
    const asked = (): readonly string[] =>
      answers(tariff(['calc', 'days.csv', '--ledger', 'figures.db', '--format', 'json']).out);
    expect(asked()).toEqual([
      '2022-01-20 assessed 0.00 quota-published',
      '2022-02-05 unknown  limit-unknown',
      '2022-02-20 assessed 250000.00 over-quota quota-shared quota-published',
    ]);
    const reverse = ['quota', 'reverse', pot, '--as-of', '2022-02-14', '--reason', 'misread', '--ledger', 'figures.db'];
    expect(tariff(reverse).said).toBe(`reversed: ${pot}, published: 100% full at the end of 2022-02-14\n`);
    expect(tariff(reverse).status).toBe(2);
    expect(asked()[2]).toBe('2022-02-20 unknown  limit-unknown');
    const fill = ['quota', 'fill', 'figures.csv', '--ledger', 'figures.db'];
    expect(tariff(fill).status).toBe(2);
    expect(tariff([...fill, '--again', pot]).said).toBe(
      '1 published figure recorded in figures.db; 2 were there already\n',
    );
    expect(tariff(['quota', 'verify', '--ledger', 'figures.db']).status).toBe(0);
  });

  test('is not made of an export that was cut off', () => {
    write('short.csv', lines);
    record('short.csv', 'short.db');
    const { out } = tariff(['quota', 'export', '--ledger', 'short.db']);
    const all = out.trimEnd().split('\n');
    for (let length = 0; length < all.length; length++) {
      write('cut.ndjson', all.slice(0, length));
      expect([length, tariff(['quota', 'import', 'cut.ndjson', '--ledger', 'cut.db']).status]).toEqual([length, 4]);
    }
    write(
      'cut.ndjson',
      all.filter((_, index) => index !== 1),
    );
    expect(tariff(['quota', 'import', 'cut.ndjson', '--ledger', 'cut.db']).said).toContain(
      'counts 3 records, and 2 stand above it',
    );
    write('cut.ndjson', all);
    expect(tariff(['quota', 'import', 'cut.ndjson', '--ledger', 'cut.db']).status).toBe(0);
  });

  test('in a read-only folder can be read, and nothing is written beside it', () => {
    const still = join(folder, 'still');
    mkdirSync(still);
    const file = join(still, 'quota.db');
    write('still.csv', lines);
    record('still.csv', file);
    const text = tariff(['quota', 'export', '--ledger', file]).out;
    chmodSync(file, 0o444);
    chmodSync(still, 0o555);
    try {
      expect(tariff(['quota', 'export', '--ledger', file]).out).toBe(text);
      expect(tariff(['quota', 'status', '--ledger', file]).status).toBe(0);
      expect(tariff(['calc', 'still.csv', '--ledger', file, '--format', 'json']).status).toBe(0);
      expect(readdirSync(still)).toEqual(['quota.db']);
      chmodSync(still, 0o755);
      writeFileSync(`${file}-wal`, 'records that were not written into the ledger yet');
      chmodSync(still, 0o555);
      const refused = tariff(['quota', 'status', '--ledger', file]);
      const words = refused.said.replaceAll(/\s*\[bad-ledger\]\s*|\s+/g, ' ');
      expect([refused.status, words]).toEqual([4, expect.stringContaining('its last records wait in quota.db-wal')]);
    } finally {
      chmodSync(still, 0o755);
    }
  });
});
