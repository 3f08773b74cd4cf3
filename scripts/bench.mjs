/**
 * Measures whole processes: how long a start takes, against `node -e 0` in the same minute, and how many rows a second
 * `calc` does. `npm run bench -- ROWS` sets the number of rows (100000 unless told).
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const command = join(root, 'bin', 'tariff.js');
const rows = Number(process.argv[2] ?? 100_000);
const runs = 21;

// Node 20 reads the file this variable names at every start, which would hide all else.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

const oneLine = [
  '--hts',
  '7208.10.15.00',
  '--origin',
  'DE',
  '--date',
  '2025-04-01',
  '--value',
  '1000',
  '--weight',
  '1t',
];
const starts = {
  'node -e 0': ['-e', '0'],
  '--version': [command, '--version'],
  '--help': [command, '--help'],
  'calc, one line by flags': [command, 'calc', ...oneLine],
  'calc, one line, JSON': [command, 'calc', ...oneLine, '--format', 'json'],
};

measureStarts();
measureRows();

function measureStarts() {
  const times = Object.fromEntries(Object.keys(starts).map((name) => [name, []]));
  for (let run = 0; run <= runs; run += 1) {
    for (const [name, args] of Object.entries(starts)) {
      const time = measure(args, 'ignore').seconds;
      if (run > 0) times[name].push(time); // the first one warms up
    }
  }
  const floor = times['node -e 0'];
  print(`start (Node ${process.version}, ${runs} runs)`, 'median ms', 'x node -e 0');
  for (const [name, each] of Object.entries(times)) {
    const ratio = median(each.map((time, run) => time / floor[run]));
    print(name, (1000 * median(each)).toFixed(1), ratio.toFixed(2));
  }
}

function measureRows() {
  const folder = mkdtempSync(join(tmpdir(), 'tariff-bench-'));
  try {
    const [header, ...lines] = readFileSync(join(root, 'examples', 'shipments.csv'), 'utf8')
      .trim()
      .split(/\r?\n/);
    const file = join(folder, 'rows.csv');
    const text = Array.from({ length: rows }, (_, row) => lines[row % lines.length]);
    writeFileSync(file, `${[header, ...text].join('\n')}\n`);
    const output = openSync(join(folder, 'out.csv'), 'w');
    const { seconds, peakMiB, status } = measure([command, 'calc', file, '--format', 'csv'], output, folder);
    closeSync(output);
    print(`\ncalc, ${rows} rows as CSV`, 'seconds', 'rows a second', 'peak MiB', 'exit code');
    print('', seconds.toFixed(2), Math.round(rows / seconds), peakMiB, status);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One whole process. Its peak memory is told by itself when a folder for the message is given. */
function measure(args, stdout, folder) {
  const report = folder && join(folder, 'peak.txt');
  const preload = folder && join(folder, 'peak.cjs');
  if (folder) {
    const write = `require('node:fs').writeFileSync(${JSON.stringify(report)}, String(process.resourceUsage().maxRSS))`;
    writeFileSync(preload, `process.on('exit', () => ${write});`);
  }
  const start = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, [...(folder ? ['--require', preload] : []), ...args], {
    env,
    stdio: ['ignore', stdout, 'ignore'],
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return { seconds, status, peakMiB: folder && Math.round(Number(readFileSync(report, 'utf8')) / 1024) };
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function print(name, ...columns) {
  process.stdout.write(`${name.padEnd(36)}${columns.map((column) => String(column).padStart(14)).join('')}\n`);
}
