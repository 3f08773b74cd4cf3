import type { DatedRate, Measure, Origins } from '../customs/measure.ts';
import type { Program, TariffSchedule } from '../customs/tariff-schedule.ts';
import type { Days } from '../exact/iso-date.ts';

/** Stand-ins for the columns and programs of a schedule, and for the days of its rows: they reach origins and days, and no goods. */
export function scopesOf(schedule: TariffSchedule, programs: Readonly<Record<string, Program>>): readonly Measure[] {
  const days = new Map(schedule.rows.map((row) => [`${row.from}|${row.before}`, row]));
  const claimed = schedule.columns.some((column) => column.claims !== null);
  return [
    stubMeasure('rows', { of: null, except: [] }, [...days.values()]),
    ...schedule.columns.map((column) => stubMeasure(column.id, { of: column.origins, except: [] }, [column])),
    ...(claimed
      ? Object.entries(programs).map(([symbol, one]) =>
          stubMeasure(symbol, { of: one.origins, except: one.exceptOrigins }, [one]),
        )
      : []),
  ];
}

/** A measure with days and origins, and rates that say nothing yet. */
export function stubMeasure(id: string, origins: Origins, days: readonly Days[]): Measure {
  const rates = days.map(({ from, before }): DatedRate => ({
    from,
    before,
    published: null,
    headings: [],
    charge: { kind: 'added', printed: { text: '', rate: { form: 'unknown' } } },
    bounds: null,
    basis: { kind: 'entered-value' },
    when: [],
    citation: null,
    refund: null,
    endedBy: null,
    ending: null,
  }));
  return {
    id,
    title: null,
    goods: [{ what: { kind: 'all' } }],
    origins,
    when: [],
    quota: null,
    whenFull: 'next',
    rates,
    overlay: null,
  };
}
