import { describe, expect, test } from 'vitest';
import type { Edition, ImportedLine } from '../../../../src/customs/imported-schedule.ts';
import { type IsoDate, isoDate } from '../../../../src/exact/iso-date.ts';
import { mergeEditions } from '../../../../src/intake/hts/merge.ts';
import { checkWhole } from '../../../../src/intake/hts/whole.ts';
import { type MadeLine, jsonExport } from '../../../support/hts-export.ts';
import { imported } from '../../../support/imported.ts';

function line(number: string, cells: MadeLine['cells'] = ['', '', ''], rest: Partial<MadeLine> = {}): MadeLine {
  return { number, indent: 1, words: 'Goods', units: ['kg'], cells, ...rest };
}

async function edition(...lines: readonly MadeLine[]): Promise<readonly ImportedLine[]> {
  const read = await imported(jsonExport(lines), ['01']);
  expect(read.findings.problems).toEqual([]);
  return [...read.edition.lines.values()];
}

async function problems(...lines: readonly MadeLine[]): Promise<readonly string[]> {
  const { findings } = await imported(jsonExport(lines), ['01']);
  return findings.problems.map(({ severity, code, column, message }) => `${severity} ${code} ${column}: ${message}`);
}

const rates = ['6.8%', 'Free (A,KR)', '15%'] as const;

describe('inheritance', () => {
  test('an eight-digit line stands for the full numbers below it', async () => {
    expect(await edition(line('0101'), line('01012100', rates), line('0101210020'), line('0101210010'))).toEqual([
      { number: '01012100', cells: rates, units: ['kg'], words: 'Goods', suffixes: ['10', '20'] },
    ]);
  });

  test('goes column by column: 9006.59.15.20 prints column 2 alone', async () => {
    const lines = await edition(line('01012100', ['Free', '', '20%']), line('0101210020', ['', '', '45%']));
    expect(lines.map(({ number, cells, suffixes }) => [number, cells, suffixes])).toEqual([
      ['01012100', ['Free', '', '20%'], ['20']],
      ['0101210020', ['Free', '', '45%'], []],
    ]);
  });

  test('a full number alone stands for its eight digits, whatever its suffix: 0101.30.00.00, 0305.59.00.01', async () => {
    const lines = await edition(line('0101300000', rates), line('0101400001', rates));
    expect(lines.map(({ number, suffixes }) => [number, suffixes])).toEqual([
      ['01013000', ['00']],
      ['01014000', ['01']],
    ]);
  });

  test('two full numbers without a line above stay as they are', async () => {
    const lines = await edition(line('0101300000', rates), line('0101300010', ['Free', '', 'Free']));
    expect(lines.map(({ number }) => number)).toEqual(['0101300000', '0101300010']);
  });

  test('a rate printed at six digits reaches those below', async () => {
    const lines = await edition(line('010121', rates), line('01012110'), line('01012150', ['Free', '', '']));
    expect(lines.map(({ number, cells }) => [number, cells[0], cells[2]])).toEqual([
      ['010121', '6.8%', '15%'],
      ['01012150', 'Free', '15%'],
    ]);
  });

  test('a title without a number over a line gives it nothing', async () => {
    const lines = await edition(line('01012100', rates), line('', ['', '', '']), line('0101210010'));
    expect(lines).toHaveLength(1);
  });
});

describe('what is not Free', () => {
  test('an empty general column beside others is unknown, and told', async () => {
    const read = await imported(jsonExport([line('01012100', ['', 'Free (A)', '15%'])]), ['01']);
    expect([...read.edition.lines.values()][0]?.cells).toEqual(['unknown', 'Free (A)', '15%']);
    expect(read.findings.problems.map(({ message, column }) => `${column}: ${message}`)).toEqual([
      'general: 0101.21.00 (row 1) prints no rate here, nor does a line above: it is not "Free", but unknown',
    ]);
  });

  test('so is a number without any rate', async () => {
    const read = await imported(jsonExport([line('0101'), line('01012100'), line('0101210010')]), ['01']);
    expect([...read.edition.lines.values()].map(({ number, cells }) => [number, cells])).toEqual([
      ['0101210010', ['unknown', '', 'unknown']],
    ]);
    expect(read.findings.problems).toHaveLength(2);
  });
});

describe('what is wrong', () => {
  test.each([
    [['Fre', '', '15%'], 'error unreadable-rate general: "Fre" of 0101.21.00 (row 1) is no rate'],
    [['-5%', '', '15%'], 'error unreadable-rate general: "-5%" of 0101.21.00 (row 1) is no rate'],
    [['2500%', '', '15%'], 'error implausible-rate general: "2500%" of 0101.21.00 (row 1) is no plausible percentage'],
    [
      ['5%', '', '$340/kg'],
      'warning implausible-rate column-2: "$340/kg" of 0101.21.00 (row 1) is much for one unit: cents or dollars?',
    ],
    [
      ['2% - 5%', '', '1%'],
      'error implausible-rate general: "2% - 5%" of 0101.21.00 (row 1) takes off more than it lays',
    ],
    [
      ['No change', '', '15%'],
      'error implausible-rate general: "No change" of 0101.21.00 (row 1) is no base rate: it refers to one',
    ],
    [
      ['Free (A)', '', '15%'],
      'error unreadable-rate general: "Free (A)" of 0101.21.00 (row 1) names programs, in a column that is for everybody',
    ],
    [
      ['5%', 'Free', '15%'],
      'warning unreadable-rate special: "Free" of 0101.21.00 (row 1) names no program: nobody can claim it',
    ],
  ] as const)('%j: %s', async (cells, expected) => {
    expect(await problems(line('01012100', cells))).toEqual([expected]);
  });

  test('a rate without a number, a number that is none, one that lost its zero', async () => {
    expect(await problems(line('', rates))).toEqual(['error bad-export null: row 1 prints a rate but has no number']);
    const { findings } = await imported(jsonExport([line('01012100', rates)]).replace('0101.21.00', '101.21.00'), [
      '01',
    ]);
    expect(findings.problems).toMatchObject([{ message: '"101.21.00" of row 1 is no HTS number', line: 2 }]);
    expect(findings.problems[0]?.hint).toMatch(/leading zero/);
  });

  test('a number twice: the same rates are told, different ones refused', async () => {
    expect(await problems(line('01012100', rates), line('01012100', rates))).toEqual([
      'warning duplicate-number null: 0101.21.00 is there twice, in rows 1 (line 2) and 2 (line 26), with the same rates',
    ]);
    expect(await problems(line('01012100', rates), line('01012100', ['7%', '', '15%']))).toEqual([
      'error duplicate-number null: 0101.21.00 is there twice, in rows 1 (line 2) and 2 (line 26), with different rates',
    ]);
  });
});

describe('findings', () => {
  test('say each cleaning with its place, before and after', async () => {
    const { findings } = await imported(jsonExport([line('01012100', ['6.5% ', 'Free \n(A)', '1%'])]), ['01']);
    expect(
      findings.findings.map(({ what, detail, column, text, became }) => [what, detail, column, text, became]),
    ).toEqual([
      ['cleaned', 'stray spaces', 'general', '6.5% ', '6.5%'],
      ['cleaned', 'line breaks', 'special', 'Free \n(A)', 'Free (A)'],
      ['cleaned', 'stray spaces', 'special', 'Free \n(A)', 'Free (A)'],
    ]);
  });

  test('chapters that are not asked for are counted, their texts not read', async () => {
    const { edition: read, findings } = await imported(
      jsonExport([line('01012100', rates), line('99038001', ['whatever', '', ''])]),
      ['01'],
    );
    expect([...read.counts.leftOut]).toEqual([['99', 1]]);
    expect(findings.problems).toEqual([]);
    expect(findings.findings).toMatchObject([{ what: 'left out', number: '9903.80.01' }]);
  });
});

describe('editions', () => {
  const [first, second, third] = ['2025-01-01', '2025-07-01', '2026-01-01'].map((day) => isoDate(day) ?? null);
  const at = async (effective: IsoDate | null | undefined, ...lines: readonly MadeLine[]): Promise<Edition> => ({
    ...(await imported(jsonExport(lines), ['01'])).edition,
    effective: effective ?? null,
  });
  const days = (editions: readonly Edition[]): readonly string[] =>
    mergeEditions(editions).map(({ number, cells, from, before }) => `${number} ${cells[0]} ${from} ${before}`);

  test('a rate that changes, one that vanishes and comes back, one that appears', async () => {
    const stays = line('01010000', rates);
    const editions = [
      await at(first, stays, line('01012100', rates), line('01013000', rates)),
      await at(second, stays, line('01012100', ['7%', '', '15%'])),
      await at(third, stays, line('01012100', ['7%', '', '15%']), line('01013000', rates), line('01014000', rates)),
    ];
    expect(days(editions)).toEqual([
      '01010000 6.8% 2025-01-01 null',
      '01012100 6.8% 2025-01-01 2025-07-01',
      '01012100 7% 2025-07-01 null',
      '01013000 6.8% 2025-01-01 2025-07-01',
      '01013000 6.8% 2026-01-01 null',
      '01014000 6.8% 2026-01-01 null',
    ]);
  });

  test('one alone, without a day, has rows without days', async () => {
    expect(days([await at(null, line('01012100', rates))])).toEqual(['01012100 6.8% null null']);
  });

  test('another suffix is another row; another description is not', async () => {
    const editions = [
      await at(first, line('01012100', rates), line('0101210010')),
      await at(second, line('01012100', rates, { words: 'Horses' }), line('0101210010')),
      await at(third, line('01012100', rates, { words: 'Horses' }), line('0101210020')),
    ];
    expect(mergeEditions(editions).map(({ words, suffixes, from }) => [words, suffixes, from])).toEqual([
      ['Horses', ['10'], '2025-01-01'],
      ['Horses', ['20'], '2026-01-01'],
    ]);
  });

  test('one that begins late, ends early or lost a chapter is not whole', async () => {
    const lines = ['01', '02', '03', '99'].map((chapter) => line(`${chapter}012100`, rates));
    const read = async (...which: readonly number[]): Promise<Edition> =>
      (await imported(jsonExport(lines.filter((_, index) => which.includes(index))), ['01', '02', '03'])).edition;
    const whole = (...editions: readonly Edition[]): readonly string[] =>
      checkWhole(editions, ['01', '02', '03']).map(({ severity, message }) => `${severity}: ${message}`);
    expect(whole(await read(0, 1, 2))).toEqual([]);
    expect(whole(await read(0, 2))).toEqual([]);
    expect(whole(await read(0, 1))).toEqual(['error: has chapters 01 to 02; 01 to 03 are asked for']);
    expect(whole(await read(3))).toEqual(['error: has no number of the chapters asked for']);
    expect(whole(await read(0, 1, 2), await read(0, 2))).toEqual([
      'error: lacks chapter 02, which the edition before (export) has',
    ]);
  });
});
