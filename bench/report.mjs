/** The figures as a page of Markdown. */

export function report({ machine, starts, lines }) {
  return `# Results

${machine.join('  \n')}

Whole processes, start-up included; medians. A machine's speed drifts: trust the ratios, which are of one run, before the times.
What is measured and how: [README.md](README.md).

## Start-up

${starts.pairs} pairs each, in turns with \`node -e 0\` (${starts.floorMs.toFixed(1)} ms).

${table(
  ['what', 'ms', 'times `node -e 0`', 'demanded', 'met'],
  starts.starts.map(({ name, ms, ratio, atMost }) => [
    name,
    ms.toFixed(1),
    ratio.toFixed(2),
    `at most ${atMost}`,
    ratio <= atMost ? 'yes' : '**no**',
  ]),
)}

## Rows

${count(lines.rows)} shipments (${(lines.inputBytes / 1e6).toFixed(1)} MB of CSV) from a file to a file${
    lines.memoryDisk ? ', both on a memory disk' : ''
  }; ${lines.runs} runs each, in turns. Only \`tariff\` answers the question; the others show what
reading, writing and a single multiplication cost, so their ratio is how many times as long \`tariff\` takes.

${table(
  ['program', 'does', 'seconds', 'rows a second', 'peak MiB', '`tariff` takes'],
  lines.contenders.map((one) => [
    [one.name, one.version].filter((text) => text !== '').join(', '),
    one.does,
    one.seconds.toFixed(2),
    count(Math.round(lines.rows / one.seconds)),
    one.peakMiB ?? '?',
    `${(lines.contenders[0].seconds / one.seconds).toFixed(2)}×`,
  ]),
)}

${lines.missing.length > 0 ? `Not installed, so left out: ${lines.missing.join(', ')}.` : 'Nobody was left out.'}
Each wrote one record per row; programs of one job wrote the same records.
`;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function count(number) {
  return number.toLocaleString('en-US');
}
