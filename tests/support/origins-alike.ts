import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const data = join(import.meta.dirname, '..', '..', 'data');

/** What a file under data/ says. */
export function dataFile(...path: readonly string[]): unknown {
  return JSON.parse(readFileSync(join(data, ...path), 'utf8'));
}

/** All codes of countries there are. */
export const { codes: countries } = dataFile('countries.json') as { readonly codes: readonly string[] };
const { groups } = dataFile('jurisdictions', 'us.json') as { readonly groups: Readonly<Record<string, unknown>> };

/**
 * Origins in classes: those that stand in the same places of the law. The program knows no country but by what stands in data/
 * (tests/house.test.ts), so it answers all of a class alike, on any day; one of them speaks for the class. `law` is JSON as it was
 * parsed; the groups of the jurisdiction that it names, or that these name, count with it.
 */
export function originsAlike(law: readonly unknown[]): readonly (readonly [string, ...string[]])[] {
  const places = new Map<string, string[]>(countries.map((code) => [code, []]));
  for (const [place, text] of textsIn([law, groupsNamedIn(law)], '')) places.get(text)?.push(place);
  const classes = new Map<string, [string, ...string[]]>();
  for (const [code, own] of places) {
    const key = own.join(' ');
    const alike = classes.get(key);
    if (alike) alike.push(code);
    else classes.set(key, [code]);
  }
  return [...classes.values()];
}

function groupsNamedIn(law: unknown): Readonly<Record<string, unknown>> {
  const named = new Map<string, unknown>();
  const note = (value: unknown): void => {
    for (const [, text] of textsIn(value, '')) {
      if (named.has(text) || !(text in groups)) continue;
      named.set(text, groups[text]);
      note(groups[text]);
    }
  };
  note(law);
  return Object.fromEntries(named);
}

/** Every text and every key, with its place; where in a list of texts it stands makes no difference. */
function* textsIn(value: unknown, place: string): Generator<readonly [place: string, text: string]> {
  if (typeof value === 'string') yield [place, value];
  else if (Array.isArray(value)) {
    for (const [index, one] of value.entries())
      yield* textsIn(one, typeof one === 'string' ? `${place}[]` : `${place}[${index}]`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      yield [`${place}{}`, key];
      yield* textsIn(one, `${place}.${key}`);
    }
  }
}
