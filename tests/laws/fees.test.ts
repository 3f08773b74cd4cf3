import fc from 'fast-check';
import { problem } from '../../src/customs/problem.ts';
import { describe, expect, test } from 'vitest';
import { startEntries } from '../../src/assess/entries.ts';
import type { AssessedLine, ResultLine } from '../../src/customs/assessment.ts';
import { Decimal } from '../../src/exact/decimal.ts';
import { apportionAmong, toMoney } from '../../src/exact/money.ts';
import { rounding } from '../support/nouns.ts';
import { type Columns, smallLaw } from '../support/small-law.ts';

const fee = {
  regime: 'fee',
  role: 'fee',
  measures: [{ id: 'all', goods: 'all', rates: [{ heading: '499', rate: '0.3464%', min: '$33.58', max: '$651.50' }] }],
};
const duty = { regime: 'duty', measures: [{ id: 'all', goods: ['72'], rates: [{ rate: '25%' }] }] };
const law = smallLaw([duty, fee]);

const cents = fc.integer({ min: 0, max: 20_000_000 }).map((amount) => new Decimal(amount).div(100).toFixed(2));

function feesIn(lines: readonly AssessedLine[]): Decimal {
  return lines.reduce((total, line) => total.plus(line.totals?.fees ?? 0), new Decimal(0));
}

function entry(values: readonly string[], entry_number = 'E-1'): readonly Columns[] {
  return values.map((value) => ({ value, entry_number }));
}

/** All lines, those held back too, whatever the batches. */
function run(lines: readonly Columns[], batch = lines.length): readonly AssessedLine[] {
  return law.run(
    lines.map((line) => law.line(line)),
    { batch },
  ).lines;
}

describe('shares of an amount', () => {
  test('add up to it, each to less than a cent its proportion', () => {
    fc.assert(
      fc.property(cents, fc.array(cents, { minLength: 1, maxLength: 20 }), (total, weights) => {
        const parts = weights.map((weight) => new Decimal(weight));
        const whole = parts.reduce((sum, part) => sum.plus(part), new Decimal(0));
        const shares = apportionAmong(toMoney(new Decimal(total), rounding), parts, rounding);
        expect(shares.reduce((sum, share) => sum.plus(share), new Decimal(0)).toFixed(2)).toBe(total);
        for (const [index, share] of shares.entries()) {
          expect(share.decimalPlaces()).toBeLessThanOrEqual(2);
          expect(share.isNegative() && !share.isZero()).toBe(false);
          if (!whole.isZero())
            expect(
              share
                .minus(new Decimal(total).times(parts[index] ?? 0).div(whole))
                .abs()
                .lt('0.01'),
            ).toBe(true);
        }
      }),
    );
  });
});

describe('the fees of an entry', () => {
  test('the lines add up to what the entry owes, held between its bounds once', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 12 }), (values) => {
        const value = values.reduce((sum, one) => sum.plus(one), new Decimal(0));
        const owed = Decimal.max('33.58', Decimal.min('651.50', toMoney(value.times('0.003464'), rounding)));
        expect(feesIn(run(entry(values))).toFixed(2)).toBe(owed.toFixed(2));
      }),
    );
  });

  test('batches change nothing', () => {
    const lines = [...entry(['100', '20000', '3'], 'A'), ...entry(['500000'], 'B'), ...entry(['1', '2'], 'C')];
    const texts = [1, 2, 3, 4, 6].map((batch) =>
      run(lines, batch).map((line) => [line.line.value.toFixed(), line.totals?.fees?.toFixed(2)].join()),
    );
    expect(new Set(texts.map((one) => one.join(' '))).size).toBe(1);
    // A: 20,103 × 0.3464% = 69.636792; its parts 0.35 (0.3464), 69.28 (69.28), 0.01 (0.010392). B: the most. C: the least, 1 : 2.
    expect(texts[0]).toEqual(['100,0.35', '20000,69.28', '3,0.01', '500000,651.50', '1,11.19', '2,22.39']);
  });

  test('a line without an entry number has none: no least for each row', () => {
    const [line] = run([{ value: '100' }]);
    expect(line?.totals).toMatchObject({ fees: null });
    expect(line?.fees).toEqual([]);
  });

  test('one of whose lines may be a row that cannot be read has none, and each line says so', () => {
    const good = law.line({ value: '100', entry_number: 'E-1' });
    const [assessed] = law.run([good]).lines;
    const wrong: ResultLine = {
      kind: 'invalid',
      status: 'invalid',
      file: null,
      lineNumber: 3,
      entryNumber: null,
      echo: { id: null, hts: null, origin: null, date: null, value: null },
      problems: [problem('bad-row', 'error', 'the row has 3 fields, the header 7')],
      row: null,
    };
    expect(assessed?.totals?.fees?.toFixed(2)).toBe('33.58');
    const told = (...lines: ResultLine[]): string[][] => {
      const answers = law.throughEntries(
        [{ ...(assessed as AssessedLine), fees: [] }, ...lines],
        startEntries('by-number'),
      );
      return answers.map(({ problems }) => problems.map(({ code }) => code));
    };
    expect(told(wrong)).toEqual([['entry-incomplete'], ['bad-row']]);
    // A row that was read, and has no entry number, is no line of the entry, whatever else is wrong with it.
    const other: ResultLine = { ...wrong, problems: [problem('bad-field', 'error', '"x" is not a number')] };
    expect(told(other)).toEqual([[], ['bad-field']]);
  });

  test('whose lines have two dates has none', () => {
    const lines = run([
      { value: '100', entry_number: 'E-1', date: '2022-02-01' },
      { value: '100', entry_number: 'E-1', date: '2022-02-02' },
    ]);
    expect(lines.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['entry-incomplete'],
      ['entry-incomplete'],
    ]);
  });

  test('that comes again after another one is not charged twice: the line is invalid', () => {
    const lines = run([
      ...entry(['1000'], 'A'),
      ...entry(['1000'], 'B'),
      ...entry(['1000', '5'], 'A'),
      ...entry(['1'], 'C'),
    ]);
    expect(lines.map(({ status }) => status)).toEqual(['assessed', 'assessed', 'invalid', 'invalid', 'assessed']);
    expect(lines[2]?.problems).toMatchObject([{ code: 'entry-not-adjacent', column: 'entry_number' }]);
    expect(feesIn(lines).toFixed(2)).toBe('100.74');
  });

  describe('where one line leaves open what it pays', () => {
    const asked = { mode: { is: ['vessel'], ifUndeclared: 'ask' } };
    const measures = (bounds: object): object[] => [
      { id: 'sea', title: 'sea', goods: 'all', when: asked, rates: [{ rate: '0.125%', ...bounds }] },
    ];
    const lines: readonly Columns[] = [
      { value: '10000', entry_number: 'E-1', mode: 'vessel' },
      { value: '20000', entry_number: 'E-1' },
      { value: '10000', entry_number: 'E-1', mode: 'air' },
    ];
    const answers = (bounds: object): readonly (readonly unknown[])[] => {
      const open = smallLaw([duty, { ...fee, regime: 'us-hmf', title: 'Harbor fee', measures: measures(bounds) }]);
      return open
        .run(lines.map((line) => open.line(line)))
        .lines.map((line) => [
          line.totals?.fees?.toFixed(2),
          line.notCovered.includes('us-hmf'),
          line.problems.map(({ code }) => code).join(),
        ]);
    };

    test("a fee without bounds is each line's own: 10,000.00 × 0.125% = 12.50", () => {
      expect(answers({})).toEqual([
        ['12.50', false, ''],
        [undefined, true, 'fact-undeclared'],
        [undefined, false, ''],
      ]);
    });

    test('one with bounds is not known, and every line says so', () => {
      expect(answers({ min: '$5.00' })).toEqual([
        [undefined, true, 'entry-incomplete'],
        [undefined, true, 'fact-undeclared'],
        [undefined, true, 'entry-incomplete'],
      ]);
    });
  });

  test('of two kinds at once is not known: an entry is formal or informal', () => {
    const bundled = smallLaw([
      duty,
      {
        ...fee,
        facts: { informal_entry: { type: 'yes-no', question: 'Informal?' } },
        measures: [
          ...fee.measures,
          {
            ...fee.measures[0],
            id: 'informal',
            when: { informal_entry: true },
            rates: [{ rate: '0.3464%', min: '$2.69', max: '$2.69' }],
          },
        ],
        order: ['informal'],
      },
    ]);
    const lines = ['yes', 'no'].map((informal_entry) =>
      bundled.line({ value: '1000', entry_number: 'E-1', informal_entry }),
    );
    const answers = bundled.run(lines).lines;
    expect(answers.map(({ fees }) => fees.length)).toEqual([0, 0]);
    expect(answers[0]?.problems).toMatchObject([
      { code: 'entry-incomplete', message: expect.stringContaining('informal, all') },
    ]);
  });

  test('bounds have their place in tables of fees alone', () => {
    expect(() => smallLaw({ ...fee, role: 'additional' })).toThrow(/needs a table with "role": "fee"/);
  });
});
