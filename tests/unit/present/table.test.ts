import { describe, expect, test } from 'vitest';
import type { ResultLine } from '../../../src/customs/assessment.ts';
import { problem } from '../../../src/customs/problem.ts';
import { type RunEnd, type RunInfo, type Style, rendererFor } from '../../../src/present/renderer.ts';
import { safeText } from '../../../src/present/safe-text.ts';
import { displayWidth } from '../../../src/present/text-width.ts';
import { everyKind, inFile, refused, split, unknown, withFacts } from '../../support/answers.ts';
import { assessedLine, entryLine, invalidLine, money, runInfo, style, totals } from '../../support/nouns.ts';

async function render(
  lines: readonly ResultLine[],
  info: Partial<RunInfo> = {},
  look: Partial<Style> = {},
  end: Partial<RunEnd> = {},
): Promise<string> {
  const renderer = await rendererFor('table', runInfo(info), style(look));
  return (
    renderer.head() +
    renderer.lines(lines) +
    renderer.tail({ totals: totals(), fileProblems: [], summary: null, ...end })
  );
}

const single = { single: true };

describe('one shipment', () => {
  test('is set out in columns', async () => {
    expect(await render([split], single)).toBe(`\
7208.10.15.00 from Germany
Entered 2022-02-01, value $100,000.00, 50,000 kg

  Heading     What it is                          Rate          Basis     Amount
  ──────────────────────────────────────────────────────────────────────────────
  9903.80.67  Section 232 steel: European Union,  Free     $80,000.00      $0.00
              tariff-rate quota (in-quota)              entered value
  9903.80.01  Section 232 steel: Steel articles,   25%     $20,000.00  $5,000.00
              general rate (over-quota)                 entered value
  ──────────────────────────────────────────────────────────────────────────────
  Total duty                                                           $5,000.00

Not covered  base duty (column 1 of the schedule); merchandise processing and
             harbor maintenance fees
Quota        drew 40,000 of 50,000 kg from 9903.80.67/DE/2022-Q1 (EU steel
             tariff-rate quota); nothing left
Note         9903.80.67/DE/2022-Q1 has 40,000 kg left: 10,000 kg of 50,000 kg is
             the part over quota
Law          9903.80.67: Proclamation 10328 of 2021-12-27
             limit of 9903.80.67/DE/2022-Q1: A trade paper (known from secondary
             sources)
             9903.80.01: Proclamation 9705 of 2018-03-08, 83 FR 11625
Tables       Section 232 steel: documented through 2025-03-11

An estimate, not a customs ruling or legal advice.
`);
  });

  test('is stacked where columns have no room', async () => {
    expect(await render([assessedLine()], single, { width: 60 })).toBe(`\
7208.10.15.00 from Germany
Entered 2022-02-01, value $100,000.00, 50,000 kg

  9903.80.01  Section 232 steel: Steel articles, general
              rate
              25% on $100,000.00 (entered value)  $25,000.00
  ──────────────────────────────────────────────────────────
  Total duty                                      $25,000.00

Not covered  base duty (column 1 of the schedule);
             merchandise processing and harbor maintenance
             fees
Law          9903.80.01: Proclamation 9705 of 2018-03-08, 83
             FR 11625
Tables       Section 232 steel: documented through
             2025-03-11

An estimate, not a customs ruling or legal advice.
`);
  });

  test('unknown: both ways, each with its duty, and what to give', async () => {
    expect(await render([unknown], single, { width: 70 })).toContain(`\
Unknown: the duty depends on what is not known here.
Why          what 9903.80.67/DE/2022-Q1 holds is not known
             Give what was left: --balance
             '9903.80.67/DE/2022-Q1=500t'

If 9903.80.67/DE/2022-Q1 has room for it:
  9903.80.67  Section 232 steel: European Union, tariff-rate quota
              (in-quota)
              Free on $100,000.00 (entered value)                $0.00
  ────────────────────────────────────────────────────────────────────
  Total duty                                                     $0.00

If 9903.80.67/DE/2022-Q1 has no room for it:
  9903.80.01  Section 232 steel: Steel articles, general rate
              (over-quota)
              25% on $100,000.00 (entered value)            $25,000.00
  ────────────────────────────────────────────────────────────────────
  Total duty                                                $25,000.00
`);
  });

  test('refused: says so, and gives no amount of duty', async () => {
    const text = await render([refused], single);
    expect(text).toContain(
      'Refused: the goods cannot be entered for consumption.\n' +
        'Why          9903.80.05/BR/2022-Q1 has no room for 50,000 kg\n',
    );
    expect(text).not.toContain('Total');
  });

  test('facts, an overlay, a source that is not the text itself, problems of the run', async () => {
    const fileProblems = [problem('bad-balance', 'warning', 'its balance was not used')];
    const text = await render([withFacts], single, { width: 120 }, { fileProblems });
    expect(text).toContain('melt pour country Brazil, us content share 12.5%,\ncertificate of origin yes, id PO-1\n');
    expect(text).toContain('–        Section 232 steel (rests on “What if”)');
    expect(text).toContain('Section 232 steel: A trade paper (known from secondary sources)');
    expect(text).toContain('Warning      its balance was not used');
  });

  test('fees stand between duty and total', async () => {
    const line = assessedLine({
      totals: { duty: money('25000'), refundable: money('0'), fees: money('538.40'), total: money('25538.40') },
    });
    expect(await render([line], single)).toMatch(/Total duty +\$25,000.00\n +Fees +\$538.40\n +Total +\$25,538.40\n/);
  });

  test('a class of goods', async () => {
    const line = assessedLine({ line: entryLine({ goods: { kind: 'class', name: 'steel' } }) });
    expect(await render([line], single)).toMatch(/^steel \(no HTS number\) from Germany\n/);
  });

  test('an unreadable one', async () => {
    expect(await render([invalidLine()], single)).toMatch(
      /^101210000 from DE\n\nInvalid: the declaration cannot be assessed as it stands.\nWhy +hts: "101210000" has 9 digits/,
    );
  });
});

describe('many lines', () => {
  const end = { totals: totals({ counts: { assessed: 3, refused: 1, unknown: 1, invalid: 1 } }) };

  test('stand side by side, then problems, totals and law', async () => {
    expect(await render(inFile(everyKind), {}, { width: 120 }, end)).toBe(`\
Line  Id       HTS number     Origin  Date              Value  Heading, rate                      Duty  Status
────────────────────────────────────────────────────────────────────────────────────────────────────────────────
   2  PO-1000  7208.10.15.00  DE      2022-02-01  $100,000.00  9903.80.01  25%              $25,000.00  assessed
   3  PO-1001  7208.10.15.00  DE      2022-02-01  $100,000.00  9903.80.67  Free  in-quota    $5,000.00  assessed
                                                               9903.80.01  25%  over-quota
   4  PO-1002  7208.10.15.00  DE      2022-02-01  $100,000.00  9903.80.67  Free  in-quota     $0.00 or  unknown
                                                               9903.80.01  25%  over-quota  $25,000.00
   5  PO-1003  7208.10.15.00  BR      2022-02-01  $100,000.00                                           refused
   6  PO-1004  7208.10.15.00  MX      2022-02-01   $1,234.567              Free                  $0.00  assessed
   7  S-14     101210000      DE      2022-02-01      1200.00                                           invalid

shipments.csv:4: what 9903.80.67/DE/2022-Q1 holds is not known                                 [limit-unknown]
  hint: Give what was left: --balance '9903.80.67/DE/2022-Q1=500t'
shipments.csv:5: 9903.80.05/BR/2022-Q1 has no room for 50,000 kg                                  [quota-full]
shipments.csv:7: hts: "101210000" has 9 digits; a leading zero may have been lost in a spreadsheet  [bad-field]
  hint: 0101.21.00.00? Format the column as text, or quote it.
shipments.csv:3: note: 9903.80.67/DE/2022-Q1 has 40,000 kg left: 10,000 kg of 50,000 kg is the    [over-quota]
  part over quota

Entered value  $100,000.00
Duty            $25,000.00
3 assessed, 1 refused, 1 unknown, 1 invalid: only assessed lines are in the totals
Not covered  base duty (column 1 of the schedule); merchandise processing and harbor maintenance fees

Law          9903.80.01: Proclamation 9705 of 2018-03-08, 83 FR 11625
             9903.80.67: Proclamation 10328 of 2021-12-27
             limit of 9903.80.67/DE/2022-Q1, Section 232 steel: A trade paper (known from secondary sources)
Tables       Section 232 steel: documented through 2025-03-11

An estimate, not a customs ruling or legal advice.
`);
  });

  test('move closer before they are stacked', async () => {
    expect(await render(inFile([split, refused]), {}, { width: 100 })).toContain(`\
Line  Id       HTS number     Origin  Date              Value  Heading, rate          Duty
──────────────────────────────────────────────────────────────────────────────────────────
   2  PO-1000  7208.10.15.00  DE      2022-02-01  $100,000.00  9903.80.67  Free  $5,000.00
                                                               9903.80.01  25%
   3  PO-1001  7208.10.15.00  BR      2022-02-01  $100,000.00                      refused
`);
  });

  test('are stacked in a narrow terminal', async () => {
    expect(await render(inFile([split, unknown]), {}, { width: 60 })).toContain(`\
Line  HTS number     Heading                Value
      Date, origin   Rate                    Duty
      Id                                   Status
─────────────────────────────────────────────────
   2  7208.10.15.00  9903.80.67 Free  $100,000.00
      2022-02-01 DE  9903.80.01 25%     $5,000.00
      PO-1000
─────────────────────────────────────────────────
   3  7208.10.15.00  9903.80.67 Free  $100,000.00
      2022-02-01 DE  9903.80.01 25%      $0.00 or
      PO-1001                          $25,000.00
                                          unknown
`);
  });

  test('of several files stand under their names', async () => {
    const text = await render([...inFile([split]), ...inFile([split], 'b.csv')], {}, { width: 120 });
    expect(text).toMatch(/─+\nshipments.csv\n +2 [\s\S]*\nb.csv\n +2 /);
  });

  test('of more than a thousand only what they come to', async () => {
    const lines = inFile(Array.from({ length: 1001 }, (_, index) => everyKind[index % everyKind.length] ?? split));
    const summary = [
      {
        keys: { regime: 'us-232-steel', status: 'assessed' },
        lines: 501,
        enteredValue: money('5000'),
        duty: money('0'),
      },
      { keys: { regime: '', status: 'invalid' }, lines: 1, enteredValue: money('0'), duty: money('0') },
    ];
    const text = await render(lines, {}, { width: 90 }, { summary });
    expect(text).toContain(`\
Regime        Status    Lines  Entered value   Duty
───────────────────────────────────────────────────
us-232-steel  assessed    501      $5,000.00  $0.00
–             invalid       1          $0.00  $0.00

More than 1,000 lines are not listed here. To have each of them: --format csv (or ndjson)
-o FILE
`);
    expect(text).toContain('shipments.csv:7, 13, 19, 25, 31, 37 and 160 more: hts:');
    expect(text).not.toContain('PO-1000');
  });

  test('summed up take the place of the lines', async () => {
    const summary = [{ keys: { origin: 'DE' }, lines: 2, enteredValue: money('2000'), duty: money('500') }];
    const text = await render(inFile([split, split]), { summaryBy: ['origin'] }, {}, { summary });
    expect(text).toMatch(/^Origin +Lines +Entered value +Duty\n─+\nDE Germany +2 +\$2,000.00 +\$500.00\n/);
    expect(text).not.toContain('PO-1000');
  });

  test('summed up by many keys, in a narrow terminal', async () => {
    const keys = { origin: 'DE', regime: 'us-232-steel', month: '2022-01', status: 'assessed' } as const;
    const summary = [{ keys, lines: 2, enteredValue: money('200000'), duty: money('50000') }];
    const text = await render(
      [split],
      { summaryBy: ['origin', 'regime', 'month', 'status'] },
      { width: 50 },
      { summary },
    );
    expect(text).toContain(`\
Origin        Lines  Entered value        Duty
Regime
Month
Status
──────────────────────────────────────────────
DE Germany        2    $200,000.00  $50,000.00
us-232-steel
2022-01
assessed
`);
  });

  test('none', async () => {
    expect(
      await render([], {}, {}, { totals: totals({ counts: { assessed: 0, refused: 0, unknown: 0, invalid: 0 } }) }),
    ).toMatch(/^Entered value/);
  });
});

describe('every answer', () => {
  const runs = [
    ...everyKind.map((line) => ({ lines: [line], info: single })),
    { lines: inFile(everyKind), info: {} },
    { lines: [...inFile(everyKind), ...inFile(everyKind, 'another-file.csv')], info: {} },
  ];

  test.each([40, 60, 72, 80, 100, 120, 200])('fits %i columns, coloured or not', async (width) => {
    for (const { lines, info } of runs) {
      const text = await render(lines, info, { width });
      for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
      expect(text).not.toMatch(/ $/m);
      const coloured = await render(lines, info, { width, color: true });
      expect(coloured.split('\n').map(safeText).join('\n').replaceAll(/ +$/gm, '')).toBe(text);
    }
  });

  test('a place without a width', async () => {
    for (const { lines, info } of runs) expect(await render(lines, info, { width: Infinity })).toContain('An estimate');
  });

  test('takes nothing from a file to the terminal that acts on it', async () => {
    const hostile = '\u001b]0;owned\u0007\u001b[2Jx\u202e';
    const line = assessedLine({
      line: entryLine({ id: hostile, goods: { kind: 'class', name: hostile } }),
      problems: [problem('bad-field', 'warning', hostile, { column: hostile, hint: hostile })],
    });
    const echo = { id: hostile, hts: hostile, origin: hostile, date: hostile, value: hostile };
    const lines = [line, invalidLine({ echo, file: hostile })];
    for (const text of [await render([line], single), await render(lines, {}, { width: 120 })]) {
      expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202E]/u);
    }
  });
});
