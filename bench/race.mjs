/** Programs on the same file, one after the other: how long each takes, how much memory it holds, and whether they agree. */
import { createReadStream, rmSync } from 'node:fs';
import { parse } from 'csv-parse';
import { median, weighed } from './measure.mjs';

/**
 * All in turns, so that a slow spell of the machine hits each of them. In the first turn outputs are read back: each holds one
 * record per row, and those of one `job` the same ones, in any order; else the race ends with an error. A contender with
 * `onlyChecks` runs in that turn alone, and has no place in the figures.
 */
export async function race({ contenders, input, output, rows, runs, say }) {
  const present = contenders.filter(({ version }) => version !== null);
  const sums = new Map();
  const taken = new Map(present.map(({ name }) => [name, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const one of present.filter(({ onlyChecks }) => run === 0 || !onlyChecks)) {
      rmSync(output, { force: true });
      const figures = ran(one, one.command(input, output), one.writes ? null : output);
      taken.get(one.name).push(figures);
      say(`${one.name}: ${figures.seconds.toFixed(2)} s`);
      if (run === 0) compare(sums, one, rows, await digest(output));
    }
  }
  rmSync(output, { force: true });
  return {
    rows,
    runs,
    missing: contenders.filter(({ version }) => version === null).map(({ name }) => name),
    contenders: present.filter(({ onlyChecks }) => !onlyChecks).map((one) => summary(one, taken.get(one.name))),
    digests: [...sums].map(([job, { records, sum }]) => ({ job, records, sum })),
  };
}

/** One run, to its end; `output` null throws away what it writes. */
export function ran({ name, fine = [0] }, command, output) {
  const { status, stderr, ...figures } = weighed(command, output);
  if (!fine.includes(status)) throw new Error(`${name} ended with ${status}\n${stderr}`);
  return figures;
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

function compare(sums, { name, job }, rows, { records, sum }) {
  if (records !== rows + 1) throw new Error(`${name} wrote ${records} records of ${rows} rows and a header`);
  const first = sums.get(job) ?? { name, records, sum };
  if (first.sum !== sum) throw new Error(`${name} and ${first.name} wrote different records (${sum}, ${first.sum})`);
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
