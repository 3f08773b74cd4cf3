import { printCode } from '../customs/commodity-code.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import type { Problem } from '../customs/problem.ts';
import type { Program, ScheduleColumn, ScheduleRow } from '../customs/tariff-schedule.ts';
import { dayBefore, holdsOn } from '../exact/iso-date.ts';
import { closest } from '../exact/suggest.ts';
import type { RegimeContext } from './assess-regime.ts';
import { type BaseSchedule, isOpenTo, mayClaim } from './base-schedule.ts';
import type { Branch } from './branch.ts';
import { about } from './charge.ts';
import type { Law } from './law.ts';

interface Claim {
  readonly context: RegimeContext;
  readonly schedule: BaseSchedule;
  readonly column: ScheduleColumn;
  readonly row: ScheduleRow;
  readonly symbol: string;
}

/**
 * What is wrong with the program that a line claims, whatever its goods are: no such symbol, not begun by the day, or not open to the origin.
 * Always asked, also where no base duty is due without the claim: fees and other duties turn on it too.
 */
export function aboutPrograms(line: EntryLine, law: Law): readonly Problem[] {
  return law.claims.flatMap((fact) => {
    const symbol = claimed(line, fact);
    if (symbol === undefined || Object.keys(law.schedule.jurisdiction.programs).length === 0) return [];
    const wrong = misfit(symbol, line, law);
    return wrong ? [about({ line }, 'program-not-applicable', 'error', wrong.message, fact, wrong.hint)] : [];
  });
}

/** Whether goods may claim the program on the day, so that declaring it is no mistake: open to them, and printed for the number where it must be. */
export function mayDeclare(
  symbol: string,
  { code, origin, date }: { readonly code: string; readonly origin: string; readonly date: EntryLine['date'] },
  law: Law,
): boolean {
  if (misfit(symbol, { origin, date }, law) !== null) return false;
  if (law.schedule.jurisdiction.programs[symbol]?.printedOnly !== true) return true;
  const rows = law.regimes.flatMap(({ schedule }) => {
    const row = schedule?.rowOn(code, date);
    return schedule && row ? schedule.schedule.columns.map((column) => ({ schedule, column, row, symbol })) : [];
  });
  return rows.length === 0 || rows.some((one) => one.column.claims !== null && printed(one).includes(symbol));
}

function claimed({ facts }: EntryLine, fact: string): string | undefined {
  const value = facts.get(fact);
  return value && 'text' in value ? value.text : undefined;
}

/** Why a program cannot be claimed by any goods of the origin on the day; null: it may be. */
function misfit(
  symbol: string,
  line: { readonly origin: string; readonly date: EntryLine['date'] },
  { schedule: { jurisdiction, countries } }: Law,
): { readonly message: string; readonly hint: string | null } | null {
  const { programs, groups } = jurisdiction;
  const program = programs[symbol];
  if (!program) {
    const near = closest(symbol, Object.keys(programs));
    const hint = near === undefined ? `Known: ${Object.keys(programs).join(', ')}` : `Did you mean ${near}?`;
    return { message: `${symbol} is not the symbol of a program`, hint };
  }
  const name = `${symbol} (${program.title})`;
  if (line.date < program.from)
    return { message: `${name} began on ${program.from}, after the entry of ${line.date}`, hint: null };
  if (isOpenTo(program, line.origin, line.date, { groups, countries: countries.codes, programs })) return null;
  return { message: `${name} is not open to goods of ${line.origin}`, hint: null };
}

/**
 * What is wrong with a claim that fits origin and day, for these goods: lapsed, or not printed for the number. Where nothing is due without
 * it, it takes no base duty away, and nothing is said.
 */
export function aboutClaim(context: RegimeContext, branch: Branch): readonly Problem[] {
  const schedule = context.regime.schedule;
  const column = schedule?.schedule.columns.find(({ claims }) => claims !== null);
  const symbol = column?.claims ? claimed(context.line, column.claims) : undefined;
  const row = schedule?.rowOn(context.code, context.line.date);
  if (!schedule || !column || symbol === undefined || !row) return [];
  const claim: Claim = { context, schedule, column, row, symbol };
  const due = branch.blocked || branch.duties.some((duty) => duty.role === 'base' && !duty.exact.isZero());
  return isGranted(claim) ? noted(claim) : refused(claim, due);
}

/** Symbols that the number's cell prints. */
function printed({ schedule, column, row }: Omit<Claim, 'context'>): readonly string[] {
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

/** What does not fit the origin is told by {@link aboutPrograms}. */
function refused(claim: Claim, due: boolean): readonly Problem[] {
  const { context, column, symbol } = claim;
  const { line } = context;
  const { origins } = claim.schedule;
  const program = origins.programs[symbol];
  if (!program || line.date < program.from || !isOpenTo(program, line.origin, line.date, origins)) return [];
  const ended = program.before !== null && line.date >= program.before ? program.before : null;
  // Goods that are free in any case may be claimed under an agreement for all goods: fees turn on it.
  if (!due && !program.printedOnly) return ended === null ? [] : [lapsed(claim, program, ended)];
  const number = printCode(context.code, context.jurisdiction.code);
  if (!holdsOn(column, line.date)) {
    if (!due) return ended === null ? [] : [lapsed(claim, program, ended)];
    const message = `the rates of programs on hand begin on ${column.from}; what ${symbol} (${program.title}) laid on ${number} on ${line.date} is not known`;
    return [about(context, 'not-on-hand', 'error', message, column.claims)];
  }
  if (ended !== null && meant(claim).length > 0) return [lapsed(claim, program, ended)];
  const symbols = printed(claim).join(', ');
  const message = `(${program.title}) is not among the programs printed for ${number}: ${symbols || 'none'}`;
  return [tell(claim, 'error', message)];
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
