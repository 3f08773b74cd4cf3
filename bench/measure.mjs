/** Whole processes, measured from outside: start to end, and the most memory they held. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Node 20 reads the file this variable names at every start, which takes longer than what is measured here. */
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** Seconds, and the exit code. Nothing is written anywhere. */
export function timed([command, ...args]) {
  const start = process.hrtime.bigint();
  const { status, error } = spawnSync(command, args, { env, stdio: ['ignore', 'ignore', 'ignore'] });
  const seconds = since(start);
  if (error) throw error;
  return { seconds, status };
}

/** Seconds, exit code and peak memory in MiB (null where it cannot be known) of a process that writes to a file. */
export function weighed([command, ...args], output) {
  const folder = mkdtempSync(join(tmpdir(), 'tariff-peak-'));
  const report = join(folder, 'peak');
  const stdout = output === null ? 'ignore' : openSync(output, 'w');
  const weigher = hasGnuTime() ? ['/usr/bin/time', '-f', '%M', '-o', report] : [];
  const watched = weigher.length === 0 && command === process.execPath ? ['--require', watcher] : [];
  const [first, ...rest] = [...weigher, command, ...watched, ...args];
  try {
    const start = process.hrtime.bigint();
    const { status, error, stderr } = spawnSync(first, rest, {
      env: { ...env, TARIFF_BENCH_PEAK: report },
      stdio: ['ignore', stdout, 'pipe'],
      encoding: 'utf8',
    });
    const seconds = since(start);
    if (error) throw error;
    return { seconds, status, stderr, peakMiB: peakIn(report) };
  } finally {
    if (output !== null) closeSync(stdout);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a command prints, or null where it is not installed or fails. */
export function answer([command, ...args]) {
  const { status, stdout } = spawnSync(command, args, { env, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Without GNU time a process of Node tells its own peak. */
const watcher = join(import.meta.dirname, 'tell-peak.cjs');

let gnuTime;
function hasGnuTime() {
  gnuTime ??= answer(['/usr/bin/time', '-f', '%M', 'true']) !== null;
  return gnuTime;
}

/** The last line: before it `time` may tell of an exit code other than zero. */
function peakIn(report) {
  try {
    return Math.round(Number(readFileSync(report, 'utf8').trim().split('\n').at(-1)) / 1024);
  } catch {
    return null;
  }
}

function since(start) {
  return Number(process.hrtime.bigint() - start) / 1e9;
}
