/**
 * What a ledger costs: the same lines, all of which draw on one quota, without a ledger, rehearsed on one, and recorded in one.
 *   npm run bench:ledger                           100,000 lines, three runs of each in turns
 *   npm run bench:ledger -- --rows 20000 --runs 5
 */
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from './measure.mjs';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '100000' }, runs: { type: 'string', default: '3' } },
});
const [rows, runs] = [values.rows, values.runs].map(Number);
const command = join(import.meta.dirname, '..', 'bin', 'tariff.js');
const folder = mkdtempSync(join(tmpdir(), 'tariff-bench-'));
const file = join(folder, 'shipments.csv');
const lines = Array.from(
  { length: rows },
  (_, index) => `L${index},7208.27.00.60,NL,2022-02-01,1000,${100 + (index % 7)},NL\n`,
);
writeFileSync(file, `id,hts,origin,date,value,weight_kg,melt_pour_country\n${lines.join('')}`);

const ledger = (run) => join(folder, `${run}.db`);
/** @type {readonly { readonly name: string; readonly options: (run: number) => readonly string[] }[]} */
const ways = [
  { name: 'without a ledger', options: () => [] },
  { name: '--ledger, a rehearsal', options: (run) => ['--ledger', ledger(run)] },
  { name: '--ledger --commit', options: (run) => ['--ledger', ledger(run), '--commit'] },
  { name: 'the same again', options: (run) => ['--ledger', ledger(run), '--commit'] },
];
try {
  const times = ways.map(() => []);
  for (let run = 0; run < runs; run++)
    for (const [index, { options }] of ways.entries()) times[index].push(seconds(options(run)));
  const [plain] = times.map(median);
  for (const [index, { name }] of ways.entries()) {
    const time = median(times[index]);
    process.stdout.write(
      `${name}: ${time.toFixed(1)} s, ${(time / plain).toFixed(2)} times, ${Math.round(rows / time)} lines a second\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function seconds(options) {
  const output = openSync(join(folder, 'answers.csv'), 'w');
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [command, 'calc', file, ...options, '--format', 'csv'], {
    stdio: ['ignore', output, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(output);
  if (status !== 0) throw new Error(`exit code ${status}\n${stderr}`);
  return (performance.now() - begun) / 1000;
}
