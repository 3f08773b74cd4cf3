import { describe, expect, test } from 'vitest';
import type { ResultLine, Status } from '../../../src/customs/assessment.ts';
import { Decimal, plainText } from '../../../src/exact/decimal.ts';
import { shareOf } from '../../../src/present/report/bar-table.ts';
import { link, markup } from '../../../src/present/report/markup.ts';
import { moneyTicks, shortAmount } from '../../../src/present/report/month-chart.ts';
import { pickLines } from '../../../src/present/report/picked-lines.ts';

describe('markup', () => {
  test.each([
    ['an element', `<b>"R & D"</b>`, '&lt;b&gt;&quot;R &amp; D&quot;&lt;/b&gt;'],
    ['an apostrophe', `it's`, 'it&#39;s'],
    ['what hides or turns text around', 'a\u202Eb\u200Bc\u0007', 'abc'],
    ['an entity', '&lt;', '&amp;lt;'],
  ])('%s is text', (_, text, written) => {
    expect(markup`<td title="${text}">${[text]}</td>`.text).toBe(`<td title="${written}">${written}</td>`);
  });

  test.each([
    ['https://example.org/a?b=c&d', true],
    ['http://example.org', true],
    ['javascript:alert(1)', false],
    ['https://example.org/"onclick="x', false],
    [' https://example.org', false],
    [null, false],
  ])('%s is a link: %s', (address, isLink) => {
    const { text } = link(address, 'a & b');
    expect(text.startsWith('<a href="')).toBe(isLink);
    expect(text).toContain('a &amp; b');
  });
});

describe('lines that are listed', () => {
  const line = (status: Status, duty: number): ResultLine =>
    ({ kind: 'line', status, totals: status === 'assessed' ? { duty: new Decimal(duty) } : null }) as ResultLine;
  /** "a5" is assessed with a duty of 5; "u", "r", "i" are unknown, refused, invalid. */
  const read = (text: string): ResultLine => {
    const statuses: Readonly<Record<string, Status>> = { a: 'assessed', u: 'unknown', r: 'refused', i: 'invalid' };
    return line(statuses[text.charAt(0)] ?? 'invalid', Number(text.slice(1)));
  };
  const pick = (
    limit: number,
    texts: readonly string[],
  ): ReturnType<ReturnType<typeof pickLines<string>>['picked']> => {
    const names = new Map(texts.map((text) => [read(text), text]));
    const picker = pickLines(limit, (one) => names.get(one) ?? '');
    // In batches, as lines come.
    const lines = [...names.keys()];
    for (let at = 0; at < lines.length; at += 2) picker.add(lines.slice(at, at + 2));
    return picker.picked();
  };

  test.each([
    ['all in their order, where there is room', 4, 'a1 u1 a3 i2', 'a1 u1 a3 i2'],
    ['those with the greatest duty, the first of equal ones', 3, 'a1 a5 a2 a5 a9 a0 a2 a7', 'a9 a7 a5'],
    ['half of them without an answer, refused and invalid ones first', 4, 'u1 u2 a1 u3 r4 a2 a3 i5', 'r4 i5 a3 a2'],
    ['more without an answer, where few others are', 4, 'u1 u2 u3 a1 u4', 'u1 u2 u3 a1'],
    ['fewer without an answer, where few are', 4, 'a1 u1 a2 a3 a4', 'u1 a4 a3 a2'],
    ['none', 4, '', ''],
  ])('%s', (_, limit, lines, listed) => {
    const texts = lines.split(' ').filter((text) => text !== '');
    const { rows, open, assessed } = pick(limit, texts);
    expect(rows.join(' ')).toBe(listed);
    const isAssessed = (text: string): boolean => text.startsWith('a');
    expect(assessed).toEqual({ all: texts.filter(isAssessed).length, listed: rows.filter(isAssessed).length });
    expect(open.all + assessed.all).toBe(texts.length);
    expect(open.listed + assessed.listed).toBe(rows.length);
  });

  test('are those of all, however many there are', () => {
    const duties = Array.from({ length: 500 }, (_, index) => (index * 7919) % 1009);
    const greatest = duties.toSorted((a, b) => b - a).slice(0, 10);
    expect(
      pick(
        10,
        duties.map((duty) => `a${duty}`),
      ).rows,
    ).toEqual(greatest.map((duty) => `a${duty}`));
  });
});

describe('scales', () => {
  test.each([
    ['510000', '0 200k 400k 600k'],
    ['78999999.99', '0 20M 40M 60M 80M'],
    ['0.01', '0 0.0025 0.005 0.0075 0.01'],
    ['1000', '0 250 500 750 1k'],
    ['4000000000', '0 1B 2B 3B 4B'],
  ])('to %s go in round steps', (most, ticks) => {
    expect(moneyTicks(new Decimal(most)).map(shortAmount).join(' ')).toBe(ticks);
  });

  test.each([
    ['0', '100', 0],
    ['0.001', '100', 0.5],
    ['33.333', '100', 33.33],
    ['100', '100', 100],
    ['120', '100', 100],
    ['5', '0', 0],
  ])('%s of %s is a bar of %s percent', (amount, whole, share) => {
    expect(shareOf(new Decimal(amount), new Decimal(whole))).toBe(share);
  });

  test('hold what they show', () => {
    const most = new Decimal('99999999999.99');
    expect(plainText(moneyTicks(most).at(-1) ?? most)).toBe('100000000000');
  });
});
