import { numbered } from '../exact/numbered.ts';

/**
 * Codes that the same number ranges reach behave alike: they are of one *kind*. A table of hundreds of numbers has a few
 * dozen kinds, so what is worked out once for a kind serves every code of it.
 */
export interface Kinds {
  /** The kind of a code; equal keys mean that every list of the table treats the codes alike. */
  readonly kindOf: (code: string) => string;
  /** Prefixes that tell kinds apart, in ascending order. */
  readonly prefixes: () => readonly string[];
}

const remembered = 100_000;

/** Short names for kinds that are told apart by long texts: they are part of many keys. */
export function rememberKinds(describe: (code: string) => string): Kinds['kindOf'] {
  const numberOf = numbered();
  return rememberByCode((code) => String(numberOf(describe(code))));
}

/** What is found for a code, found once; bounded. */
export function rememberByCode<Found>(find: (code: string) => Found): (code: string) => Found {
  const known = new Map<string, Found>();
  return (code) => {
    const cached = known.get(code);
    if (cached !== undefined) return cached;
    const found = find(code);
    if (known.size >= remembered) known.clear();
    known.set(code, found);
    return found;
  };
}

/** Codes that are looked for among all ranges before an index of them is worth its while: one shipment asks for one. */
const withoutIndex = 3;

/** Ranges by prefix, so that a code finds all that reach it in as many look-ups as it has digits. The index is made when it pays. */
export function indexKinds(given: Iterable<Range>): Kinds {
  let ranges: readonly Range[] | undefined;
  let index: Kinds | undefined;
  let asked = 0;
  const known = (): readonly Range[] => (ranges ??= distinct(given));
  const indexed = (): Kinds => (index ??= makeIndex(known()));
  const kindOf = rememberKinds((code) => {
    asked += 1;
    if (index === undefined && asked <= withoutIndex) return kindAmong(known(), code);
    return indexed().kindOf(code);
  });
  return { kindOf, prefixes: () => indexed().prefixes() };
}

interface Range {
  readonly first: string;
  readonly last: string;
}

function distinct(ranges: Iterable<Range>): readonly Range[] {
  return [...new Map([...ranges].map((range) => [`${range.first}-${range.last}`, range])).values()];
}

/** Places of the ranges that reach the code, ascending. */
function kindAmong(ranges: readonly Range[], code: string): string {
  const hits: number[] = [];
  for (const [place, { first, last }] of ranges.entries()) {
    if (first === last ? code.startsWith(first) : isWithin(first, last, code)) hits.push(place);
  }
  return hits.join(',');
}

/** Of a shorter code: whether all numbers that begin with it are. */
function isWithin(first: string, last: string, code: string): boolean {
  const head = code.slice(0, first.length);
  return first <= head.padEnd(first.length, '0') && head.padEnd(first.length, '9') <= last;
}

function makeIndex(ranges: readonly Range[]): Kinds {
  const byPrefix = new Map<string, number[]>();
  for (const [id, { first, last }] of ranges.entries()) {
    for (const prefix of first === last ? [first] : prefixesOf(first, last)) {
      const ids = byPrefix.get(prefix);
      if (ids) ids.push(id);
      else byPrefix.set(prefix, [id]);
    }
  }
  const kindOf = (code: string): string => {
    const hits: number[] = [];
    for (let digits = 1; digits <= code.length; digits++) hits.push(...(byPrefix.get(code.slice(0, digits)) ?? []));
    return hits.toSorted((a, b) => a - b).join(',');
  };
  return { kindOf, prefixes: () => [...byPrefix.keys()].toSorted() };
}

/** The fewest prefixes that reach exactly the numbers from `first` to `last`: 7206.10 to 7207.99 → 72061 … 72069, 7207. */
export function* prefixesOf(first: string, last: string): Generator<string> {
  let shared = 0;
  while (shared < first.length && first[shared] === last[shared]) shared++;
  const [low, high] = [first.slice(shared), last.slice(shared)];
  if (/^0*$/.test(low) && /^9*$/.test(high)) {
    yield first.slice(0, shared);
    return;
  }
  const head = first.slice(0, shared);
  for (let digit = Number(low[0]); digit <= Number(high[0]); digit++) {
    const from = digit === Number(low[0]) ? low.slice(1) : '0'.repeat(low.length - 1);
    const to = digit === Number(high[0]) ? high.slice(1) : '9'.repeat(low.length - 1);
    yield* prefixesOf(`${head}${digit}${from}`, `${head}${digit}${to}`);
  }
}
