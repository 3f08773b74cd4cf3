import { printCode } from '../customs/commodity-code.ts';
import type { Problem } from '../customs/problem.ts';
import type { Program, ScheduleColumn, ScheduleRow } from '../customs/tariff-schedule.ts';
import { dayBefore, holdsOn } from '../exact/iso-date.ts';
import { closest } from '../exact/suggest.ts';
import type { RegimeContext } from './assess-regime.ts';
import { type BaseSchedule, mayClaim } from './base-schedule.ts';
import type { Branch } from './branch.ts';
import { about } from './charge.ts';

interface Claim {
  readonly context: RegimeContext;
  readonly schedule: BaseSchedule;
  readonly column: ScheduleColumn;
  readonly row: ScheduleRow;
  readonly symbol: string;
}

/**
 * What is wrong with the program that a line claims: unknown, not printed for the number, not open to the origin or on the day. Where
 * nothing is due without it, claiming it does no harm and nothing is said.
 */
export function aboutClaim(context: RegimeContext, branch: Branch): readonly Problem[] {
  const schedule = context.regime.schedule;
  const column = schedule?.schedule.columns.find(({ claims }) => claims !== null);
  const fact = column?.claims ? context.line.facts.get(column.claims) : undefined;
  if (!schedule || !column || !fact || !('text' in fact)) return [];
  const row = schedule.rowOn(context.code, context.line.date);
  if (!row) return [];
  const claim: Claim = { context, schedule, column, row, symbol: fact.text };
  const due = branch.blocked || branch.duties.some((duty) => duty.role === 'base' && !duty.exact.isZero());
  return isGranted(claim) ? noted(claim) : due ? refused(claim) : [];
}

/** Symbols that the number's cell prints. */
function printed({ schedule, column, row }: Claim): readonly string[] {
  const cell = schedule.schedule.cells[row.cells[schedule.schedule.columns.indexOf(column)] ?? -1];
  return (cell?.rates ?? []).flatMap(({ programs }) => programs ?? []);
}

/** Printed symbols that the claimed one stands for. */
function meant(claim: Claim): readonly string[] {
  const { programs } = claim.schedule.origins;
  return printed(claim).filter((one) => one === claim.symbol || programs[one]?.claimedAs === claim.symbol);
}

function isGranted(claim: Claim): boolean {
  const { line } = claim.context;
  const { origins } = claim.schedule;
  return (
    holdsOn(claim.column, line.date) &&
    meant(claim).some((symbol) => mayClaim(origins.programs[symbol], line.origin, line.date, origins))
  );
}

/** What was not checked about a program that was granted. */
function noted(claim: Claim): readonly Problem[] {
  const notes = meant(claim).flatMap((symbol) => claim.schedule.origins.programs[symbol]?.note ?? []);
  return [...new Set(notes)].map((note) => tell(claim, 'notice', note));
}

function refused(claim: Claim): readonly Problem[] {
  const { context, column, symbol } = claim;
  const { line } = context;
  const { programs } = claim.schedule.origins;
  const number = printCode(context.code, context.jurisdiction.code);
  const program = programs[symbol];
  if (!program) {
    const near = closest(symbol, Object.keys(programs));
    const hint = near === undefined ? `Known: ${Object.keys(programs).join(', ')}` : `Did you mean ${near}?`;
    return [tell(claim, 'error', 'is not the symbol of a program', hint)];
  }
  if (!holdsOn(column, line.date)) {
    const message = `the rates of programs on hand begin on ${column.from}; what ${symbol} (${program.title}) laid on ${number} on ${line.date} is not known`;
    return [about(context, 'not-on-hand', 'error', message, column.claims)];
  }
  if (program.before !== null && line.date >= program.before) return [lapsed(claim, program, program.before)];
  if (line.date < program.from)
    return [tell(claim, 'error', `(${program.title}) began on ${program.from}, after the entry of ${line.date}`)];
  const open = meant(claim);
  if (open.length === 0) {
    const symbols = printed(claim).join(', ');
    return [
      tell(claim, 'error', `(${program.title}) is not among the programs printed for ${number}: ${symbols || 'none'}`),
    ];
  }
  return [tell(claim, 'error', `(${program.title}) is not open to goods of ${line.origin}`)];
}

/** A program may be claimed after it lapsed, in case it is renewed for the days between; the general rate is paid until then. */
function lapsed(claim: Claim, program: Program, before: NonNullable<Program['before']>): Problem {
  const message = `(${program.title}) lapsed on ${dayBefore(before)}; the rate without it was applied`;
  return tell(
    claim,
    'warning',
    message,
    'Claim it all the same if you expect it to be renewed; duty is due until then.',
  );
}

function tell(claim: Claim, severity: Problem['severity'], message: string, hint: string | null = null): Problem {
  const text = severity === 'notice' ? message : `${claim.symbol} ${message}`;
  return about(claim.context, 'program-not-applicable', severity, text, claim.column.claims, hint);
}
