import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type OutputLine, createCalculator } from '../../src/library.ts';
import { countries, dataFile, originsAlike } from '../support/origins-alike.ts';
import { type Shipment, section232 } from './officer.ts';

const data = join(import.meta.dirname, '..', '..', 'data');

/** A table with its quotas and the groups of origins it names: what an answer of the table may turn on. */
interface Law {
  readonly regime: string;
  readonly texts: readonly unknown[];
  /** Days on which a rate begins or ends, a list or a group changes. */
  readonly changes: ReadonlySet<string>;
  readonly origins: readonly string[];
}

const quotas = readdirSync(join(data, 'quotas')).map((file) => dataFile('quotas', file) as { readonly regime: string });
const { groups } = dataFile('jurisdictions', 'us.json') as { readonly groups: unknown };

const laws = section232.map((regime): Law => {
  const texts = [dataFile('regimes', `${regime}.json`), ...quotas.filter((quota) => quota.regime === regime)];
  return {
    regime,
    texts,
    changes: new Set(
      [...JSON.stringify([texts, groups]).matchAll(/"(?:from|before)":"(\d{4}-\d\d-\d\d)"/g)].map(
        ([, day = '']) => day,
      ),
    ),
    origins: originsAlike(texts).map(([one]) => one),
  };
});

/** Every day on which a rate begins or ends, and the day before, within the days the tables are documented for. */
const days = [...new Set(laws.flatMap(({ changes }) => [...changes].flatMap((day) => [dayBefore(day), day])))]
  .filter((day) => day >= '2018-03-23' && day <= '2026-04-05')
  .toSorted();

/** Origins that answer for all others on a day: each class of each law that changes on it, or on the day after. */
const askedOn = new Map(
  days.map((date) => {
    const changing = laws.filter(({ changes }) => [...changes].some((day) => day === date || dayBefore(day) === date));
    return [date, new Set(changing.flatMap(({ origins }) => origins))];
  }),
);

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

const declared: Readonly<Record<string, (origin: string) => Shipment>> = {
  nothing: () => ({}),
  'own metal': (origin) => ({
    melt_pour_country: origin,
    primary_smelt_country: origin,
    cast_country: origin,
    certificate_of_origin: 'yes',
  }),
};

describe('each class of origins, on each day on which anything changes', () => {
  test('the days are those of the law', () => {
    expect(days).toContain('2018-03-23');
    expect(days).toContain('2022-01-01');
    expect(days).toContain('2025-03-12');
    expect(days).toContain('2025-06-04');
    expect(days.at(-1)).toBe('2026-04-05');
    expect(countries).toHaveLength(250);
  });

  test.each(laws)('each origin is in one class of $regime', ({ texts, origins }) => {
    const classes = originsAlike(texts);
    expect(classes.flat().toSorted()).toEqual(countries);
    expect(classes.map(([one]) => one)).toEqual(origins);
  });

  test('origins that a law, or a group it names, tells apart are in classes of their own', () => {
    const law = [{ origins: ['CA', 'MX'] }, { origins: ['EU'], exceptOrigins: ['CA'], note: 'BR' }];
    const classOf = (code: string): readonly string[] => originsAlike(law).find((alike) => alike.includes(code)) ?? [];
    expect(['CA', 'MX', 'BR', 'GB'].map((code) => classOf(code))).toEqual([['CA'], ['MX'], ['BR'], ['GB']]);
    expect(classOf('DE')).toHaveLength(27);
    expect(classOf('IN')).toHaveLength(250 - 4 - 27);
  });

  describe.each(Object.entries(declared))('with %s declared', (_, declare) => {
    test.each(goods)('has one answer for $what', ({ hts, regime, since }) => {
      const calculator = createCalculator({ regimes: section232 });
      const wrong = days.flatMap((date) =>
        [...(askedOn.get(date) ?? [])].flatMap((origin) => {
          const answer = calculator.assess({
            hts,
            origin,
            date,
            value: '1000.00',
            weight: '10 kg',
            ...declare(origin),
          });
          return isAnswered(answer, regime, date >= since)
            ? []
            : [`${origin} ${date}: ${answer.status}, ${answer.problems.map(({ code }) => code).join(' ')}`];
        }),
      );
      expect(wrong).toEqual([]);
    });
  });
});

/** Classes are drawn from the texts; this asks the tool itself about each origin, on a day of its own for each kind of goods. */
describe('each origin fares as its class does', () => {
  test.each(
    goods.map((one, index) => ({ ...one, date: days[Math.floor(((index + 1) * days.length) / (goods.length + 1))] })),
  )('$what on $date', ({ hts, regime, date }) => {
    const calculator = createCalculator({ regimes: section232 });
    const fare = (origin: string): unknown => {
      const line = { hts, origin, date, value: '1000.00', ...declared['own metal']?.(origin) };
      const { status, duties } = calculator.assess(line);
      return [status, ...duties.map(({ heading, rate, amount }) => [heading, rate, amount])];
    };
    const classes = originsAlike(laws.filter((law) => law.regime === regime).flatMap(({ texts }) => texts));
    for (const [one, ...others] of classes) {
      const expected = fare(one);
      for (const other of others) expect(fare(other), `${other} as ${one}`).toEqual(expected);
    }
  });
});

/** One duty line, of the goods' own table, or a named reason why there is none yet; before the goods are of the law, nothing. */
function isAnswered({ status, duties, problems, totals }: OutputLine, regime: string, due: boolean): boolean {
  const own = duties.filter((duty) => duty.regime === regime);
  if (own.length !== duties.length) return false;
  if (status === 'assessed') return own.length === (due ? 1 : 0);
  const named = problems.some(({ code, severity }) => severity === 'error' && namedReasons.has(code));
  return (status === 'unknown' || status === 'refused') && named && totals === null;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
