import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCalculator } from '../../src/library.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (...path: readonly string[]): unknown => JSON.parse(readFileSync(join(root, ...path), 'utf8'));

interface Rated {
  readonly id?: string;
  readonly title?: string;
  readonly rates: readonly { readonly citation?: unknown; readonly from?: string; readonly before?: string }[];
}

interface Facts {
  readonly facts?: Readonly<Record<string, { readonly type: string }>>;
}

describe('bundled tables', () => {
  const tables = readdirSync(join(root, 'data', 'regimes')).map(
    (file) =>
      read('data', 'regimes', file) as {
        readonly regime: string;
        readonly role?: string;
        readonly measures?: readonly Rated[];
      },
  );
  const measures = tables.flatMap(({ regime, role, measures: all = [] }) =>
    all.map((measure, place) => ({ name: `${regime} ${measure.id ?? place}`, role, measure })),
  );

  test.each(measures)('$name has an id, a title and a source for each rate', ({ measure, role }) => {
    expect(measure.id).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(measure.title).toBeTruthy();
    for (const rate of measure.rates) {
      // Fees are older than the law on hand; a zero before an act has no first day.
      if (role !== 'fee') expect(rate.from ?? rate.before).toBeTruthy();
      expect(rate.citation).toBeTruthy();
    }
  });

  const quotas = readdirSync(join(root, 'data', 'quotas')).map(
    (file) =>
      read('data', 'quotas', file) as {
        readonly quota: string;
        readonly limits?: readonly { readonly amount: string; readonly citation?: unknown }[];
      },
  );

  test.each(quotas)('$quota has a source for each limit', ({ limits = [] }) => {
    for (const limit of limits) {
      expect(limit.amount).toMatch(/^\d+$/);
      expect(limit.citation).toBeTruthy();
    }
  });
});

describe('what is not covered', () => {
  const territories = readdirSync(join(root, 'data', 'jurisdictions')).map(
    (file) =>
      read('data', 'jurisdictions', file) as Facts & { readonly notCovered?: readonly { claimedBy?: string }[] },
  );
  const known = [
    ...territories,
    ...readdirSync(join(root, 'data', 'regimes')).map((file) => read('data', 'regimes', file) as Facts),
  ].flatMap(({ facts = {} }) => Object.entries(facts));

  test('is claimed by facts that are asked with yes or no', () => {
    const claimed = territories.flatMap(({ notCovered = [] }) => notCovered.flatMap(({ claimedBy = [] }) => claimedBy));
    expect(claimed.length).toBeGreaterThan(2);
    for (const fact of claimed) expect(known.find(([name]) => name === fact)?.[1].type).toBe('yes-no');
  });
});

describe('countries', () => {
  const { codes, aliases } = read('data', 'countries.json') as {
    readonly codes: readonly string[];
    readonly aliases: Readonly<Record<string, string>>;
  };

  test('are the 249 of ISO 3166-1 and Kosovo, as customs writes it', () => {
    expect(codes).toEqual([...new Set(codes)].toSorted());
    expect(codes).toHaveLength(250);
    expect(codes).toContain('XK');
  });

  test('are named by aliases that no code and no English name contradicts', () => {
    const names = new Intl.DisplayNames('en', { type: 'region' });
    const known = new Map(
      codes.flatMap((code): [string, string][] => [
        [code.toLowerCase(), code],
        [(names.of(code) ?? '').toLowerCase(), code],
      ]),
    );
    const wrong = Object.entries(aliases).filter(
      ([alias, code]) => alias !== alias.toLowerCase() || !codes.includes(code) || (known.get(alias) ?? code) !== code,
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ['USA', 'US'],
    ['england', 'GB'],
    ['korea', 'KR'],
    ['turkey', 'TR'],
    ['holland', 'NL'],
    ['DEU', 'DE'],
    ['czech republic', 'CZ'],
    ['ivory coast', 'CI'],
  ])('are found under the name %s', (alias, code) => {
    expect(aliases[alias.toLowerCase()]).toBe(code);
  });
});

describe('known numbers', () => {
  const { numbers } = read('data', 'numbers.json') as { readonly numbers: readonly string[] };

  test('are full numbers, each once, in ascending order', () => {
    expect(numbers.filter((number) => !/^\d{10}$/.test(number))).toEqual([]);
    expect(numbers).toEqual([...new Set(numbers)].toSorted());
  });

  test('hold every number that a quota names by category', () => {
    const text = readFileSync(join(root, 'tests', 'fixtures', 'trq-category-by-hts10.csv'), 'utf8');
    const named = text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => (line.split(',')[0] ?? '').replaceAll('.', ''));
    expect(named.filter((number) => !numbers.includes(number))).toEqual([]);
  });
});

describe('examples', () => {
  const supposed = {
    name: 'what-if-japan.json',
    json: readFileSync(join(root, 'examples', 'what-if-japan.json'), 'utf8'),
  };
  const line = { hts: '7208.39.0030', origin: 'JP', melt_pour_country: 'JP', value: '100000.00', weight: '50 t' };
  const assess = (date: string, overlays: readonly { name: string; json: string }[]): string => {
    const answer = createCalculator({ with: overlays }).assess({ ...line, date });
    return `${answer.status} ${answer.totals?.duty ?? ''}`.trim();
  };

  test('what if Japan had its quota a quarter earlier: 100,000.00 × 25% = 25,000.00 becomes 0.00, and only in that quarter', () => {
    expect(assess('2022-02-01', [])).toBe('assessed 25000.00');
    expect(assess('2022-02-01', [supposed])).toBe('assessed 0.00');
    expect(assess('2021-12-31', [supposed])).toBe('assessed 25000.00');
    expect(assess('2022-04-01', [supposed])).toBe(assess('2022-04-01', []));
  });

  test('says that it rests on a supposition', () => {
    const { duties, problems } = createCalculator({ with: [supposed] }).assess({ ...line, date: '2022-02-01' });
    const duty = duties.find(({ regime }) => regime === 'us-232-steel');
    expect(duty?.citation?.confidence).toBe('unverified');
    expect(duty?.overlay).toContain('Japan');
    expect(problems.map(({ code }) => code)).toContain('rests-on-overlay');
  });

  test('shipments.csv has its mistakes and nothing else out of order', () => {
    const rows = readFileSync(join(root, 'examples', 'shipments.csv'), 'utf8')
      .trim()
      .split('\n')
      .map((row) => row.split(','));
    const [header = [], ...lines] = rows;
    const column = (name: string): number => header.indexOf(name);
    const { numbers } = read('data', 'numbers.json') as { readonly numbers: readonly string[] };
    const known = new Set(numbers);
    const ragged = lines.filter((row) => row.length !== header.length);
    const whole = lines.filter((row) => row.length === header.length);
    expect(lines.length).toBeGreaterThanOrEqual(40);
    expect(ragged).toHaveLength(1);
    expect(whole.filter((row) => !known.has((row[column('hts')] ?? '').replaceAll('.', '')))).toHaveLength(1);
    const dates = whole.map((row) => row[column('entry_date')] ?? '');
    expect(dates).toEqual(dates.toSorted());
  });
});
