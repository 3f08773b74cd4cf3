import type { GoodsEntry, GoodsSubject } from '../customs/goods.ts';
import { type IsoDate, firstDay } from '../exact/iso-date.ts';
import { closest } from '../exact/suggest.ts';
import type { JsonPath } from './json-text.ts';
import type { Reading } from './reading.ts';
import type { RawGoods, RawList } from './shape-parts.ts';

const codeShape = /^\d[\d.]*$/;

/** Names that stand for goods: the lists of the table and of what it is laid over. */
export type KnownLists = ReadonlySet<string>;

/** Reads "all" or a list of entries. */
export function readGoods(reading: Reading, raw: RawGoods, path: JsonPath, lists: KnownLists): GoodsEntry[] {
  if (raw === 'all') return [{ what: { kind: 'all' } }];
  return raw.map((text, index) => readEntry(reading, text, [...path, index], lists, null));
}

/** Reads a named list: entries with the days of their membership. Dropping what was never added is a mistake. */
export function readList(reading: Reading, raw: RawList, path: JsonPath, lists: KnownLists): GoodsEntry[] {
  if (Array.isArray(raw)) return readGoods(reading, raw, path, lists);
  const members: { text: string; entry: GoodsEntry }[] = [];
  for (const [index, change] of raw.changes.entries()) {
    const from = (change.from as IsoDate | undefined) ?? null;
    for (const [at, text] of (change.drop ?? []).entries()) {
      const place = [...path, 'changes', index, 'drop', at];
      const member = members.find((one) => one.text === normal(text) && one.entry.before === undefined);
      if (!member)
        reading.wrong(place, text, 'is dropped from the list but not on it', 'Write it exactly as it was added.');
      else member.entry = { ...member.entry, before: from ?? firstDay };
    }
    for (const [at, text] of (change.add ?? []).entries()) {
      members.push({
        text: normal(text),
        entry: readEntry(reading, text, [...path, 'changes', index, 'add', at], lists, from),
      });
    }
  }
  return members.map((member) => member.entry);
}

function normal(text: string): string {
  return text.replace(/[.\s]+/g, '');
}

/** `SUBJECT within A, B except C, D`, the last two in either order, each at most once. */
function readEntry(
  reading: Reading,
  text: string,
  path: JsonPath,
  lists: KnownLists,
  from: IsoDate | null,
): GoodsEntry {
  const [subject = '', ...clauses] = text.trim().split(/\s+(?=(?:within|except)\s)/);
  const read = (keyword: string): GoodsEntry[] => {
    const found = clauses.filter((clause) => clause.startsWith(`${keyword} `));
    if (found.length > 1) reading.wrong(path, text, `says "${keyword}" twice`);
    return (found[0]?.slice(keyword.length) ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => ({ what: readSubject(reading, part, path, lists) }));
  };
  const [within, except] = [read('within'), read('except')];
  return {
    what: readSubject(reading, subject, path, lists),
    ...(within.length > 0 && { within }),
    ...(except.length > 0 && { except }),
    ...(from !== null && { from }),
  };
}

function readSubject(reading: Reading, text: string, path: JsonPath, lists: KnownLists): GoodsSubject {
  if (text === 'all') return { kind: 'all' };
  const [first = '', last, ...more] = text.split(/\s+to\s+/).map((part) => part.trim());
  if (more.length > 0) reading.wrong(path, text, 'has more than one "to"');
  if (codeShape.test(first)) return readNumbers(reading, text, path, first, last ?? first);
  if (last === undefined && lists.has(text)) return { kind: 'list', list: text };
  const near = closest(text, [...lists]);
  reading.wrong(
    path,
    text,
    'is neither a code nor the name of a list',
    near ? `Did you mean "${near}"?` : 'A code is digits with or without dots: 7208.10.15',
    'unknown-name',
  );
  return { kind: 'all' };
}

function readNumbers(reading: Reading, text: string, path: JsonPath, from: string, to: string): GoodsSubject {
  const [first, last] = [from.replaceAll('.', ''), to.replaceAll('.', '')];
  if (!codeShape.test(to) || first.length > 10 || last.length > 10)
    reading.wrong(path, text, 'is not a code of at most ten digits');
  else if (first.length !== last.length)
    reading.wrong(
      path,
      text,
      'runs between codes of different length',
      'Write both ends with the same number of digits.',
    );
  else if (first > last) reading.wrong(path, text, 'runs backwards');
  return { kind: 'numbers', first, last };
}
