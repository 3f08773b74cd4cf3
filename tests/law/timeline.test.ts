import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Shipment, assess, owedBy } from './officer.ts';

/** A treatment of one metal from some origins on some days, as gathered for the project. */
interface TimelineRecord {
  readonly id: string;
  readonly metal: 'steel' | 'aluminum';
  readonly kind: 'article' | 'derivative' | 'article and derivative';
  readonly countries: readonly string[];
  readonly effective_from: string;
  readonly effective_to_exclusive: string | null;
  readonly treatment: 'duty' | 'exempt' | 'trq' | 'absolute_quota';
  readonly additional_pct: string;
  readonly over_quota_pct?: string;
  readonly ch99: readonly string[];
  readonly over_quota_ch99?: readonly string[];
  readonly applies_only_if?: Readonly<Record<string, unknown>>;
}

const path = join(import.meta.dirname, '..', 'fixtures', 'section-232-timeline.json');
const { records } = JSON.parse(readFileSync(path, 'utf8')) as { readonly records: readonly TimelineRecord[] };

const lastDocumented = '2026-04-05';
const numbers = {
  steel: { article: '7208.39.0030', derivative: '7317.00.5503' },
  aluminum: { article: '7606.12.3091', derivative: '7614.90.5000' },
} as const;

/** What a line must declare to meet a record's test; records name their tests in their own words. */
const declarations: Readonly<Record<string, (wanted: unknown) => Shipment>> = {
  melt_pour_country: (country) => ({ melt_pour_country: String(country) }),
  melt_pour_country_in: () => ({ melt_pour_country: 'AT' }),
  melt_pour_country_not_in: () => ({ melt_pour_country: 'BR' }),
  certificate_of_origin: (has) => ({ certificate_of_origin: has ? 'yes' : 'no' }),
  hts: (codes) => ({ hts: `${(codes as readonly string[])[0]}.3000` }),
  wrought_contains_no_primary_metal_of: () => ({ primary_smelt_country: 'NO' }),
  any_primary_smelt_in: () => ({ primary_smelt_country: 'RU' }),
  or_cast_in: () => ({}),
  primary_smelt_or_secondary_smelt_or_cast_in: () => ({ primary_smelt_country: 'CN' }),
};

/** Facts that meet no burdensome test: own melt, Norwegian metal, a certificate. */
function plainFacts(metal: TimelineRecord['metal'], origin: string): Shipment {
  return metal === 'steel'
    ? { melt_pour_country: origin, certificate_of_origin: 'yes' }
    : { primary_smelt_country: 'NO', cast_country: 'NO' };
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

function linesOf(
  record: TimelineRecord,
): readonly { readonly kind: 'article' | 'derivative'; readonly line: Shipment }[] {
  const { metal, countries, effective_from: first, effective_to_exclusive: end } = record;
  const kinds = (['article', 'derivative'] as const).filter((kind) => record.kind.includes(kind));
  const origins = countries.includes('*') ? ['TW', 'CN', 'VN'] : countries;
  const days = [first, end === null ? lastDocumented : dayBefore(end)];
  const met = Object.entries(record.applies_only_if ?? {}).map(([name, wanted]) => {
    const declare = declarations[name];
    if (!declare) throw new Error(`no declaration for the test ${name} of ${record.id}`);
    return declare(wanted);
  });
  return kinds.flatMap((kind) =>
    origins.flatMap((origin) =>
      days.map((date) => ({
        kind,
        line: Object.assign(
          { hts: numbers[metal][kind], origin, date, value: '1000.00', ...plainFacts(metal, origin) },
          ...met,
        ) as Shipment,
      })),
    ),
  );
}

/** "9903.80.65-9903.81.19" or one heading; words after them are dropped. */
function isAmong(heading: string | null, headings: readonly string[]): boolean {
  return headings.some((text) => {
    const [first = '', last = first] = text.split(' ')[0]?.split('-') ?? [];
    return heading !== null && first <= heading && heading <= last;
  });
}

/** Where a record has a heading for articles and one for derivatives, they stand in that order. */
function headingOf({ ch99, kind: kinds }: TimelineRecord, kind: 'article' | 'derivative'): string | null {
  const place = kinds === 'article and derivative' && kind === 'derivative' ? 1 : 0;
  return ch99[place] ?? null;
}

/** On a value of 1,000.00: each percent is ten dollars. */
function dutyAt(percent: string): string {
  return percent === '0' ? '0.00' : `${percent}0.00`;
}

describe('each record of the timeline on its first and its last day', () => {
  test('all fifty are here', () => {
    expect(records).toHaveLength(50);
  });

  test.each(records)('$id', (record) => {
    const wrong: unknown[] = [];
    const hold = (line: Shipment, found: unknown, wanted: boolean): void => {
      if (!wanted) wrong.push({ ...line, found });
    };
    for (const { kind, line } of linesOf(record)) {
      if (record.treatment === 'trq' || record.treatment === 'absolute_quota') {
        const [within, ...more] = owedBy({ ...line, quota_tier: 'in-quota' });
        hold(line, within, more.length === 0 && within?.[1] === 'Free' && isAmong(within[0], record.ch99));
        const over = { ...line, quota_tier: 'over-quota' };
        if (record.treatment === 'absolute_quota') hold(over, assess(over).status, assess(over).status === 'refused');
        else {
          const rate = record.over_quota_pct ?? '';
          const wanted = [[record.over_quota_ch99?.[0] ?? null, `${rate}%`, dutyAt(rate)]];
          hold(over, owedBy(over), JSON.stringify(owedBy(over)) === JSON.stringify(wanted));
        }
        continue;
      }
      const rate = record.treatment === 'exempt' ? 'Free' : `${record.additional_pct}%`;
      const wanted = [[headingOf(record, kind), rate, dutyAt(record.additional_pct)]];
      hold(line, owedBy(line), JSON.stringify(owedBy(line)) === JSON.stringify(wanted));
    }
    expect(wrong).toEqual([]);
  });
});
