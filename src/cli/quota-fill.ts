import type { Figures } from '../assess/balances.ts';
import { excessOf, ownBeyond } from '../assess/check-figures.ts';
import type { Law } from '../assess/law.ts';
import { findPot } from '../assess/law-quotas.ts';
import { type Problem, problem } from '../customs/problem.ts';
import {
  type FillRecord,
  type PublishedFill,
  figureWords,
  figuresInForce,
  isSameFigure,
} from '../customs/published-fill.ts';
import { type Decimal, plainText, zero } from '../exact/decimal.ts';
import { monthStart } from '../exact/iso-date.ts';
import { type ReadFigure, parseFillRows } from '../intake/fill-rows.ts';
import type { Ledger } from '../io/ledger/ledger.ts';
import { printedQuantity } from '../present/amounts.ts';
import type { CalcOptions } from './calc-options.ts';
import { readFigures } from './figures-file.ts';
import { withLedger } from './quota.ts';
import { lawFor } from './run-setup.ts';
import { Stop } from './stop.ts';
import { sayTo, talkTo } from './talk.ts';
import { type ExitCode, type World, exit } from './world.ts';

/** `again` names quota periods whose figures were taken back and are recorded anew. */
export interface FillOptions extends CalcOptions {
  readonly again?: readonly string[];
}

/** `tariff quota fill`: what customs published of quotas goes into the ledger; all of the file, or nothing. */
export async function fill(file: string, options: FillOptions, world: World): Promise<ExitCode> {
  const rows = await readFigures(file, world, parseFillRows);
  const { law } = await lawFor(options);
  const around: Around = { file, find: potFinder(law), again: new Set(options.again) };
  stopAt([...rows.flatMap((row) => misnamed(row, around, world)), ...contradictions(rows, file)]);
  stopAt(beyondLimits(rows, [], around)); // before a ledger is made
  const [name, added, notes] = await withLedger(options, 'record', (ledger) => {
    const count = publish(ledger, rows, around);
    return [ledger.name, count, ownMore(ledger, rows, around)] as const;
  });
  await talkTo(world, options).problems(notes);
  const known = rows.length - added;
  const rest = known === 0 ? '' : `; ${known} ${known === 1 ? 'was' : 'were'} there already`;
  await sayTo(world)(
    `${added === 1 ? '1 published figure' : `${added} published figures`} recorded in ${name}${rest}\n`,
  );
  return exit.done;
}

function stopAt(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Stop(exit.usage, problems);
}

interface Around {
  readonly file: string;
  readonly find: (quota: string) => ReturnType<typeof findPot>;
  readonly again: ReadonlySet<string>;
}

/** Finds a quota period of the law, and remembers it: a file has many figures of one. */
function potFinder(law: Law): Around['find'] {
  const found = new Map<string, ReturnType<typeof findPot>>();
  return (quota) => {
    if (!found.has(quota)) found.set(quota, findPot(law, quota));
    return found.get(quota);
  };
}

/** Records what the ledger does not hold yet. A figure that was corrected, or taken back, in the meantime is one anew. */
function publish(ledger: Ledger, rows: readonly ReadFigure[], around: Around): number {
  return ledger.publish((known) => {
    const inForce = figuresInForce(known);
    const fresh = rows.filter(
      ({ figure }, index) =>
        !inForce.some((one) => isSameFigure(one, figure)) &&
        !rows.slice(0, index).some((one) => isSameFigure(one.figure, figure)),
    );
    stopAt([...beyondLimits(rows, inForce, around), ...takenBack(fresh, known, around)]);
    const figures = fresh.map(({ figure }) => ({ ...figure, kind: 'fill' as const, reverses: null, reason: null }));
    return { figures, value: figures.length };
  });
}

/** Figures are told at most so long after their period began. */
const mostMonths = 12;

function wrong(row: ReadFigure, file: string, column: string, message: string, hint: string): Problem {
  const value = column === 'as_of' ? row.figure.asOf : row.figure.quota;
  return problem('bad-balance', 'error', message, { file, line: row.line, column, value, hint });
}

/** A figure under a misspelt name would never be used, and one of a misspelt day would bind wrongly; nobody would know. */
function misnamed(row: ReadFigure, { file, find }: Around, world: World): readonly Problem[] {
  const { quota, asOf } = row.figure;
  const start = find(quota)?.day;
  if (start === undefined) {
    const hint = 'tariff quota status --origin COUNTRY --period PERIOD lists them.';
    return [wrong(row, file, 'quota', `no quota of the law on hand has a period ${quota}`, hint)];
  }
  if (asOf > world.today)
    return [wrong(row, file, 'as_of', `${asOf} is not over yet`, 'A figure tells of a day that is past.')];
  if (asOf < start || asOf >= monthStart(start, mostMonths))
    return [wrong(row, file, 'as_of', `${asOf} tells nothing of ${quota}, which began on ${start}`, 'Check the year.')];
  return [];
}

/** Two figures of one day: nobody knows which is meant. */
function contradictions(rows: readonly ReadFigure[], file: string): readonly Problem[] {
  return rows.flatMap((row, index) => {
    const { quota, asOf } = row.figure;
    const first = rows.slice(0, index).find(({ figure }) => figure.quota === quota && figure.asOf === asOf);
    if (!first || isSameFigure(first.figure, row.figure)) return [];
    const message = `${quota}: line ${first.line ?? ''} has another figure of ${asOf}`;
    return [wrong(row, file, 'quota', message, 'Leave out one of them.')];
  });
}

/** More than there is cannot have been drawn. Other periods of a year count as the ledger, and rows further up, have them. */
function beyondLimits(
  rows: readonly ReadFigure[],
  inForce: readonly FillRecord[],
  { file, find }: Around,
): readonly Problem[] {
  return rows.flatMap((row, index) => {
    const pot = find(row.figure.quota)?.pot;
    const figures = figuresBy(inForce, rows.slice(0, index));
    const excess = pot && excessOf(row.figure, pot, figures);
    if (!excess) return [];
    const { unit } = row.figure;
    const words = (amount: Decimal): string => printedQuantity(plainText(amount), unit);
    const whole = excess.id === row.figure.quota ? '' : ' with the other periods of the year';
    const message = `${words(excess.quantity)}${whole} are more than the ${words(excess.limit)} that ${excess.id} holds`;
    const hint = 'Check the unit: kilograms, or with a unit: 500t.';
    return [wrong(row, file, 'quantity_kg', message, hint)];
  });
}

function figuresBy(inForce: readonly FillRecord[], rows: readonly ReadFigure[]): Figures {
  const all = [...inForce, ...rows.map(({ figure }) => figure)].map((one) => ({ ...one, own: zero }));
  const by = new Map<string, readonly PublishedFill[]>();
  for (const one of all.toSorted((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0)))
    by.set(one.quota, [...(by.get(one.quota) ?? []), one]);
  return by;
}

/** A figure that was taken back and still stands in the file: nobody knows whether that is meant. */
function takenBack(
  fresh: readonly ReadFigure[],
  known: readonly FillRecord[],
  { file, again }: Around,
): readonly Problem[] {
  return fresh.flatMap(({ figure, line }) => {
    const last = known.findLast((one) => one.quota === figure.quota && one.asOf === figure.asOf);
    const taken =
      last && last.kind === 'fill-reversal' && known.some((one) => one.kind === 'fill' && isSameFigure(one, figure));
    if (!taken || again.has(figure.quota)) return [];
    const message = `${figure.quota}, ${figureWords(figure)}: was taken back on ${last.at.slice(0, 10)} (record ${last.number}): ${last.reason ?? ''}`;
    const hint = `Take it out of the file; or, if it is to count again: --again '${figure.quota}'`;
    return [problem('figure-reversed', 'error', message, { file, line, column: 'quota', value: figure.quota, hint })];
  });
}

/** The lines of the ledger are part of what all importers drew. */
function ownMore(ledger: Ledger, rows: readonly ReadFigure[], { file, find }: Around): readonly Problem[] {
  return ledger.look(({ drawnUpTo, published }) =>
    rows.flatMap((row) => {
      const { quota, asOf, unit } = row.figure;
      const pot = find(quota)?.pot;
      const own = drawnUpTo(quota, asOf);
      const all = pot && ownBeyond(row.figure, pot, own, published);
      if (!all) return [];
      const words = (amount: Decimal): string => printedQuantity(plainText(amount), unit);
      const message = `${quota}: the lines of this ledger drew ${words(own)} by ${asOf}, more than the ${words(all)} published`;
      return [problem('bad-balance', 'warning', message, { file, line: row.line, column: 'quota', value: quota })];
    }),
  );
}
