import type { Basis, Condition, Test } from '../customs/measure.ts';
import { type DecimalText, decimalText, plainText, zero } from '../exact/decimal.ts';
import { type IsoDate, firstDay, isoDate } from '../exact/iso-date.ts';
import type { JsonPath } from './json-text.ts';
import type { Reading } from './reading.ts';
import type { RawBasis, RawWhen } from './shape-parts.ts';

/** Which columns a table may ask for: its own facts and those of its jurisdiction. */
export type KnownFacts = ReadonlyMap<string, string>;

/** Reads `when`: one test per key, "a or b" asking any of several columns. */
export function readTests(reading: Reading, raw: RawWhen | undefined, path: JsonPath, facts: KnownFacts): Test[] {
  return Object.entries(raw ?? {}).map(([key, test]) => {
    const columns = key.split(/\s+or\s+/);
    const at = [...path, key];
    for (const column of columns) {
      if (!facts.has(column))
        reading.wrong(
          at,
          column,
          'asks for a fact that neither the table nor its jurisdiction declares',
          `Known: ${[...facts.keys()].join(', ')}`,
          'unknown-name',
        );
    }
    return { facts: columns, conditions: readConditions(reading, test, at), ifUndeclared: silence(test) };
  });
}

function silence(test: RawWhen[string]): Test['ifUndeclared'] {
  return typeof test === 'object' && !Array.isArray(test) ? (test.ifUndeclared ?? 'not-met') : 'not-met';
}

function readConditions(reading: Reading, test: RawWhen[string], path: JsonPath): Condition[] {
  if (Array.isArray(test)) return [{ op: 'in', values: test }];
  if (typeof test === 'boolean') return [{ op: 'is', value: test }];
  const conditions: Condition[] = [];
  if (Array.isArray(test.is)) conditions.push({ op: 'in', values: test.is });
  else if (test.is !== undefined) conditions.push({ op: 'is', value: test.is });
  if (test.not) conditions.push({ op: 'not-in', values: test.not });
  if (test.atLeast !== undefined)
    conditions.push({ op: 'at-least', value: readAmount(reading, test.atLeast, [...path, 'atLeast']) });
  if (test.under !== undefined)
    conditions.push({ op: 'under', value: readAmount(reading, test.under, [...path, 'under']) });
  if (test.from !== undefined) conditions.push({ op: 'from', date: readDay(reading, test.from, [...path, 'from']) });
  if (test.before !== undefined)
    conditions.push({ op: 'before', date: readDay(reading, test.before, [...path, 'before']) });
  if (conditions.length === 0)
    reading.wrong(path, test, 'tests nothing', 'Give is, not, atLeast, under, from or before.');
  return conditions;
}

/** Reads the basis of a rate; a fact it names must be declared. */
export function readBasis(reading: Reading, raw: RawBasis | undefined, path: JsonPath, facts: KnownFacts): Basis {
  if (raw === undefined || raw === 'entered-value') return { kind: 'entered-value' };
  const fact = typeof raw === 'string' ? raw : raw.less;
  const wanted = typeof raw === 'string' ? 'money' : 'percent';
  if (facts.get(fact) !== wanted)
    reading.wrong(
      path,
      fact,
      `is not the name of a ${wanted} fact`,
      wanted === 'money'
        ? '"entered-value", or a fact such as steel_content_value.'
        : 'A fact such as us_content_share.',
      'unknown-name',
    );
  if (typeof raw === 'string') return { kind: 'declared', fact };
  const bound = (text: string | undefined, key: string): DecimalText | null =>
    text === undefined ? null : readAmount(reading, text, [...path, key]);
  return { kind: 'less', fact, atLeast: bound(raw.atLeast, 'atLeast'), atMost: bound(raw.atMost, 'atMost') };
}

/** "95%", "$100", "500000": a plain number at least zero, the sign beside it dropped. */
export function readAmount(reading: Reading, text: string, path: JsonPath): DecimalText {
  const amount = decimalText(text.trim().replace(/^\$\s*|\s*%$/g, ''));
  if (amount === undefined || amount.startsWith('-')) {
    reading.wrong(path, text, 'is not a number', 'Digits with a point: 500000, or 25%');
    return plainText(zero);
  }
  return amount;
}

/** The shape was checked; whether the calendar has the day was not. */
export function readDay(reading: Reading, text: string, path: JsonPath): IsoDate {
  const day = isoDate(text);
  if (day === undefined) reading.wrong(path, text, 'is not a day of the calendar', 'YYYY-MM-DD');
  return day ?? firstDay;
}
