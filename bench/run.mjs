/**
 * Measures the built command side by side with what it is compared to, and writes bench/RESULTS.md:
 *   npm run bench                            all of it; ROWS=5000000 npm run bench for more rows
 *   npm run bench -- --only flat             a part, printed and not written (flat, law, starts)
 *   npm run bench -- --long                  5,000,000 and 20,000,000 rows too
 *   npm run bench -- --pairs 41 --runs 5 --rows 100000 --rules 200,10,5000
 */
import { existsSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { memoryDisk, withFiles } from './files.mjs';
import { measureFlat } from './flat.mjs';
import { measureLaw } from './law.mjs';
import { measureLong } from './long.mjs';
import { answer } from './measure.mjs';
import { report } from './report.mjs';
import { measureStarts } from './starts.mjs';

const root = join(import.meta.dirname, '..');
const command = join(root, 'bin', 'tariff.js');
const say = (text) => process.stderr.write(`${text}\n`);

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: process.env.ROWS ?? '1000000' },
    runs: { type: 'string', default: '3' },
    pairs: { type: 'string', default: '25' },
    rules: { type: 'string', default: '200,10,5000' },
    only: { type: 'string' },
    long: { type: 'boolean', default: false },
  },
});
const [rows, runs, pairs] = [values.rows, values.runs, values.pairs].map(Number);
const counts = values.rules.split(',').map(Number);
const parts = ['starts', 'flat', 'law'];

if (![rows, runs, pairs].every((number) => Number.isInteger(number) && number > 0)) {
  say('--rows, --runs and --pairs are whole numbers above zero');
  process.exitCode = 2;
} else if (!counts.every((number) => Number.isInteger(number) && number >= 10 && number <= 5000)) {
  say('--rules takes whole numbers from 10 to 5000, with commas between; all programs run with the first');
  process.exitCode = 2;
} else if (values.only !== undefined && !parts.includes(values.only)) {
  say(`--only takes flat, law or starts, not "${values.only}"`);
  process.exitCode = 2;
} else if (!existsSync(join(root, 'dist', 'command.json'))) {
  say('tariff is not built yet. Run: npm run build');
  process.exitCode = 2;
} else {
  await bench();
}

async function bench() {
  const machine = describeMachine();
  const wanted = (part) => values.only === undefined || values.only === part;
  const starts = wanted('starts') ? measureStarts({ command, pairs }) : null;
  for (const { name, ratio } of starts?.starts ?? []) say(`${name}: ${ratio.toFixed(2)} times node -e 0`);
  const rest = await withFiles(say, async (files) => {
    const common = { command, files, rows, runs, rules: counts[0], say };
    return {
      flat: wanted('flat') ? await measureFlat({ ...common, counts }) : null,
      law: wanted('law') ? await measureLaw(common) : null,
      long: values.long ? await measureLong(common) : null,
    };
  });
  const page = report({ machine, starts, ...rest });
  if (values.only === undefined) writeFileSync(join(import.meta.dirname, 'RESULTS.md'), page);
  process.stdout.write(page);
}

/** What the figures depend on; nothing that names the machine. */
function describeMachine() {
  const [cpu] = cpus();
  const git = (...args) => answer(['git', '-C', root, ...args]);
  const commit = git('rev-parse', '--short', 'HEAD');
  const changed = git('status', '--porcelain', '--', 'src', 'data', 'bin') ? ', with changes' : '';
  return [
    `${new Date().toISOString().slice(0, 10)}, ${commit === null ? 'no commit known' : `commit ${commit}${changed}`}`,
    `${cpus().length} cores (${cpu.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${arch()}, Node ${process.version}`,
    `Files on ${memoryDisk ? 'a memory disk' : 'the disk of temporary files'}`,
    `Load of the machine before: ${loadavg()[0].toFixed(1)} (0 is idle, ${cpus().length} is full)`,
  ];
}
