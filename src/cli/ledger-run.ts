import { type Batch, type IntakeLine, type LineDraw, type RunState, assessBatch } from '../assess/assess-batch.ts';
import type { Law } from '../assess/law.ts';
import type { Balances, GivenBalance } from '../assess/balances.ts';
import { type RecordedLines, keepRecords } from '../assess/recorded.ts';
import { type NewRecord, declaredTexts, keyOf, keyText } from '../customs/ledger-record.ts';
import { type Decimal, plainText } from '../exact/decimal.ts';
import { isSameFile } from '../io/files.ts';
import type { Ledger, LedgerView } from '../io/ledger/ledger.ts';
import type { CalcOptions } from './calc-options.ts';
import { usage } from './stop.ts';

/** A run that counts what a ledger holds, and perhaps records what its lines draw. */
export interface LedgerRun {
  /** Balances as the run finds them. */
  readonly balances: (given: Balances['given']) => Balances;
  readonly assess: (lines: readonly IntakeLine[], law: Law, state: RunState, explained?: boolean) => Batch;
  /** Reads what the ledger holds of lines that are assessed without it. */
  readonly lookUp: (lines: readonly IntakeLine[]) => void;
  /** Names that were to draw again, and of which no reversed line came. */
  readonly notReversed: () => readonly string[];
  /** What was recorded, or that nothing was. */
  readonly words: () => string;
  readonly close: () => void;
}

/** The file that `--ledger`, TARIFF_LEDGER or a config names; undefined: none. */
export function ledgerFile(options: { readonly ledger?: string; readonly output?: string }): string | undefined {
  if (options.ledger === '') throw usage('names no file', '--ledger', null, '');
  const file = options.ledger;
  if (file !== undefined && options.output !== undefined && isSameFile(file, options.output))
    throw usage('is the ledger, which the output would replace', '--output', 'Name another file.', options.output);
  return file;
}

/** Null: no ledger was named. `again`: entries and shipments that were reversed and draw again; null: all of them. */
export async function openLedgerRun(
  options: CalcOptions,
  again: readonly string[] | null = options.again ?? [],
): Promise<LedgerRun | null> {
  const file = ledgerFile(options);
  if (file === undefined) {
    if (options.commit === true)
      throw usage('records in a ledger, and none was named', '--commit', 'Name one: --ledger quota.db');
    if (options.again !== undefined)
      throw usage(
        'draws again what a ledger holds as reversed, and none was named',
        '--again',
        'Name one: --ledger quota.db',
      );
    return null;
  }
  const { openLedger } = await import('../io/ledger/open-ledger.ts');
  const ledger = await openLedger(file, options.commit === true ? 'record' : 'rehearse');
  const found: Found = { names: new Set(), again: again && new Set(again) };
  return options.commit === true ? recording(ledger, found) : rehearsal(ledger, found);
}

/** What the lines of a run have to do with reversals. */
interface Found {
  /** Entries and shipments of lines that were reversed. */
  readonly names: Set<string>;
  readonly again: ReadonlySet<string> | null;
}

function notReversedOf({ names, again }: Found): readonly string[] {
  return [...(again ?? [])].filter((name) => !names.has(name));
}

/** Each block of lines is one transaction: assessed on the balances of that moment, and recorded. */
function recording(ledger: Ledger, found: Found): LedgerRun {
  const seen = new Set<string>();
  let count = 0;
  return {
    balances: (given) => ledger.look((view) => copyOf(view, given)),
    assess: (lines, law, state, explained) => {
      const batch = ledger.commit((view) => {
        const recorded = { ...startRecorded(found, true), seen };
        lookUp(lines, view, recorded, found);
        const balances = { ...state.balances, ...copyOf(view, state.balances.given), recorded };
        const value = assessBatch(lines, law, { ...state, balances }, explained);
        const records = value.draws.filter(({ isRecorded }) => !isRecorded).map(recordOf);
        return { records, value };
      });
      count += batch.draws.filter(({ isRecorded }) => !isRecorded).length;
      return batch;
    },
    lookUp: () => undefined,
    notReversed: () => notReversedOf(found),
    words: () => `${count === 1 ? '1 drawdown' : `${count} drawdowns`} recorded in ${ledger.name}`,
    close: () => ledger.close(),
  };
}

/** The ledger as it stands when the run begins; what the lines draw is carried in memory. */
function rehearsal(ledger: Ledger, found: Found): LedgerRun {
  const recorded = startRecorded(found, false);
  return {
    balances: (given) => ledger.look((view) => ({ ...copyOf(view, given), recorded })),
    assess: (lines, law, state, explained) => {
      ledger.look((view) => lookUp(lines, view, recorded, found));
      return assessBatch(lines, law, state, explained);
    },
    lookUp: (lines) => ledger.look((view) => lookUp(lines, view, recorded, found)),
    notReversed: () => notReversedOf(found),
    words: () =>
      ledger.isNew
        ? `A rehearsal with an empty ledger: ${ledger.name} holds nothing yet (calc --commit makes it)`
        : `A rehearsal: nothing was recorded in ${ledger.name} (calc --commit records)`,
    close: () => ledger.close(),
  };
}

function startRecorded({ again }: Found, isKeyNeeded: boolean): RecordedLines {
  return { lines: new Map(), reversed: new Map(), again, seen: new Set(), isKeyNeeded };
}

/** What the ledger holds, and how much of it was drawn by the days of given balances. */
export function copyOf(
  { totals, presented, published, drawnUpTo }: LedgerView,
  given: Balances['given'],
): Pick<Balances, 'given' | 'drawn' | 'presented'> & { readonly published: NonNullable<Balances['published']> } {
  const dated = [...given].map(([quota, balance]): readonly [string, GivenBalance] => [
    quota,
    balance.asOf === null ? balance : { ...balance, own: drawnUpTo(quota, balance.asOf) },
  ]);
  return { given: new Map(dated), drawn: new Map(totals), presented: new Map(presented), published };
}

/** Reads what the ledger holds of the lines. */
function lookUp(lines: readonly IntakeLine[], view: LedgerView, recorded: RecordedLines, { names }: Found): void {
  for (const one of lines) {
    const key = one.kind === 'line' ? keyOf(one.line) : null;
    if (key === null || recorded.lines.has(keyText(key))) continue;
    keepRecords(recorded, keyText(key), view.recordsOf(key));
    if (recorded.reversed.has(keyText(key))) names.add(key.entry || key.shipment);
  }
}

function recordOf({ line, pot, requested, drawn, limit, yearLimit, from, presented }: LineDraw): NewRecord {
  const key = keyOf(line);
  if (key === null) throw new Error('a line without a key came to be recorded');
  const textOf = (amount: Decimal | null): NewRecord['limit'] => amount && plainText(amount);
  return {
    ...key,
    kind: 'draw',
    quota: pot.id,
    year: pot.year?.id ?? null,
    unit: 'kg',
    requested: plainText(requested),
    drawn: textOf(drawn),
    limit: textOf(limit),
    yearLimit: textOf(yearLimit),
    from,
    presented,
    declared: declaredTexts(line),
    reverses: null,
    reason: null,
  };
}
