import { describe, expect, test } from 'vitest';
import type { ResultLine } from '../../../src/customs/assessment.ts';
import { problem } from '../../../src/customs/problem.ts';
import { type RunEnd, type RunInfo, rendererFor } from '../../../src/present/renderer.ts';
import { inFile, split, unknown } from '../../support/answers.ts';
import { assessedLine, dutyLine, entryLine, invalidLine, money, runInfo, style, totals } from '../../support/nouns.ts';

async function render(
  lines: readonly ResultLine[],
  info: Partial<RunInfo> = {},
  end: Partial<RunEnd> = {},
): Promise<string> {
  const renderer = await rendererFor('markdown', runInfo(info), style());
  const rows = lines.map((line) => renderer.lines([line]));
  return [renderer.head(), ...rows, renderer.tail({ totals: totals(), fileProblems: [], summary: null, ...end })].join(
    '',
  );
}

describe('markdown', () => {
  test('lines, then what is wrong, what it comes to, and the law', async () => {
    expect(await render(inFile([split, invalidLine()]))).toBe(`\
| Line | Id | HTS number | Origin | Date | Value | Heading | Rate | Duty | Status |
| ---: | --- | --- | --- | --- | ---: | --- | --- | ---: | --- |
| shipments.csv:2 | PO-1000 | 7208.10.15.00 | DE | 2022-02-01 | $100,000.00 | 9903.80.67<br>9903.80.01 | Free in-quota<br>25% over-quota | $5,000.00 | assessed |
| 3 | S-14 | 101210000 | DE | 2022-02-01 | 1200.00 |  |  |  | invalid |

- **error** shipments.csv:3: hts: "101210000" has 9 digits; a leading zero may have been lost in a spreadsheet \`bad-field\`<br>0101.21.00.00? Format the column as text, or quote it.
- **notice** shipments.csv:2: 9903.80.67/DE/2022-Q1 has 40,000 kg left: 10,000 kg of 50,000 kg is the part over quota \`over-quota\`

- **Entered value:** $100,000.00
- **Duty:** $25,000.00
- **Lines:** 1 assessed
- **Not covered:** base duty (column 1 of the schedule); merchandise processing and harbor maintenance fees
- **Law, 9903.80.67:** Proclamation 10328 of 2021-12-27
- **Law, limit of 9903.80.67/DE/2022-Q1:** A trade paper (known from secondary sources)
- **Law, 9903.80.01:** Proclamation 9705 of 2018-03-08, 83 FR 11625
- **Tables:** Section 232 steel: documented through 2025-03-11

_An estimate, not a customs ruling or legal advice._
`);
  });

  test('one shipment: the parts a terminal shows', async () => {
    const text = await render([unknown], { single: true });
    expect(text).toContain('### 7208.10.15.00 from Germany\n\nEntered 2022-02-01, value $100,000.00, 50,000 kg\n');
    expect(text).toContain('**Unknown: the duty depends on what is not known here.**\n\n- **Why:** what');
    expect(text).toContain(`If 9903.80.67/DE/2022-Q1 has no room for it:

| Heading | What it is | Rate | Basis | Amount |
| --- | --- | ---: | ---: | ---: |
| 9903.80.01 | Section 232 steel: Steel articles, general rate (over-quota) | 25% | $100,000.00 (entered value) | $25,000.00 |
|  | **Total duty** |  |  | **$25,000.00** |
`);
  });

  test('nothing from a file becomes markup', async () => {
    const hostile = 'a|b <script> [x](y) `c` *d*\n| e';
    const safe = String.raw`a\|b \<script\> \[x\](y) \`c\` \*d\* \| e`;
    const line = assessedLine({
      line: entryLine({ id: hostile }),
      duties: [dutyLine({ rate: hostile })],
      problems: [problem('bad-field', 'error', hostile, { hint: hostile })],
    });
    const text = await render([line]);
    expect(text.split(safe)).toHaveLength(5);
  });

  test('a source with an address is a link', async () => {
    const citation = { source: 'Notice [1]', confidence: 'unverified', url: 'https://example.org/a' } as const;
    expect(await render([assessedLine({ duties: [dutyLine({ citation })] })])).toContain(
      String.raw`- **Law, 9903.80.01:** [Notice \[1\] (unverified)](https://example.org/a)`,
    );
    const wrong = { ...citation, url: 'javascript:alert(1)' } as const;
    expect(await render([assessedLine({ duties: [dutyLine({ citation: wrong })] })])).not.toContain('javascript');
  });

  test('a summary takes the place of the lines', async () => {
    const summary = [{ keys: { origin: 'DE' }, lines: 2, enteredValue: money('2000'), duty: money('500') }];
    expect(await render([split], { summaryBy: ['origin'] }, { summary })).toMatch(
      /^\| Origin \| Lines \| Entered value \| Duty \|\n\| --- \| ---: \| ---: \| ---: \|\n\| DE Germany \| 2 \| \$2,000.00 \| \$500.00 \|\n\n/,
    );
  });
});
