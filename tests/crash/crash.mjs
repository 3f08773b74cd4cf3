/*
 * npm run test:crash: kills real processes while they record, at random moments, and looks at the ledger after each kill: it must
 * add up, hold every line that was printed with what it was printed to draw, and be completed by the rerun. `--kills N` (default 200), `--seed N`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } });
const wanted = Number(values.kills ?? 200);
const chance = chanceOf(Number(values.seed ?? Date.now() % 1_000_000));
const command = join(import.meta.dirname, '..', '..', 'bin', 'tariff.js');
const folder = mkdtempSync(join(tmpdir(), 'tariff-crash-'));
const quota = '9999.00/IN/2022';
const limit = 20_000;

const table = join(folder, 'table.json');
writeFileSync(
  table,
  JSON.stringify({
    regime: 'mine',
    order: ['quota'],
    quotas: { pot: { title: 'Pot', unit: 'kg', limits: [{ amount: String(limit) }], periods: [] } },
    measures: [
      { id: 'general', goods: ['7208'], rates: [{ heading: '9999.10', rate: '25%' }] },
      { id: 'quota', goods: ['7208'], quota: 'pot', rates: [{ heading: '9999.00', rate: 'Free' }] },
    ],
  }),
);

const header = 'id,hts,origin,date,value,weight_kg\n';
/** Two files of lines that together ask for more than the quota holds. */
const files = ['A', 'B'].map((name) =>
  Array.from({ length: 25 }, (_, block) =>
    Array.from({ length: 20 }, (__, index) => {
      const number = block * 20 + index;
      return `${name}${number},7208.10.15.00,IN,2022-02-01,1000,${10 + ((number * 7) % 23)}.5\n`;
    }).join(''),
  ),
);

const lineCount = files.flat().join('').trim().split('\n').length;
let kills = 0;
let rounds = 0;
let acknowledged = 0;
/** Kills that left some of the lines recorded. */
let midway = 0;
try {
  while (kills < wanted) await round();
  process.stdout.write(
    `${kills} processes killed over ${rounds} ledgers, ${midway} times with part of the lines recorded; ${acknowledged} printed lines found again; every ledger added up after every kill\n`,
  );
} catch (error) {
  process.stderr.write(`${error.stack}\nThe ledger is kept in ${folder}\n`);
  process.exitCode = 1;
}
if (process.exitCode !== 1) rmSync(folder, { recursive: true, force: true });

/** One ledger: killed a few times, then completed. */
async function round() {
  const ledger = join(folder, `${(rounds += 1)}.db`);
  for (let times = 0; times < 8 && kills < wanted; times++) {
    const runs = await Promise.all(files.map((blocks) => record(ledger, blocks, momentOf())));
    kills += runs.filter(({ killed }) => killed).length;
    const { size } = check(ledger, runs);
    if (size > 0 && size < lineCount && runs.some(({ killed }) => killed)) midway += 1;
  }
  const whole = await Promise.all(files.map((blocks) => record(ledger, blocks, null)));
  for (const { code } of whole) if (code !== 0) throw new Error(`a rerun ended with exit code ${code}`);
  const records = check(ledger, whole);
  if (records.size !== lineCount) throw new Error(`${records.size} of ${lineCount} lines are recorded`);
  const drawn = [...records.values()].reduce((sum, one) => sum + one, 0);
  if (drawn !== limit) throw new Error(`${drawn} kg are drawn on a quota of ${limit} kg that was asked for more`);
}

/** When to kill: some milliseconds after the start, or, more often, after the first line was printed. */
function momentOf() {
  return chance() < 0.25 ? { from: 'start', after: chance() * 600 } : { from: 'output', after: chance() * 400 };
}

/** Runs the command on blocks that come one after the other, and kills it at the moment, if there is one. */
function record(ledger, blocks, moment) {
  return new Promise((resolve, reject) => {
    const args = [command, 'calc', '-', '--tables', table, '--ledger', ledger, '--commit', '--format', 'csv'];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let printed = '';
    let said = '';
    let killed = false;
    let timer;
    const arm = () => (timer ??= setTimeout(() => (killed = child.kill('SIGKILL')), moment.after));
    if (moment?.from === 'start') arm();
    child.stdout.on('data', (bytes) => {
      printed += bytes;
      if (moment) arm();
    });
    child.stderr.on('data', (bytes) => (said += bytes));
    child.stdin.on('error', () => {}); // it was killed
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      if (!killed && code !== 0) reject(new Error(`exit code ${code}: ${said}`));
      else resolve({ code, printed, killed: killed && code !== 0 });
    });
    // The other blocks follow the first output, so that each is read, and recorded, by itself.
    child.stdin.write(header + blocks[0]);
    child.stdout.once('data', () => void feed(child.stdin, blocks.slice(1)));
  });
}

async function feed(stdin, blocks) {
  for (const block of blocks) {
    if (stdin.destroyed) return;
    stdin.write(block);
    await new Promise((resolve) => setTimeout(resolve, 8));
  }
  stdin.end();
}

/** The ledger adds up and holds what was printed. Gives what each line drew. */
function check(ledger, runs) {
  const exported = tariff(['quota', 'export', '--ledger', ledger]);
  // Killed before the ledger was made: nothing can have been printed.
  if (exported.status === 4 && /no such file|is empty/.test(exported.stderr)) {
    if (runs.some(({ printed }) => linesIn(printed).size > 0))
      throw new Error('lines were printed before they were recorded');
    return new Map();
  }
  if (exported.status !== 0) throw new Error(exported.stderr);
  const verified = tariff(['quota', 'verify', '--ledger', ledger]);
  if (verified.status !== 0) throw new Error(`it does not add up:\n${verified.stdout}${verified.stderr}`);
  const records = exported.stdout
    .trim()
    .split('\n')
    .slice(1, -1)
    .map((text) => JSON.parse(text));
  const drawn = new Map(records.map((one) => [one.shipment, Number(one.drawn)]));
  for (const { printed } of runs)
    for (const [id, amount] of linesIn(printed)) {
      acknowledged += 1;
      if (drawn.get(id) !== amount)
        throw new Error(`${id} was printed to draw ${amount} kg; recorded: ${drawn.get(id)}`);
    }
  return drawn;
}

/** What whole lines of the output say of their draws. */
function linesIn(printed) {
  const rows = printed.split('\n').slice(1, -1);
  return new Map(
    rows.map((row) => [row.slice(0, row.indexOf(',')), Number(new RegExp(`${quota}=([\\d.]+)kg`).exec(row)?.[1] ?? 0)]),
  );
}

function tariff(args) {
  return spawnSync(process.execPath, [command, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 });
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function chanceOf(seed) {
  process.stdout.write(`seed ${seed}\n`);
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
