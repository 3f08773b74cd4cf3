import { describe, expect, test } from 'vitest';
import { type Problem, problem } from '../../../src/customs/problem.ts';
import { renderProblem, renderProblems } from '../../../src/present/problems.ts';
import { displayWidth } from '../../../src/present/text-width.ts';
import { invalidLine } from '../../support/nouns.ts';

const [lostZero = problem('bad-field', 'error', '')] = invalidLine().problems;
const plain = { color: false, width: 120 };

function onLine(line: number, rest: Partial<Problem> = {}): Problem {
  return { ...lostZero, line, ...rest };
}

describe('renderProblem', () => {
  test('says where, what, why, and the way out', () => {
    expect(renderProblem(lostZero, plain)).toBe(
      'shipments.csv:14: hts: "101210000" has 9 digits; a leading zero may have been lost in a spreadsheet  [bad-field]\n' +
        '  hint: 0101.21.00.00? Format the column as text, or quote it.\n',
    );
  });

  test('wraps beside the code, or around it where there is little room', () => {
    expect(renderProblem(lostZero, { color: false, width: 80 })).toBe(
      'shipments.csv:14: hts: "101210000" has 9 digits; a leading zero may  [bad-field]\n' +
        '  have been lost in a spreadsheet\n' +
        '  hint: 0101.21.00.00? Format the column as text, or quote it.\n',
    );
    expect(renderProblem(lostZero, { color: false, width: 50 })).toBe(
      'shipments.csv:14: hts: "101210000" has 9 digits;\n' +
        '  a leading zero may have been lost in a\n' +
        '  spreadsheet [bad-field]\n' +
        '  hint: 0101.21.00.00? Format the column as text,\n' +
        '        or quote it.\n',
    );
  });

  test('does not wrap where nothing is as wide as the place', () => {
    const text = renderProblem({ ...lostZero, message: 'long '.repeat(60).trim() }, { color: false, width: Infinity });
    expect(text.split('\n')).toHaveLength(3);
  });

  test('names a warning, a notice, and a place without a file', () => {
    expect(
      renderProblem(problem('gap', 'warning', 'm', { file: 'a.json', column: 'rates[0]' }), {
        color: false,
        width: 60,
      }),
    ).toBe('a.json: rates[0]: warning: m                           [gap]\n');
    expect(renderProblem(problem('bad-usage', 'notice', 'm', { column: '--date' }), { color: false, width: 40 })).toBe(
      '--date: note: m              [bad-usage]\n',
    );
  });

  test('strips what a file may have smuggled in', () => {
    const hostile = '\u001b[2Jx\u202e';
    const text = renderProblem(
      problem('bad-field', 'error', hostile, { file: hostile, line: 1, column: hostile, hint: hostile }),
      plain,
    );
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202E]/u);
    expect(text).toContain('x:1: x: x ');
  });

  test('has colour only when asked', () => {
    expect(renderProblem(lostZero, { color: true, width: 80 })).toContain('\u001b[1mshipments.csv:14: hts: \u001b[22m');
  });
});

describe('renderProblems', () => {
  test('nothing for nothing', () => {
    expect(renderProblems([], plain)).toBe('');
  });

  test('errors first, and the same words about several lines once', () => {
    const note = problem('quota-shared', 'notice', 'others draw on it too', { file: 'shipments.csv' });
    const notes = [2, 3, 4, 5, 6, 7, 8, 9].map((line) => ({ ...note, line }));
    const text = renderProblems([...notes, onLine(20), onLine(22)], { color: false, width: 100 });
    expect(text.split('\n').map((line) => line.trimEnd())).toEqual([
      'shipments.csv:20, 22: hts: "101210000" has 9 digits; a leading zero may have been lost   [bad-field]',
      '  in a spreadsheet',
      '  hint: 0101.21.00.00? Format the column as text, or quote it.',
      'shipments.csv:2, 3, 4, 5, 6, 7 and 2 more: note: others draw on it too                [quota-shared]',
      '',
    ]);
  });

  test('notices of one kind in many wordings are one, in general words', () => {
    const about = (quota: string, line: number): Problem =>
      problem('quota-shared', 'notice', `others draw on ${quota}`, { file: 'a.csv', line, hint: `--balance ${quota}` });
    const few = ['A', 'B', 'C'].map((quota, index) => about(quota, index + 2));
    expect(renderProblems(few, plain).match(/others draw on .  /g)).toHaveLength(3);
    expect(renderProblems([...few, about('D', 9)], { color: false, width: Infinity })).toBe(
      'a.csv:2, 3, 4, 9: note: other importers draw on the same quota; only this run was counted       [quota-shared]\n' +
        '  hint: --balance A\n',
    );
  });

  test('counts what is over the limit', () => {
    const many = [1, 2, 3, 4].map((line) => onLine(line, { message: `m${line}`, hint: null }));
    const rest = problem('missing-field', 'error', 'no origin', { file: 'a.csv', line: 9 });
    expect(renderProblems([...many, rest], { color: false, width: 40 }, 2).split('\n')).toEqual([
      'shipments.csv:1: hts: m1     [bad-field]',
      'shipments.csv:2: hts: m2     [bad-field]',
      '… and 3 more (2 bad-field, 1',
      'missing-field)',
      '',
    ]);
  });

  test.each([40, 60, 80, 120])('fits %i columns', (width) => {
    const text = renderProblems([lostZero, problem('limit-unknown', 'warning', 'word '.repeat(50).trim())], {
      color: false,
      width,
    });
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });
});
