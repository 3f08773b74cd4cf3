import { parseMapFile } from '../intake/map-text.ts';
import { readText } from '../io/files.ts';
import { Stop, usage } from './stop.ts';
import { exit } from './world.ts';

/** Their columns by name, and ours: from `--map theirs=ours` and `--map FILE.json`, as often as they are given. */
export function columnMap(given: readonly string[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const one of given) {
    for (const [theirs, ours] of pairsIn(one)) {
      const before = map.get(theirs);
      if (before !== undefined && before !== ours)
        throw usage(`"${theirs}" is said to be ${before} and ${ours}`, '--map', 'Leave one of them out.', one);
      map.set(theirs, ours);
    }
  }
  return map;
}

function pairsIn(given: string): Iterable<readonly [theirs: string, ours: string]> {
  const [, theirs = '', ours = ''] = /^(.*)=([^=]+)$/.exec(given) ?? [];
  if (theirs.trim() !== '') return [[theirs.trim(), ours.trim()]];
  if (!/\.json$/i.test(given))
    throw usage(
      'does not say which column means which',
      '--map',
      'THEIRS=OURS, for instance --map Ursprung=origin; or a file of them: --map columns.json',
      given,
    );
  const text = readText(given);
  if (!text.ok) throw new Stop(exit.usage, [text.error]);
  const map = parseMapFile(text.value, given);
  if (!map.ok) throw new Stop(exit.usage, map.error);
  return map.value;
}
