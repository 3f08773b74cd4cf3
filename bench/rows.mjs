/** How fast a file of shipments becomes a file of answers, beside others that do less with the same file. */
import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { contenders } from './contenders.mjs';
import { median, weighed } from './measure.mjs';
import { shipments } from './shipments.mjs';

/** Lines without an answer are part of the job. */
const fine = { law: [0, 3] };

/** All in turns, so that a slow spell of the machine hits each of them. Outputs are compared in the first turn. */
export async function measureRows({ command, rows, runs, say }) {
  const all = contenders(command);
  const present = all.filter(({ version }) => version !== null);
  const memoryDisk = existsSync('/dev/shm');
  const folder = mkdtempSync(join(memoryDisk ? '/dev/shm' : tmpdir(), 'tariff-bench-'));
  const [input, output] = [join(folder, 'shipments.csv'), join(folder, 'out.csv')];
  try {
    say(`writing ${rows} shipments`);
    await pipeline(Readable.from(shipments({ rows })), createWriteStream(input));
    const sums = new Map();
    const taken = new Map(present.map(({ name }) => [name, []]));
    for (let run = 0; run < runs; run += 1) {
      for (const { name, job, command: line, writes = false } of present) {
        rmSync(output, { force: true });
        const { status, stderr, ...figures } = weighed(line(input, output), writes ? null : output);
        if (!(fine[job] ?? [0]).includes(status)) throw new Error(`${name} ended with ${status}\n${stderr}`);
        taken.get(name).push(figures);
        say(`${name}: ${figures.seconds.toFixed(2)} s`);
        if (run === 0) await compare(sums, { name, job, rows, output });
      }
    }
    return {
      rows,
      runs,
      memoryDisk,
      inputBytes: statSync(input).size,
      missing: all.filter(({ version }) => version === null).map(({ name }) => name),
      contenders: present.map((one) => summary(one, taken.get(one.name))),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function summary({ name, does, version }, figures) {
  const peaks = figures.map(({ peakMiB }) => peakMiB);
  return {
    name,
    does,
    version,
    seconds: median(figures.map(({ seconds }) => seconds)),
    peakMiB: peaks.includes(null) ? null : median(peaks),
  };
}

/** Each writes a record per row, and those of one job the same ones, in any order. */
async function compare(sums, { name, job, rows, output }) {
  const sum = await digest(output);
  if (sum.records !== rows + 1) throw new Error(`${name} wrote ${sum.records} records of ${rows} rows and a header`);
  const first = sums.get(job) ?? { name, ...sum };
  if (first.sum !== sum.sum) throw new Error(`${name} and ${first.name} wrote different records`);
  sums.set(job, first);
}

/** How many records a file holds, and a sum over them that their order and the quoting do not change. */
async function digest(file) {
  let records = 0;
  let sum = 0;
  for await (const fields of createReadStream(file).pipe(parse())) {
    let hash = 7;
    const text = fields.join('\u0000');
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    sum = (sum + (hash >>> 0)) % Number.MAX_SAFE_INTEGER;
    records += 1;
  }
  return { records, sum };
}
