import { describe, expect, test } from 'vitest';
import { decided } from './officer.ts';
import { assessStack, stacks } from './stack.ts';

const bumper = { hts: '8708.10.3020', origin: 'JP', value: '10000.00', base_rate: '2.5%' };

/** EO 14289, section 3, from the first day of Proclamation 10908: what pays the duty on vehicles and their parts pays none on their metal. */
describe('goods that pay the duty on vehicles', () => {
  decided([
    {
      line: { ...bumper, date: '2025-04-02', other_section_232: 'yes' },
      owes: [['9903.81.89', '25%', '2500.00']],
      why: 'bumpers, the day before Proclamation 10908: 10,000.00 × 25%',
    },
    {
      line: { ...bumper, date: '2025-04-03', other_section_232: 'yes' },
      owes: [[null, 'Free', '0.00']],
      why: 'bumpers, from the first day of Proclamation 10908: no duty on their steel',
    },
    {
      line: { ...bumper, date: '2025-10-01', other_section_232: 'no' },
      owes: [['9903.81.89', '50%', '5000.00']],
      why: 'bumpers for anything else: 10,000.00 × 50%',
    },
  ]);

  stacks([
    {
      line: { ...bumper, date: '2025-10-01', other_section_232: 'yes' },
      owes: [
        [null, '2.5%', '10000.00', '250.00'],
        [null, 'Free', '10000.00', '0.00'],
        ['9903.01.33', 'Free', '10000.00', '0.00'],
      ],
      why: 'no reciprocal duty either, HTS 9903.01.33: 250.00',
    },
    {
      line: { ...bumper, date: '2026-07-12', other_section_232: 'yes' },
      owes: [
        [null, '2.5%', '10000.00', '250.00'],
        [null, 'Free', '10000.00', '0.00'],
        ['9903.03.06', 'Free', '10000.00', '0.00'],
      ],
      why: 'nor the surcharge of Section 122, U.S. note 2(aa)(v) and HTS 9903.03.06: 250.00',
    },
  ]);

  test('says that the duty on vehicles itself is in no table', () => {
    const { problems } = assessStack({ ...bumper, date: '2026-07-12', other_section_232: 'yes' });
    expect(problems.find(({ code }) => code === 'claim-not-covered')?.column).toBe('other_section_232');
  });
});
