import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCalculator } from '../../src/library.ts';
import { section232 } from './officer.ts';

const data = join(import.meta.dirname, '..', '..', 'data');
const { codes: countries } = JSON.parse(readFileSync(join(data, 'countries.json'), 'utf8')) as {
  readonly codes: readonly string[];
};
/** The tables that are asked, and the quotas and groups of origins they use. */
const laws = [
  ...section232.map((regime) => join(data, 'regimes', `${regime}.json`)),
  ...readdirSync(join(data, 'quotas')).map((file) => join(data, 'quotas', file)),
  join(data, 'jurisdictions', 'us.json'),
].map((file) => readFileSync(file, 'utf8'));

/** Every day on which a rate begins or ends, and the day before, within the days the tables are documented for. */
const days = [
  ...new Set(
    laws.flatMap((text) => [...text.matchAll(/"(?:from|before)": "(\d{4}-\d\d-\d\d)"/g)].map(([, day = '']) => day)),
  ),
]
  .flatMap((day) => [dayBefore(day), day])
  .filter((day) => day >= '2018-03-23' && day <= '2026-04-05')
  .toSorted();

/** Each metal, and each kind of its goods; derivatives are goods of the law from the day of their list. */
const goods = [
  { what: 'steel coil', hts: '7208.39.0030', regime: 'us-232-steel', since: '2018-03-23' },
  { what: 'steel pipe', hts: '7306.30.5028', regime: 'us-232-steel', since: '2018-03-23' },
  { what: 'stainless wire rod', hts: '7221.00.0017', regime: 'us-232-steel', since: '2018-03-23' },
  { what: 'nails', hts: '7317.00.5503', regime: 'us-232-steel', since: '2020-02-08' },
  { what: 'steel bumpers', hts: '8708.10.3020', regime: 'us-232-steel', since: '2020-02-08' },
  { what: 'aluminum ingot', hts: '7601.10.6090', regime: 'us-232-aluminum', since: '2018-03-23' },
  { what: 'aluminum sheet', hts: '7606.12.3091', regime: 'us-232-aluminum', since: '2018-03-23' },
  { what: 'clad aluminum sheet', hts: '7606.12.6000', regime: 'us-232-aluminum', since: '2018-03-23' },
  { what: 'aluminum castings', hts: '7616.99.5160', regime: 'us-232-aluminum', since: '2018-03-23' },
  { what: 'aluminum cable', hts: '7614.90.5000', regime: 'us-232-aluminum', since: '2020-02-08' },
  { what: 'screws', hts: '7318.15.2010', regime: 'us-232-steel', since: '2025-03-12' },
  { what: 'steel buildings', hts: '9406.20.0000', regime: 'us-232-steel', since: '2025-03-12' },
  { what: 'aluminum doors', hts: '7610.10.0010', regime: 'us-232-aluminum', since: '2025-03-12' },
  { what: 'beer', hts: '2203.00.0030', regime: 'us-232-aluminum', since: '2025-04-04' },
  { what: 'copper wire', hts: '7408.11.6000', regime: 'us-232-copper', since: '2025-08-01' },
] as const;

/** What may keep a line from having one duty line: a quota, or a question the law asks. */
const namedReasons = new Set(['limit-unknown', 'missing-quantity', 'quota-full', 'fact-undeclared']);

const declared = {
  nothing: {},
  'own metal': { own: true },
} as const;

describe('each origin, on each day on which anything changes', () => {
  test('the days are those of the law', () => {
    expect(days).toContain('2018-03-23');
    expect(days).toContain('2022-01-01');
    expect(days).toContain('2025-03-12');
    expect(days).toContain('2025-06-04');
    expect(days.at(-1)).toBe('2026-04-05');
    expect(countries).toHaveLength(250);
  });

  describe.each(Object.entries(declared))('with %s declared', (_, facts) => {
    test.each(goods)('has one answer for $what', ({ hts, regime, since }) => {
      const calculator = createCalculator({ regimes: section232 });
      const wrong: string[] = [];
      for (const date of days) {
        for (const origin of countries) {
          const own =
            'own' in facts
              ? {
                  melt_pour_country: origin,
                  primary_smelt_country: origin,
                  cast_country: origin,
                  certificate_of_origin: 'yes',
                }
              : {};
          const answer = calculator.assess({ hts, origin, date, value: '1000.00', weight: '10 kg', ...own });
          const lines = answer.duties.filter((duty) => duty.regime === regime);
          const named = answer.problems.some(({ code, severity }) => severity === 'error' && namedReasons.has(code));
          const one =
            date < since
              ? lines.length === 0 && answer.status === 'assessed'
              : lines.length === 1 && answer.status === 'assessed';
          const open = (answer.status === 'unknown' || answer.status === 'refused') && named && answer.totals === null;
          if (answer.duties.length !== lines.length || !(one || open))
            wrong.push(
              `${origin} ${date}: ${answer.status}, ${lines.length} lines, ${answer.problems.map(({ code }) => code).join(' ')}`,
            );
        }
      }
      expect(wrong).toEqual([]);
    });
  });
});

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
