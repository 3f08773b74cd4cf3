import { type Batch, type IntakeLine, type LineDraw, type RunState, assessBatch } from '../assess/assess-batch.ts';
import type { Law } from '../assess/law.ts';
import { type Balances, contentOf } from '../assess/pots.ts';
import { type RecordedLines, lineOfRecords } from '../assess/recorded.ts';
import { type NewRecord, declaredTexts, keyOf, keyText } from '../customs/ledger-record.ts';
import { type Decimal, plainText } from '../exact/decimal.ts';
import { isSameFile } from '../io/files.ts';
import type { Ledger, LedgerView } from '../io/ledger/ledger.ts';
import type { CalcOptions } from './calc-options.ts';
import { usage } from './stop.ts';
import type { World } from './world.ts';

/** A run that counts what a ledger holds, and perhaps records what its lines draw. */
export interface LedgerRun {
  /** Balances as the run finds them. */
  readonly balances: (given: Balances['given']) => Balances;
  readonly assess: (lines: readonly IntakeLine[], law: Law, state: RunState, explained?: boolean) => Batch;
  /** Reads what the ledger holds of lines that are assessed without it. */
  readonly lookUp: (lines: readonly IntakeLine[]) => void;
  /** What was recorded, or that nothing was. */
  readonly words: () => string;
  readonly close: () => void;
}

/** The file that `--ledger` or TARIFF_LEDGER names; undefined: none. */
export function ledgerFile(
  options: { readonly ledger?: string; readonly output?: string },
  { env }: World,
): string | undefined {
  if (options.ledger === '') throw usage('names no file', '--ledger', null, '');
  const file = options.ledger ?? (env['TARIFF_LEDGER'] || undefined);
  if (file !== undefined && options.output !== undefined && isSameFile(file, options.output))
    throw usage('is the ledger, which the output would replace', '--output', 'Name another file.', options.output);
  return file;
}

/** Null: no ledger was named. */
export async function openLedgerRun(options: CalcOptions, world: World): Promise<LedgerRun | null> {
  const file = ledgerFile(options, world);
  if (file === undefined) {
    if (options.commit === true)
      throw usage('records in a ledger, and none was named', '--commit', 'Name one: --ledger quota.db');
    return null;
  }
  const { openLedger } = await import('../io/ledger/open-ledger.ts');
  const ledger = await openLedger(file, options.commit === true ? 'record' : 'rehearse');
  return options.commit === true ? recording(ledger) : rehearsal(ledger);
}

/** Each block of lines is one transaction: assessed on the balances of that moment, and recorded. */
function recording(ledger: Ledger): LedgerRun {
  const seen = new Set<string>();
  let count = 0;
  return {
    balances: (given) => ledger.look((view) => ({ given, ...copyOf(view) })),
    assess: (lines, law, state, explained) => {
      const batch = ledger.commit((view) => {
        const recorded: RecordedLines = { lines: new Map(), seen, isKeyNeeded: true };
        lookUp(lines, view, recorded);
        const { totals: drawn, presented, published } = view;
        const balances = { ...state.balances, drawn, presented, published, recorded };
        const value = assessBatch(lines, law, { ...state, balances }, explained);
        const records = value.draws.filter(({ isRecorded }) => !isRecorded).map((draw) => recordOf(draw, balances));
        return { records, value };
      });
      count += batch.draws.filter(({ isRecorded }) => !isRecorded).length;
      return batch;
    },
    lookUp: () => undefined,
    words: () => `${count === 1 ? '1 drawdown' : `${count} drawdowns`} recorded in ${ledger.name}`,
    close: () => ledger.close(),
  };
}

/** The ledger as it stands when the run begins; what the lines draw is carried in memory. */
function rehearsal(ledger: Ledger): LedgerRun {
  const recorded: RecordedLines = { lines: new Map(), seen: new Set(), isKeyNeeded: false };
  return {
    balances: (given) => ledger.look((view) => ({ given, ...copyOf(view), recorded })),
    assess: (lines, law, state, explained) => {
      ledger.look((view) => lookUp(lines, view, recorded));
      return assessBatch(lines, law, state, explained);
    },
    lookUp: (lines) => ledger.look((view) => lookUp(lines, view, recorded)),
    words: () =>
      ledger.isNew
        ? `A rehearsal with an empty ledger: ${ledger.name} is not there yet (--commit makes it)`
        : `A rehearsal: nothing was recorded in ${ledger.name} (--commit records)`,
    close: () => ledger.close(),
  };
}

function copyOf({ totals, presented, published }: LedgerView): Pick<Balances, 'drawn' | 'presented' | 'published'> {
  return { drawn: new Map(totals), presented: new Map(presented), published: new Map(published) };
}

/** Reads what the ledger holds of the lines. */
function lookUp(lines: readonly IntakeLine[], view: LedgerView, { lines: known }: RecordedLines): void {
  for (const one of lines) {
    const key = one.kind === 'line' ? keyOf(one.line) : null;
    if (key === null || known.has(keyText(key))) continue;
    const line = lineOfRecords(view.drawsOf(key));
    if (line) known.set(keyText(key), line);
  }
}

function recordOf({ line, pot, requested, drawn, presented }: LineDraw, balances: Balances): NewRecord {
  const { given } = balances;
  const key = keyOf(line);
  if (key === null) throw new Error('a line without a key came to be recorded');
  const textOf = (limit: Decimal | null): NewRecord['limit'] => (limit === null ? null : plainText(limit));
  return {
    ...key,
    kind: 'draw',
    quota: pot.id,
    year: pot.year?.id ?? null,
    unit: 'kg',
    requested: plainText(requested),
    drawn: drawn === null ? null : plainText(drawn),
    limit: textOf(contentOf(pot, balances)),
    // What was left in the period says all; the year was not asked then.
    yearLimit:
      pot.year && (!given.has(pot.id) || given.has(pot.year.id))
        ? textOf(given.get(pot.year.id)?.amount ?? pot.year.capacity)
        : null,
    presented,
    declared: declaredTexts(line),
    reverses: null,
    reason: null,
  };
}
