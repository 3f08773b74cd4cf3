import { printCode } from '../customs/commodity-code.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import type { Problem } from '../customs/problem.ts';
import type { Schedule } from '../customs/schedule.ts';
import type { ScheduleRow } from '../customs/tariff-schedule.ts';
import { baseRateFact } from '../customs/supplied-fact.ts';
import { about } from './charge.ts';
import { rememberByCode } from './kinds.ts';
import type { Regime } from './regime.ts';

/** What is to be said of a line's number, and nothing of most. */
export type AboutNumber = (line: EntryLine, code: string) => readonly Problem[];

/** What is said of numbers, and which of them it never tells apart. */
export interface Numbers {
  readonly about: AboutNumber;
  readonly kindOf: (code: string) => string;
}

const nothing: readonly Problem[] = [];

/**
 * Says that the schedules on hand do not have a number, or not with its last digits. That is no proof against it: editions differ.
 * Most lines have a number that is known, and are asked with every line: so that is found once for each number.
 */
export function prepareNumbers(schedule: Schedule, regimes: readonly Regime[]): Numbers {
  const schedules = regimes.flatMap((regime) => regime.schedule ?? []);
  const below = rememberByCode((number) => schedule.numbersBelow(number));
  const isFull = rememberByCode((key) => {
    const [code = '', row = ''] = key.split('|');
    const known = below(row);
    return known.length === 0 || row === code || known.some((one) => one.startsWith(code));
  });
  const isKnown = (row: ScheduleRow, code: string): boolean =>
    row.suffixes === undefined
      ? isFull(`${code}|${row.number}`)
      : row.number === code || row.suffixes.some((suffix) => (row.number + suffix).startsWith(code));
  const kindOf = (code: string): string => {
    const own = schedules.find((one) => one.holdsChapter(code));
    return (
      own
        ?.reaching(code)
        .map((row) => (isKnown(row, code) ? '1' : '0'))
        .join('') ?? ''
    );
  };
  const aboutNumber: AboutNumber = (line, code) => {
    const own = schedules.find((one) => one.holdsChapter(code));
    if (!own) return nothing;
    const row = own.rowOn(code, line.date);
    if (row && isKnown(row, code)) return nothing;
    const number = printCode(code, schedule.jurisdiction.code);
    if (row) {
      const message = `no edition on hand has ${number}; the rate of ${printCode(row.number, schedule.jurisdiction.code)} was applied`;
      return [about({ line }, 'not-in-schedule', 'notice', message, 'hts')];
    }
    const without = `the schedule on hand has no ${number} on ${line.date}`;
    if (line.facts.has(baseRateFact)) {
      const message = `${without}: its base duty is the one that was declared`;
      return [about({ line }, 'not-in-schedule', 'notice', message, 'hts')];
    }
    const message = `${without}: its base duty was not computed`;
    const hint = 'Check the number; declare base_rate, or import the edition that has it.';
    return [about({ line }, 'not-in-schedule', 'warning', message, 'hts', hint)];
  };
  return { about: aboutNumber, kindOf };
}
