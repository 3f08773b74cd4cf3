/** How long a start takes, against `node -e 0`. */
import { median, timed } from './measure.mjs';

const shipment = 'calc --hts 7208.10.15.00 --origin DE --value 100000 --weight 50t --date 2021-11-12'.split(' ');

/** What is started, and how many times as long as `node -e 0` it may take, and better would. */
const subjects = [
  { name: '`tariff --version`', args: ['--version'], atMost: 1.2, moonshot: 1.15 },
  { name: '`tariff calc`, one shipment by flags, table', args: shipment, atMost: 2, moonshot: 1.6 },
  {
    name: '`tariff calc`, one shipment by flags, JSON',
    args: [...shipment, '--format', 'json'],
    atMost: 2,
    moonshot: 1.6,
  },
];

/** Each start comes right after one of `node -e 0`, so that a slow spell of the machine hits both: medians of the ratios. */
export function measureStarts({ command, pairs }) {
  const node = process.execPath;
  const floors = [];
  const taken = subjects.map(() => []);
  for (let pair = 0; pair <= pairs; pair += 1) {
    for (const [index, { name, args }] of subjects.entries()) {
      const floor = timed([node, '-e', '0']);
      const subject = timed([node, command, ...args]);
      if (floor.status !== 0 || subject.status !== 0) throw new Error(`${name} ended with ${subject.status}`);
      if (pair === 0) continue; // fills the caches of the system
      floors.push(floor.seconds);
      taken[index].push({ seconds: subject.seconds, ratio: subject.seconds / floor.seconds });
    }
  }
  return {
    pairs,
    floorMs: 1000 * median(floors),
    starts: subjects.map(({ name, atMost, moonshot }, index) => ({
      name,
      atMost,
      moonshot,
      ms: 1000 * median(taken[index].map(({ seconds }) => seconds)),
      ratio: median(taken[index].map(({ ratio }) => ratio)),
    })),
  };
}
