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

/** Indexes ranges by prefix, so that a code finds all that reach it in as many look-ups as it has digits. */
export function indexKinds(ranges: Iterable<{ readonly first: string; readonly last: string }>): Kinds {
  const byPrefix = new Map<string, number[]>();
  const known = new Set<string>();
  for (const { first, last } of ranges) {
    const name = first === last ? first : `${first}-${last}`;
    if (known.has(name)) continue;
    const id = known.size;
    known.add(name);
    for (const prefix of first === last ? [first] : prefixesOf(first, last)) {
      const ids = byPrefix.get(prefix);
      if (ids) ids.push(id);
      else byPrefix.set(prefix, [id]);
    }
  }
  const kindOf = rememberByCode((code) => {
    const hits: number[] = [];
    for (let digits = 1; digits <= code.length; digits++) hits.push(...(byPrefix.get(code.slice(0, digits)) ?? []));
    return hits.join(',');
  });
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
