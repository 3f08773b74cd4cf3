import type { AssessedLine } from '../customs/assessment.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import { declaredTexts, differences, keyOf, keyText, keyWords } from '../customs/ledger-record.ts';
import type { Problem } from '../customs/problem.ts';
import { zero } from '../exact/decimal.ts';
import { about } from './charge.ts';
import type { Ask, Balances, Draw } from './pots.ts';
import { type RecordedDraw, type RecordedLines, recordedLine, remember } from './recorded.ts';
import { wrongLine } from './wrong-line.ts';

/** A line that the ledger holds with another declaration: found before it is assessed, so that it draws on nothing. */
export function changedLine(line: EntryLine, recorded: RecordedLines | undefined): AssessedLine | undefined {
  const before = recorded && recordedLine(line, recorded);
  if (!before) return undefined;
  const changes = differences(before.declared, declaredTexts(line));
  if (changes.length === 0) return undefined;
  return wrongLine(line, changed(line, `the ledger holds another declaration of it: ${changes.join('; ')}`));
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

/** Keeps the draws of a line for the lines below it, and warns of one that stood above already. Called before they leave the balances. */
export function keepDraws(line: EntryLine, draws: readonly (Draw | Ask)[], balances: Balances): readonly Problem[] {
  const { recorded } = balances;
  const key = keyOf(line);
  if (!recorded || key === null || draws.length === 0) return [];
  const isRepeated = recorded.seen.has(keyText(key));
  const kept = draws.map(({ pot, drawn }): readonly [string, RecordedDraw] => {
    const names = pot.year ? [pot.id, pot.year.id] : [pot.id];
    return [pot.id, { drawn, before: new Map(names.map((name) => [name, balances.drawn.get(name) ?? zero])) }];
  });
  remember(recorded, line, new Map(kept));
  if (!isRepeated) return [];
  const message = `${keyWords(key)} stands further up already: its drawdown is counted once`;
  return [about({ line }, 'line-repeated', 'warning', message)];
}
