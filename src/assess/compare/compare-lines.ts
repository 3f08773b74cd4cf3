import type { AssessedLine, DutyLine, ResultLine } from '../../customs/assessment.ts';
import type { ChangeReason, ComparedLine, Difference, RegimeChange } from '../../customs/comparison.ts';
import type { EntryLine } from '../../customs/entry-line.ts';
import type { RegimeTrace } from '../../customs/trace.ts';
import { byText } from '../../exact/by-text.ts';
import { type Money, nothing, sum } from '../../exact/money.ts';
import { assessLine } from '../assess-line.ts';
import { goodsWidth, outside } from '../goods.ts';
import type { Law } from '../law.ts';
import { untouched } from '../balances.ts';
import { reasonsOf } from './change-reasons.ts';

/** The laws of the two sides; the same one where only days or declarations differ. */
export interface Sides {
  readonly before: Law;
  readonly after: Law;
}

/** What became of a line; at least one side has it. */
export function compareLines(before: ResultLine | null, after: ResultLine | null, laws: Sides): ComparedLine {
  const sides = { before, after };
  if (isOpen(before) || isOpen(after)) {
    const reasons: readonly ChangeReason[] = before?.status === after?.status ? [] : ['status'];
    return { ...sides, kind: 'open', change: null, reasons, regimes: [] };
  }
  const change = differenceOf(before, after);
  const regimes = regimeChanges(before, after, laws);
  if (before === null) return { ...sides, kind: 'added', change, reasons: ['added'], regimes };
  if (after === null) return { ...sides, kind: 'removed', change, reasons: ['removed'], regimes };
  const kind = regimes.length === 0 && change.change.isZero() ? 'unchanged' : 'changed';
  const declared: readonly ChangeReason[] =
    kind === 'changed' && isDeclaredAnew(before.line, after.line) ? ['declaration'] : [];
  const reasons = [...new Set([...declared, ...regimes.flatMap((one) => one.reasons)])];
  return { ...sides, kind, change, reasons, regimes };
}

function isOpen(line: ResultLine | null): line is Exclude<ResultLine, AssessedLine> {
  return line !== null && (line.kind === 'invalid' || line.totals === null);
}

function differenceOf(before: AssessedLine | null, after: AssessedLine | null): Difference {
  const [was, is] = [before?.totals?.duty ?? nothing, after?.totals?.duty ?? nothing];
  return { before: was, after: is, change: is.minus(was) };
}

/** Whether the two lines say different things, the day aside: that is asked for, or told. */
function isDeclaredAnew(before: EntryLine, after: EntryLine): boolean {
  return declaration(before) !== declaration(after);
}

function declaration({ goods, origin, value, weightKg, quotaTier, facts }: EntryLine): string {
  const said = [...facts].map(([name, fact]) => `${name} ${JSON.stringify(fact)}`).toSorted(byText);
  return JSON.stringify([goods, origin, value.toFixed(), weightKg?.toFixed() ?? null, quotaTier, said]);
}

/** Duties and fees by regime, in the order in which they are laid, those that ended after the others of their kind. */
function regimeChanges(before: AssessedLine | null, after: AssessedLine | null, laws: Sides): readonly RegimeChange[] {
  const [was, is] = [byRegime(before), byRegime(after)];
  const traces = { before: traceOnce(), after: traceOnce() };
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((regime) =>
    regimeChange(regime, was.get(regime) ?? [], is.get(regime) ?? [], { before, after, laws, traces }),
  );
}

function byRegime(line: AssessedLine | null): ReadonlyMap<string, readonly DutyLine[]> {
  const groups = new Map<string, DutyLine[]>();
  for (const duty of line === null ? [] : [...line.duties, ...line.fees])
    groups.set(duty.regime, [...(groups.get(duty.regime) ?? []), duty]);
  return groups;
}

interface Around {
  readonly before: AssessedLine | null;
  readonly after: AssessedLine | null;
  readonly laws: Sides;
  readonly traces: { readonly before: TraceOnce; readonly after: TraceOnce };
}

/** The trace of a line, found when a regime first asks for it: it costs as much as the answer. */
type TraceOnce = (line: EntryLine, law: Law) => readonly RegimeTrace[];

function traceOnce(): TraceOnce {
  let found: readonly RegimeTrace[] | undefined;
  return (line, law) => (found ??= assessLine(line, law, untouched, true).line.trace ?? []);
}

function regimeChange(
  regime: string,
  was: readonly DutyLine[],
  is: readonly DutyLine[],
  { before, after, laws, traces }: Around,
): readonly RegimeChange[] {
  const [some] = [...is, ...was];
  if (!some || (before && after && isSilent(was) && isSilent(is))) return [];
  const change = amountOf(is).minus(amountOf(was));
  const rest = { regime, title: some.regimeTitle, role: some.role, before: was, after: is, change };
  if (before === null || after === null) return [{ ...rest, reasons: [], words: null, citation: some.citation }];
  if (was.length > 0 && is.length > 0) {
    const reasons = reasonsOf(was, is);
    const entry: readonly ChangeReason[] = reasons.length === 0 && !change.isZero() ? ['entry'] : reasons;
    const isNothing = change.isZero() && entry.every((reason) => reason === 'basis');
    return isNothing ? [] : [{ ...rest, reasons: entry, words: null, citation: is[0]?.citation ?? null }];
  }
  const begins = was.length === 0;
  const silent = begins ? before : after;
  const why = begins
    ? whyNothing(regime, silent.line, laws.before, traces.before)
    : whyNothing(regime, silent.line, laws.after, traces.after);
  const heard = begins ? laws.after : laws.before;
  const isOnlyList =
    !why.named && why.onHand && isNamed(regime, (begins ? after : before).line, heard) && some.role === 'additional';
  const reason: ChangeReason = isOnlyList ? 'list' : begins ? 'begins' : 'ends';
  const citation = begins ? some.citation : why.citation;
  return [{ ...rest, reasons: [reason], words: why.words, citation }];
}

/** Nothing charged and nothing reported: it makes no difference whether that is said. */
function isSilent(duties: readonly DutyLine[]): boolean {
  return duties.every(({ amount, headings, role }) => amount.isZero() && headings.length === 0 && role !== 'base');
}

function amountOf(duties: readonly DutyLine[]): Money {
  return sum(duties.map(({ amount }) => amount));
}

interface Why {
  /** Whether the other side has a table of the regime at all. */
  readonly onHand: boolean;
  readonly named: boolean;
  readonly words: string | null;
  readonly citation: RegimeChange['citation'];
}

/** Why a regime lays nothing on a line, as its explanation says. */
function whyNothing(regime: string, line: EntryLine, law: Law, trace: TraceOnce): Why {
  if (!law.regimes.some(({ table }) => table.regime === regime))
    return { onHand: false, named: false, words: 'is not among the tables', citation: null };
  const told = trace(line, law).find((one) => one.regime === regime);
  return {
    onHand: true,
    named: isNamed(regime, line, law),
    words: told?.words ?? null,
    citation: told?.citation ?? null,
  };
}

/** Whether any measure of the regime names the goods on the day of the line. */
function isNamed(regime: string, { goods, date }: EntryLine, law: Law): boolean {
  const found = law.regimes.find(({ table }) => table.regime === regime);
  if (!found || goods.kind !== 'number') return found !== undefined;
  const { measures, lists } = found.table;
  return measures.some((measure) => goodsWidth(measure.goods, goods.code, date, lists) !== outside);
}
