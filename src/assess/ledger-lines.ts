import type { AssessedLine } from '../customs/assessment.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import { declaredTexts, differences, keyOf, keyText, keyWords } from '../customs/ledger-record.ts';
import type { Problem } from '../customs/problem.ts';
import { zero } from '../exact/decimal.ts';
import { about } from './charge.ts';
import type { Ask, Balances, Draw } from './balances.ts';
import {
  type RecordedDraw,
  type RecordedLines,
  type ReversedLine,
  recordedLine,
  remember,
  reversedLine,
} from './recorded.ts';
import { wrongLine } from './wrong-line.ts';

/** A line that the ledger holds with another declaration: found before it is assessed, so that it draws on nothing. */
export function changedLine(line: EntryLine, recorded: RecordedLines | undefined): AssessedLine | undefined {
  const before = recorded && recordedLine(line, recorded);
  if (!before) return undefined;
  const changes = differences(before.declared, declaredTexts(line));
  if (changes.length === 0) return undefined;
  return wrongLine(line, changed(line, `the ledger holds another declaration of it: ${changes.join('; ')}`));
}

/**
 * A line whose drawdown was reversed, and that comes again as it was: nobody knows whether that is meant, or the line was only left in the file.
 * One that was corrected is meant, and so is one that is named to draw again.
 */
export function lineTakenBack(line: EntryLine, recorded: RecordedLines | undefined): AssessedLine | undefined {
  const taken = recorded && reversedLine(line, recorded);
  if (!taken || recordedLine(line, recorded)) return undefined;
  const { entry, shipment } = taken.record;
  const name = entry || shipment;
  if (recorded.again === null || recorded.again.has(name)) return undefined;
  if (differences(taken.record.declared, declaredTexts(line)).length > 0) return undefined;
  const hint = `Take it out of the file; or, if it is to draw again: --again '${name}'`;
  return wrongLine(line, about({ line }, 'line-reversed', 'error', `its drawdown was ${takenBack(taken)}`, null, hint));
}

/** "reversed on 2026-03-01 (record 5): entry cancelled" */
function takenBack({ record: { at, number, reason } }: ReversedLine): string {
  return `reversed on ${at.slice(0, 10)} (record ${number}): ${reason ?? ''}`;
}

/** What keeps the draws of a line from being counted; undefined: nothing. */
export function uncountable(
  line: EntryLine,
  draws: readonly (Draw | Ask)[],
  recorded: RecordedLines | undefined,
): Problem | undefined {
  if (!recorded || draws.length === 0) return undefined;
  if (keyOf(line) === null) {
    if (!recorded.isKeyNeeded) return undefined;
    const message = 'a drawdown is recorded under entry_number and entry_line, or under id, and the line has neither';
    return about({ line }, 'missing-field', 'error', message, 'id', 'Name the line, so that it is counted once.');
  }
  const before = recordedLine(line, recorded);
  if (!before || draws.every(({ isRecorded }) => isRecorded)) return undefined;
  const then = [...before.draws.keys()].join(', ');
  const now = draws.map(({ pot }) => pot.id).join(', ');
  return changed(line, `the ledger holds it as drawn on ${then}; by the law on hand it draws on ${now}`);
}

function changed(line: EntryLine, message: string): Problem {
  const key = keyOf(line);
  const name = key === null ? '' : key.entry || key.shipment;
  const hint = `To correct what is recorded: tariff quota reverse '${name}' --reason '…', then run again.`;
  return about({ line }, 'line-changed', 'error', message, null, hint);
}

/**
 * Keeps the draws of a line for the lines below it, and warns of one that stood above already, or whose earlier draws were reversed. Called before
 * they leave the balances.
 */
export function keepDraws(line: EntryLine, draws: readonly (Draw | Ask)[], balances: Balances): readonly Problem[] {
  const { recorded } = balances;
  const key = keyOf(line);
  if (!recorded || key === null || draws.length === 0) return [];
  const isRepeated = recorded.seen.has(keyText(key));
  const kept = draws.map(({ pot, drawn, from }): readonly [string, RecordedDraw] => {
    const names = pot.year ? [pot.id, pot.year.id] : [pot.id];
    return [pot.id, { drawn, from, before: new Map(names.map((name) => [name, balances.drawn.get(name) ?? zero])) }];
  });
  remember(recorded, line, new Map(kept));
  const notes: Problem[] = [];
  const taken = reversedLine(line, recorded);
  if (taken) {
    const message = `an earlier drawdown of it was ${takenBack(taken)}; it draws anew, on what is left now`;
    notes.push(about({ line }, 'line-reversed', 'warning', message));
  }
  if (!isRepeated) return notes;
  const message = `${keyWords(key)} stands further up already: its drawdown is counted once`;
  return [...notes, about({ line }, 'line-repeated', 'warning', message)];
}
