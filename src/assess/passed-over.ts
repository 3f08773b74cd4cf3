import type { EntryLine } from '../customs/entry-line.ts';
import { baseRateFact } from '../customs/supplied-fact.ts';
import type { Law } from './law.ts';
import type { Regime } from './regime.ts';

/** Why a regime has nothing to say of a line. */
export type PassedOver = 'other-goods' | 'not-yet' | 'replaced' | 'ended';

/** Most regimes have no rate for the goods of a line, or not yet, or not any more. */
export function whyPassedOver(line: EntryLine, code: string, regime: Regime, law: Law): PassedOver | null {
  // A class of goods has no base duty of its own: it differs from number to number.
  if (regime.table.role === 'base' && line.goods.kind === 'class') return 'other-goods';
  const reach = regime.reach(code);
  if (!reach) return regime.schedule !== null && line.facts.has(baseRateFact) ? null : 'other-goods';
  if (line.date < reach.from && regime.table.role !== 'base') {
    // Of a day before all law the first regime tells; those that came later have nothing to add.
    const isBeforeLaw = law.begins !== undefined && line.date < law.begins;
    if (!isBeforeLaw || law.firstDue(code, line.origin) !== reach.from) return 'not-yet';
  }
  const { ended } = regime.table;
  if (ended !== null && line.date >= ended.from) return 'ended';
  return law.isReplaced(regime, line.date) ? 'replaced' : null;
}
