import type { AssessedLine, InvalidLine, ResultLine } from '../../src/customs/assessment.ts';
import { type Problem, problem } from '../../src/customs/problem.ts';
import { Decimal } from '../../src/exact/decimal.ts';
import { assessedLine, digits, dutyLine, entryLine, invalidLine, money, quotaDraw } from './nouns.ts';

/** One line of each kind an answer can be, as the renderers get them. */
const inQuota = dutyLine({
  headings: ['9903.80.67'],
  measure: 'eu-quota',
  measureTitle: 'European Union, tariff-rate quota',
  tier: 'in-quota',
  basisAmount: money('80000'),
  rate: 'Free',
  amount: money('0'),
  quota: quotaDraw({
    drawn: digits('40000'),
    remaining: digits('0'),
    limit: { source: 'A trade paper', confidence: 'secondary' },
  }),
  citation: { source: 'Proclamation 10328 of 2021-12-27', confidence: 'documented' },
});

/** 40,000 of 50,000 kg in quota: 80,000 free, 20,000 × 25% = 5,000. */
export const split: AssessedLine = assessedLine({
  duties: [inQuota, dutyLine({ tier: 'over-quota', basisAmount: money('20000'), amount: money('5000') })],
  totals: { duty: money('5000'), refundable: money('0'), fees: money('0'), total: money('5000') },
  problems: [
    problem(
      'over-quota',
      'notice',
      '9903.80.67/DE/2022-Q1 has 40,000 kg left: 10,000 kg of 50,000 kg is the part over quota',
    ),
  ],
});

export const unknown: AssessedLine = assessedLine({
  status: 'unknown',
  duties: [],
  totals: null,
  outcomes: [
    {
      when: '9903.80.67/DE/2022-Q1 has room for it',
      status: 'assessed',
      duties: [{ ...inQuota, basisAmount: money('100000'), quota: quotaDraw({ remaining: null }) }],
      duty: money('0'),
    },
    {
      when: '9903.80.67/DE/2022-Q1 has no room for it',
      status: 'assessed',
      duties: [dutyLine({ tier: 'over-quota' })],
      duty: money('25000'),
    },
  ],
  problems: [
    problem('limit-unknown', 'error', 'what 9903.80.67/DE/2022-Q1 holds is not known', {
      hint: "Give what was left: --balance '9903.80.67/DE/2022-Q1=500t'",
    }),
  ],
});

export const refused: AssessedLine = assessedLine({
  line: entryLine({ from: 'BR' }),
  status: 'refused',
  duties: [],
  totals: null,
  problems: [problem('quota-full', 'error', '9903.80.05/BR/2022-Q1 has no room for 50,000 kg')],
});

/** Finer than a cent, with facts, an overlay, a secondary source and no heading. */
export const withFacts: AssessedLine = assessedLine({
  line: entryLine({
    from: 'MX',
    id: 'PO-1',
    value: new Decimal('1234.567'),
    facts: new Map([
      ['melt_pour_country', { type: 'country', text: 'BR' }],
      ['us_content_share', { type: 'percent', amount: new Decimal('12.5') }],
      ['certificate_of_origin', { type: 'yes-no', yes: true }],
    ]),
  }),
  duties: [
    dutyLine({
      headings: [],
      measure: '#3',
      measureTitle: null,
      rate: 'Free',
      basisAmount: money('1234.57'),
      amount: money('0'),
      citation: { source: 'A trade paper', confidence: 'secondary' },
      overlay: 'What if',
    }),
  ],
  totals: { duty: money('0'), refundable: money('0'), fees: money('0'), total: money('0') },
});

/** The lines of a file, numbered from 2, with ids. */
export function inFile(lines: readonly ResultLine[], file = 'shipments.csv'): readonly ResultLine[] {
  return lines.map((result, index) => {
    const place = { file, line: index + 2 };
    const problems = result.problems.map((one): Problem => ({ ...one, ...place }));
    if (result.kind === 'invalid') return { ...result, file, lineNumber: place.line, problems } satisfies InvalidLine;
    return { ...result, line: { ...result.line, where: place, id: `PO-${1000 + index}` }, problems };
  });
}

export const everyKind: readonly ResultLine[] = [assessedLine(), split, unknown, refused, withFacts, invalidLine()];
