/**
 * Measures the built command side by side with what it is compared to, and writes bench/RESULTS.md:
 *   npm run bench                       all of it; ROWS=5000000 npm run bench for more rows
 *   npm run bench -- --only starts      a part, printed and not written (starts, rows)
 *   npm run bench -- --pairs 41 --runs 5 --rows 100000
 */
import { existsSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { answer } from './measure.mjs';
import { report } from './report.mjs';
import { measureRows } from './rows.mjs';
import { measureStarts } from './starts.mjs';

const root = join(import.meta.dirname, '..');
const command = join(root, 'bin', 'tariff.js');
const say = (text) => process.stderr.write(`${text}\n`);

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: process.env.ROWS ?? '1000000' },
    runs: { type: 'string', default: '3' },
    pairs: { type: 'string', default: '25' },
    only: { type: 'string' },
  },
});
const [rows, runs, pairs] = [values.rows, values.runs, values.pairs].map(Number);

if (![rows, runs, pairs].every((number) => Number.isInteger(number) && number > 0)) {
  say('--rows, --runs and --pairs are whole numbers above zero');
  process.exitCode = 2;
} else if (values.only !== undefined && values.only !== 'starts' && values.only !== 'rows') {
  say(`--only takes starts or rows, not "${values.only}"`);
  process.exitCode = 2;
} else if (!existsSync(join(root, 'dist', 'command.json'))) {
  say('tariff is not built yet. Run: npm run build');
  process.exitCode = 2;
} else {
  await bench();
}

async function bench() {
  const machine = describeMachine();
  const starts = values.only === 'rows' ? null : measureStarts({ command, pairs });
  for (const { name, ratio } of starts?.starts ?? []) say(`${name}: ${ratio.toFixed(2)} times node -e 0`);
  const lines = values.only === 'starts' ? null : await measureRows({ command, rows, runs, say });
  if (starts === null || lines === null) return;
  const page = report({ machine, starts, lines });
  writeFileSync(join(import.meta.dirname, 'RESULTS.md'), page);
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
    `Load of the machine before: ${loadavg()[0].toFixed(1)} (0 is idle, ${cpus().length} is full)`,
  ];
}
