import type { Schedule } from '../customs/schedule.ts';
import { type Problem, problem } from '../customs/problem.ts';
import { programFact } from '../customs/supplied-fact.ts';
import { type IsoDate, firstDay } from '../exact/iso-date.ts';
import { type NotCoveredBy, type Uncovered, prepareNotCovered } from './not-covered.ts';
import { type PreparedDeclared, prepareDeclared } from './declared-duties.ts';
import { rememberByCode } from './kinds.ts';
import { type Regime, everHasRate, prepareRegime } from './regime.ts';
import { type AboutNumber, prepareNumbers } from './schedule-numbers.ts';

/** A schedule made ready to answer. */
export interface Law {
  readonly schedule: Schedule;
  readonly regimes: readonly Regime[];
  /** Regimes that charge an entry, not a line. */
  readonly fees: readonly Regime[];
  /** Whether base duty is looked for: a table of it is on hand. */
  readonly hasBase: boolean;
  /** Facts by which lines claim programs. */
  readonly claims: readonly string[];
  /** Duties whose rates lines declare. */
  readonly declared: readonly PreparedDeclared[];
  /** Refuse what lies past the documented days instead of warning. */
  readonly strict: boolean;
  /** Whether another regime on hand has taken the place of this one by the day. */
  readonly isReplaced: (regime: Regime, date: IsoDate) => boolean;
  /** The first day of any duty beside base duty. */
  readonly begins: IsoDate | undefined;
  /** The first day on which any regime that ever reaches goods of the origin has a rate for them, beside base duty. */
  readonly firstDue: (code: string, origin: string) => IsoDate | undefined;
  readonly aboutNumber: AboutNumber;
  /** Equal for numbers of which that never says anything else, their own digits aside. */
  readonly numberKind: (code: string) => string;
  /** Regimes in the order in which they are decided: one that gives way comes after those it gives way to. */
  readonly regimesOn: (date: IsoDate) => readonly Regime[];
  readonly notCoveredBy: NotCoveredBy;
  /** Goods, origins and days that it never tells apart. */
  readonly notCoveredKinds: Omit<Uncovered, 'by'>;
}

/** Regimes that give way to each other in a circle. Looked for before a schedule is used, so a line never meets one. */
class YieldCircle extends Error {}

export function prepareLaw(schedule: Schedule, options: { readonly strict: boolean } = { strict: false }): Law {
  const prepared = schedule.tables
    .map((table) => prepareRegime(table, schedule))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (a.table.regime < b.table.regime ? -1 : 1));
  const regimes = prepared.filter(({ table }) => table.role !== 'fee');
  const onHand = new Set(regimes.map(({ table }) => table.regime));
  const dated = regimes.some((regime) => regime.table.yields.length > 0);
  const firstDue = rememberByCode((key) => {
    const [code = '', origin = ''] = key.split('|');
    return firstDueOf(regimes, code, origin);
  });
  const numbers = prepareNumbers(schedule, regimes);
  const uncovered = prepareNotCovered(schedule);
  return {
    schedule,
    regimes,
    fees: prepared.filter(({ table }) => table.role === 'fee'),
    hasBase: regimes.some(({ table }) => table.role === 'base'),
    claims: claimsOf(schedule),
    declared: prepareDeclared(schedule),
    strict: options.strict,
    regimesOn: dated ? orderedByDay(regimes) : () => regimes,
    isReplaced: ({ table: { replaced } }, date) =>
      replaced !== null && date >= replaced.from && onHand.has(replaced.by),
    begins: schedule.begins ?? firstRateIn(regimes),
    firstDue: (code, origin) => firstDue(`${code}|${origin}`),
    aboutNumber: numbers.about,
    numberKind: numbers.kindOf,
    notCoveredBy: uncovered.by,
    notCoveredKinds: uncovered,
  };
}

function claimsOf({ tables }: Schedule): readonly string[] {
  const columns = tables.flatMap((table) => table.schedule?.columns ?? []);
  return [...new Set([programFact, ...columns.flatMap(({ claims }) => claims ?? [])])];
}

/** The order changes with the days of `yields` alone. */
function orderedByDay(regimes: readonly Regime[]): Law['regimesOn'] {
  const bounds = regimes.flatMap(({ table }) => table.yields.flatMap(({ from, before }) => [from, before]));
  const days = [...new Set(bounds.filter((day) => day !== null))].toSorted();
  const known = new Map<number, readonly Regime[]>();
  return (date) => {
    const stretch = days.findLastIndex((day) => day <= date);
    const found = known.get(stretch) ?? inOrder(regimes, date);
    known.set(stretch, found);
    return found;
  };
}

function firstRateIn(regimes: readonly Regime[]): IsoDate | undefined {
  const own = regimes.filter(({ table }) => table.role !== 'base');
  return own.flatMap(({ table }) => table.measures.flatMap(({ rates }) => rates.map(({ from }) => from))).toSorted()[0];
}

function firstDueOf(regimes: readonly Regime[], code: string, origin: string): IsoDate | undefined {
  const days = regimes.map((regime) => {
    const from = regime.table.role === 'base' ? undefined : regime.reach(code)?.from;
    return from !== undefined && everHasRate(regime, code, origin) ? from : undefined;
  });
  return days.filter((day) => day !== undefined).toSorted()[0];
}

/** Base duty first: what is added to it may depend on it. */
function rankOf({ table }: Regime): number {
  return table.role === 'base' ? 0 : 1;
}

/** Tells of regimes that give way to each other in a circle on some day; a schedule with one cannot be used. */
export function circleIn({ regimes }: Law): Problem | undefined {
  const days = regimes.flatMap(({ table }) => table.yields.map((one) => one.from ?? firstDay));
  try {
    for (const day of new Set(days)) inOrder(regimes, day);
    return undefined;
  } catch (error) {
    if (!(error instanceof YieldCircle)) throw error;
    const table = regimes.find((one) => one.table.yields.length > 0 && !one.table.source.bundled)?.table;
    return problem('yield-circle', 'error', `regimes give way to each other in a circle: ${error.message}`, {
      file: table?.source.file ?? null,
      column: 'yields',
      hint: 'Take one of them out of the other\'s "yields", or give them different days.',
    });
  }
}

function inOrder(regimes: readonly Regime[], date: IsoDate): readonly Regime[] {
  const done = new Set<Regime>();
  const visit = (regime: Regime, above: readonly Regime[]): void => {
    if (done.has(regime)) return;
    if (above.includes(regime)) throw new YieldCircle([...above, regime].map((one) => one.table.regime).join(' → '));
    for (const other of regimes)
      if (other !== regime && givesWay(regime, other, date)) visit(other, [...above, regime]);
    done.add(regime);
  };
  for (const regime of regimes) visit(regime, []);
  return [...done];
}

/** Whether a regime gives way to another on a day, by its name or by a heading that the other uses. */
export function givesWay(regime: Regime, other: Regime, date: IsoDate): boolean {
  return regime.table.yields.some((one) => {
    if ((one.from !== null && date < one.from) || (one.before !== null && date >= one.before)) return false;
    return one.to.some((target) =>
      target.kind === 'regime'
        ? target.regime === other.table.regime
        : other.table.measures.some((measure) =>
            measure.rates.some((rate) =>
              rate.headings.some((heading) => target.first <= heading && heading <= target.last),
            ),
          ),
    );
  });
}
