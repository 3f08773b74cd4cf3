import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { OutputDocument, OutputLine } from '../src/present/output-shape.ts';
import { digitsOf, sectionOf, tablesIn, wordsOf } from './support/page.ts';
import { command } from './support/transcript.ts';

const folder = mkdtempSync(join(tmpdir(), 'tariff-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);

function tariff(...args: readonly string[]): { readonly exit: number | null; stdout: string; stderr: string } {
  const ran = spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: 'utf8' });
  return { exit: ran.status, stdout: ran.stdout, stderr: ran.stderr };
}

const script = '</script><script>alert(1)</script>';
const picture = '"><img src=x onerror=alert(1)>';
const examples = readFileSync(join(import.meta.dirname, '..', 'examples', 'shipments.csv'), 'utf8').split('\n');
// Some of each kind: assessed, in a quota and beyond it, refused, unknown, invalid, with fees and refunds; and ids that would be markup.
const rows = [examples[0] ?? '', ...examples.slice(1, 9), ...examples.slice(24, 34), ...examples.slice(50, 62)]
  .map((row) => row.replace('S-1002', script).replace('S-1003', `"${picture.replaceAll('"', '""')}"`))
  .join('\n');
writeFileSync(file('shipments.csv'), rows);

const made = tariff('report', 'shipments.csv', '-o', 'report.html');
const page = readFileSync(file('report.html'), 'utf8');
const tags = page.match(/<[a-z][^>]*>/g) ?? [];
const answer = (by: string): OutputDocument =>
  JSON.parse(tariff('calc', 'shipments.csv', '-f', 'json', '--summary', by).stdout) as OutputDocument;
const byMonth = answer('month');

describe('the figures', () => {
  test('in total are those of the JSON', () => {
    const { totals, counts } = byMonth;
    const told = [...sectionOf(page, 'totals').matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)];
    expect(Object.fromEntries(told.map(([, label = '', amount = '']) => [label, digitsOf(amount)]))).toEqual({
      Duty: totals.duty,
      'Entered value': totals.enteredValue,
      Fees: totals.fees,
      'Duty and fees': totals.total,
      'Of the duty, refundable': totals.refundable,
    });
    const words = wordsOf(sectionOf(page, 'totals'));
    for (const [status, count] of Object.entries(counts)) expect(words).toContain(`${count} ${status}`);
    expect(Object.values(counts).every((count) => count > 0)).toBe(true);
  });

  test.each([
    ['regimes', 'regime', /(?:^| )(us-\S+)$/],
    ['origins', 'origin', / ([A-Z]{2})$/],
    ['months', 'month', /^(\d{4}-\d{2})$/],
  ] as const)('of %s are those of --summary %s', (id, key, name) => {
    const { summary = [], totals } = key === 'month' ? byMonth : answer(key);
    const told = tablesIn(sectionOf(page, id)).flatMap((table) => table.rows);
    const sums = told
      .filter(([label]) => label !== 'Total')
      .map((cells) => [name.exec(cells[0] ?? '')?.[1] ?? '', ...cells.slice(-3).map(digitsOf)].join(' '));
    const expected = summary.map((row) => [row[key] ?? '', row.duty, row.enteredValue, row.lines].join(' '));
    expect(sums.toSorted()).toEqual(expected.toSorted());
    const total = told.find(([label]) => label === 'Total') ?? [];
    expect(total.map(digitsOf)).toContain(totals.duty);
  });

  test('of lines are those of the lines', () => {
    const [table] = tablesIn(sectionOf(page, 'lines'));
    const column = (cells: readonly string[], title: string): string => cells[table?.head.indexOf(title) ?? -1] ?? '';
    const told = table?.rows.map((cells) =>
      ['Line', 'Value', 'Duty', 'Fees', 'Status'].map((one) => column(cells, one)),
    );
    expect(told?.map((cells) => cells.map(digitsOf))).toEqual(byMonth.lines.map(lineCells));
  });

  test('of quotas are what the lines drew', () => {
    const drawn = new Map<string, number>();
    for (const { duties } of byMonth.lines) {
      const own = new Map(duties.flatMap(({ quota }) => (quota ? [[quota.id, Number(quota.drawn)]] : [])));
      for (const [id, amount] of own) drawn.set(id, (drawn.get(id) ?? 0) + amount);
    }
    expect(drawn.size).toBeGreaterThan(2);
    const [table] = tablesIn(sectionOf(page, 'quotas'));
    const told = new Map(table?.rows.map(([label = '', , , amount = '']) => [label.split(' ')[0], digitsOf(amount)]));
    for (const [id, amount] of drawn) expect([id, told.get(id)]).toEqual([id, String(amount)]);
  });

  function lineCells({ line, enteredValue, declared, totals, outcomes, status }: OutputLine): readonly string[] {
    const ways = [...new Set((outcomes ?? []).map(({ duty }) => duty ?? 'refused'))].join(' or ');
    const value = enteredValue ?? declared?.value ?? '';
    return [String(line), value, totals?.duty ?? ways, totals?.fees ?? '', status];
  }
});

describe('the page', () => {
  test('tells why lines have no answer, what is not covered, its sources and that it is an estimate', () => {
    const words = wordsOf(sectionOf(page, 'problems'));
    for (const { problems, status } of byMonth.lines) {
      if (status === 'assessed') continue;
      const first = problems.find(({ severity }) => severity === 'error');
      expect(words).toContain(first?.message);
      if (first?.hint) expect(words).toContain(first.hint);
    }
    expect(wordsOf(sectionOf(page, 'not-covered'))).toContain('antidumping duties');
    expect(wordsOf(sectionOf(page, 'sources'))).toMatch(/text read .* Documented through/);
    expect(wordsOf(page)).toContain('An estimate, not a customs ruling or legal advice.');
    expect(sectionOf(page, 'histories')).toContain('<svg');
  });

  test('runs nothing that came with the data', () => {
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    expect(tags.filter((tag) => /^<img|\son\w+=/.test(tag))).toEqual([]);
    const ids = tablesIn(sectionOf(page, 'lines'))[0]?.rows.map((cells) => cells[1]);
    expect(ids).toEqual(expect.arrayContaining([script, picture]));
  });

  test('needs nothing from elsewhere, and its policy lets its own style and script alone run', () => {
    expect(tags.filter((tag) => /^<(?:link|iframe|object)|\s(?:src|style)=/.test(tag))).toEqual([]);
    expect(page.match(/@import|url\(/g)).toBeNull();
    const [, policy = ''] = /Content-Security-Policy" content="(.*?)"/.exec(page) ?? [];
    const hash = (tag: string): string => {
      const [, text = ''] = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(page) ?? [];
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    };
    expect(policy).toBe(
      `default-src 'none'; style-src ${hash('style')}; script-src ${hash('script')}; base-uri 'none'; form-action 'none'`,
    );
  });

  test('names each id once, and links only to what is there', () => {
    const ids = [...page.matchAll(/\sid="(.*?)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const named = [...page.matchAll(/(?:href="#|aria-labelledby="|for=")(.*?)"/g)].map(([, id]) => id);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('the command', () => {
  test('tells of lines without an answer, as calc does', () => {
    expect([made.exit, made.stdout]).toEqual([3, '']);
    expect(made.stderr).toMatch(/^30 rows in .*: \d+ assessed, duty .*only assessed rows are in the totals\n$/);
  });

  test('writes the same page to a pipe; its title is its own', () => {
    const { exit, stdout } = tariff('report', 'shipments.csv', '--title', 'A & B <c>');
    expect(exit).toBe(3);
    expect(stdout).toContain('<title>A &amp; B &lt;c&gt;</title>');
    expect(sectionOf(stdout, 'lines')).toBe(sectionOf(page, 'lines'));
  });

  test.each([
    ['an input that is not there', ['none.csv', '-o', 'older.html'], 2, 'none.csv'],
    ['an output over the input', ['shipments.csv', '-o', './shipments.csv'], 2, 'is a file that this run reads'],
    ['an output in a folder that is not there', ['shipments.csv', '-o', 'none/report.html'], 5, 'does not exist'],
    ['no files', ['-o', 'older.html'], 2, 'no files of shipments were given'],
    ['a column that is missing', ['wrong.csv', '-o', 'older.html'], 2, 'wrong.csv'],
    ['one file of two', ['shipments.csv', 'wrong.csv', '-o', 'older.html'], 2, 'No report was written'],
    ['an option of calc that has no place', ['shipments.csv', '--commit'], 2, "unknown option '--commit'"],
  ] as const)('stops at %s, and leaves an older page as it was', (_, args, exit, words) => {
    writeFileSync(file('older.html'), 'older');
    writeFileSync(file('wrong.csv'), 'a,b\n1,2\n');
    const ran = tariff('report', ...args);
    expect([ran.exit, ran.stderr.replaceAll(/\s+/g, ' ')]).toEqual([exit, expect.stringContaining(words)]);
    expect([ran.stdout, readFileSync(file('older.html'), 'utf8')]).toEqual(['', 'older']);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
