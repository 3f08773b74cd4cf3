import { printCode } from '../customs/commodity-code.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import type { Problem } from '../customs/problem.ts';
import { about } from './charge.ts';
import type { Law } from './law.ts';

/** Says that the schedules on hand do not have a number, or not with its last digits. That is no proof against it: editions differ. */
export function aboutNumber(line: EntryLine, code: string, law: Law): readonly Problem[] {
  const { schedule } = law;
  const own = law.regimes.filter((regime) => regime.schedule?.hasBelow(code));
  if (own.length === 0) return [];
  const number = printCode(code, schedule.jurisdiction.code);
  const row = own.map((regime) => regime.schedule?.rowOn(code, line.date)).find((one) => one !== undefined);
  if (!row) {
    const message = `the schedule on hand has no ${number} on ${line.date}: its base duty was not computed`;
    const hint = 'Check the number; declare base_rate, or import the edition that has it.';
    return [about({ line }, 'not-in-schedule', 'warning', message, 'hts', hint)];
  }
  const known = row.suffixes?.map((one) => row.number + one) ?? schedule.numbersBelow(row.number.slice(0, 8));
  if (known.length === 0 || row.number === code || known.some((one) => one.startsWith(code))) return [];
  const message = `no edition on hand has ${number}; the rate of ${printCode(row.number, schedule.jurisdiction.code)} was applied`;
  return [about({ line }, 'not-in-schedule', 'notice', message, 'hts')];
}
