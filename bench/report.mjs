/** The figures as a page of Markdown; parts that were not measured are left out. */
import { demands } from './demands.mjs';

/** The whole page of a run. */
export function report(figures) {
  const { machine, starts, flat, law, long } = figures;
  const parts = [
    `# Results

${machine.join('  \n')}

Whole processes, start-up included; medians. A machine's speed drifts: trust the ratios, which are of one run, before the times.
What is measured and how: [README.md](README.md).`,
    demanded(figures),
    starts && startUp(starts),
    flat && flatJob(flat),
    flat && flat.byRules.length > 0 && byRules(flat),
    law && lawJob(law),
    long && longRuns(long),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function demanded(figures) {
  const rows = demands(figures).map(({ what, rows: of, measured, must, met, elsewhere, moonshot, moon }) => [
    what,
    of === null ? '' : count(of),
    measured,
    must,
    verdict(met, elsewhere),
    `${moonshot}${moon ? ', reached' : ''}`,
  ]);
  return `## What is demanded\n\n${table(['what', 'rows', 'measured', 'must', 'met', 'moonshot'], rows)}`;
}

/** In parentheses where the demand is for another number of rows. */
function verdict(met, elsewhere) {
  if (elsewhere) return met ? '(met)' : '(not met)';
  return met ? 'met' : '**not met**';
}

function startUp({ pairs, floorMs, starts }) {
  return `## Start-up

${pairs} pairs each, in turns with \`node -e 0\` (${floorMs.toFixed(1)} ms).

${table(
  ['what', 'ms', 'times `node -e 0`'],
  starts.map(({ name, ms, ratio }) => [name, ms.toFixed(1), ratio.toFixed(2)]),
)}`;
}

function flatJob(flat) {
  return `## The flat job

${count(flat.rows)} shipments (${size(flat)}), ${count(flat.rules)} rules, from a file to a file; ${turns(flat)}.
Every program does the same job.

${raced(flat, 'times as long as `tariff`', (one, own) => one.seconds / own.seconds)}`;
}

function byRules({ rows, byRules: figures }) {
  return `### By the number of rules

${count(rows)} shipments, \`tariff\` alone; its records were compared with Python's where that is installed.

${table(
  ['rules', 'seconds', 'microseconds a row', 'peak MiB'],
  figures.map(({ rules, seconds, peakMiB }) => [
    count(rules),
    seconds.toFixed(2),
    perRow(seconds, rows),
    peakMiB ?? '?',
  ]),
)}`;
}

function lawJob(law) {
  return `## The law job

${count(law.rows)} shipments (${size(law)}) from a file to a file; ${turns(law)}. Only \`tariff\` answers the question;
the others show what reading, writing and a single multiplication cost, so their ratio is how many times as long it takes.

${raced(law, '`tariff` takes', (one, own) => own.seconds / one.seconds)}`;
}

function longRuns({ race, byRows }) {
  const ofRows = byRows.map(({ job, rows, seconds, peakMiB }) => [
    job,
    count(rows),
    seconds.toFixed(2),
    perRow(seconds, rows),
    peakMiB ?? '?',
  ]);
  return `## Long files

The flat job at ${count(race.rows)} rows; ${turns(race)}.

${raced(race, 'times as long as `tariff`', (one, own) => one.seconds / own.seconds)}

\`tariff\` alone, one run each, its output thrown away.

${table(['job', 'rows', 'seconds', 'microseconds a row', 'peak MiB'], ofRows)}`;
}

/** The contenders of a race, who is missing, and what their outputs came to. */
function raced({ rows, contenders, missing, digests }, title, ratio) {
  const [own] = contenders;
  const left = missing.length > 0 ? `Not installed, so left out: ${missing.join('; ')}.` : 'Nobody was left out.';
  const sums = digests.map(({ job, records, sum }) => `${job} ${count(records)} records, ${sum.toString(16)}`);
  return `${table(
    ['program', 'does', 'seconds', 'rows a second', 'peak MiB', title],
    contenders.map((one) => [
      [one.name, one.version].filter((text) => text !== '').join(', '),
      one.does,
      one.seconds.toFixed(2),
      count(Math.round(rows / one.seconds)),
      one.peakMiB ?? '?',
      `${ratio(one, own).toFixed(2)}×`,
    ]),
  )}

${left}
Programs of one job wrote the same records, order and quoting aside: ${sums.join('; ')}.`;
}

function size({ inputMB }) {
  return `${inputMB.toFixed(1)} MB of CSV`;
}

function turns({ runs }) {
  return runs === 1 ? 'one run each' : `${runs} runs each, in turns`;
}

function perRow(seconds, rows) {
  return ((seconds / rows) * 1e6).toFixed(2);
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function count(number) {
  return number.toLocaleString('en-US');
}
