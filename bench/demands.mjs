/** What is demanded of the figures, and whether they meet it. */

/** `least` or `most` is the must, `moonshot` what would be better still; `elsewhere`: demanded for another number of rows. */
export function demands({ starts, flat, law, long }) {
  return [
    ...against(long?.race ?? flat, 'DuckDB', { least: 3, moonshot: 7, rows: 5_000_000 }),
    ...against(flat, 'Python', { least: 15, moonshot: 30, rows: 1_000_000 }),
    ...against(flat, 'Node', { least: 35, moonshot: 70, rows: 1_000_000 }),
    ...lawAgainstFlat(law),
    ...[
      ['flat', flat],
      ['law', law],
    ].flatMap(([job, figures]) => memory(job, figures, 1_000_000)),
    ...(long?.byRows ?? [])
      .filter(({ rows }) => rows === 20_000_000)
      .flatMap(({ job, rows, peakMiB }) => memory(job, { rows, contenders: [{ peakMiB }] }, rows)),
    ...(starts?.starts ?? []).map(({ name, ratio, atMost, moonshot }) =>
      judged({ what: `${name}, against \`node -e 0\``, measured: ratio, unit: '×', most: atMost, moonshot }),
    ),
  ];
}

function against(figures, rival, demand) {
  const [own, ...others] = figures?.contenders ?? [];
  const other = others.find(({ name }) => name.startsWith(rival));
  if (other === undefined) return [];
  const ratio = other.seconds / own.seconds;
  const what = `flat job, times as fast as ${other.name}`;
  return [judged({ what, measured: ratio, unit: '×', measuredRows: figures.rows, ...demand })];
}

function lawAgainstFlat(law) {
  if (!law) return [];
  const [own, flat] = law.contenders;
  const what = 'law job, against the flat job of as many rows';
  const ratio = own.seconds / flat.seconds;
  return [judged({ what, measured: ratio, unit: '×', measuredRows: law.rows, most: 2, moonshot: 1.3 })];
}

function memory(job, figures, rows) {
  const peakMiB = figures?.contenders[0].peakMiB ?? null;
  if (peakMiB === null) return [];
  const what = `peak memory, ${job} job`;
  return [judged({ what, measured: peakMiB, unit: ' MiB', measuredRows: figures.rows, most: 100, moonshot: 80, rows })];
}

function judged({ what, measured, unit, least, most, moonshot, rows, measuredRows }) {
  const good = (limit) => (least === undefined ? measured <= limit : measured >= limit);
  const word = least === undefined ? 'at most' : 'at least';
  const elsewhere = rows !== undefined && rows !== measuredRows;
  return {
    what,
    rows: measuredRows ?? null,
    must: `${word} ${least ?? most}${unit}${elsewhere ? ` (at ${rows.toLocaleString('en-US')} rows)` : ''}`,
    moonshot: `${moonshot}${unit}`,
    measured: `${unit === '×' ? measured.toFixed(2) : Math.round(measured)}${unit}`,
    met: good(least ?? most),
    elsewhere,
    moon: good(moonshot),
  };
}
