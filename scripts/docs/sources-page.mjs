import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const confidences = ['documented', 'secondary', 'unverified'];

/** What the law on hand rests on, out of data/: tables with their days, quotas with their limits, sources by how well they are known. */
export function sourcesPage(root) {
  const tables = files(root, 'regimes');
  const quotas = files(root, 'quotas');
  const territories = files(root, 'jurisdictions').toSorted(
    (a, b) => Number(b.default === true) - Number(a.default === true),
  );
  const all = [...territories, ...tables, ...quotas];
  const { edition, numbers } = JSON.parse(readFileSync(join(root, 'data/numbers.json'), 'utf8'));
  const days = territories.flatMap((one) => (one.acts ?? []).map(({ published }) => published)).toSorted();
  return [
    '## Tables',
    'From: the first day of a rate. Sources: different texts, by how well they are known.',
    rows(
      ['table', 'id', 'from', 'documented through', ...confidences],
      tables.map((one) => [one.title, `\`${one.regime}\``, firstDay(one), one.documentedThrough, ...counts(one)]),
    ),
    '## Quotas',
    rows(
      ['quota', 'id', 'categories', 'limits on hand', ...confidences],
      quotas.map((one) => [
        one.title,
        `\`${one.quota}\``,
        String(Object.keys(one.categories).length),
        limits(one),
        ...counts(one),
      ]),
    ),
    'A quota of which no limit is on hand asks for a balance (`--balance`), or its lines are `unknown`.',
    '## Around them',
    [
      ...territories.map(
        (one) =>
          `- **${one.title}** (\`${one.jurisdiction}\`): ${counts(one)
            .map((count, index) => `${count} ${confidences[index]}`)
            .join(', ')}.`,
      ),
      `- **Known numbers:** ${thousands(numbers.length)}, ${edition}.`,
      `- **Days of publication:** of ${days.length} acts, ${days[0]} to ${days.at(-1)}; \`--known-on\` asks for them.`,
    ].join('\n'),
    '## Known from secondary sources',
    sources(all, 'secondary'),
    '## Not verified',
    sources(all, 'unverified'),
    '## Documented',
    `<details><summary>The texts</summary>\n\n${sources(all, 'documented')}\n\n</details>`,
  ].join('\n\n');
}

function files(root, folder) {
  return readdirSync(join(root, 'data', folder))
    .toSorted()
    .map((name) => JSON.parse(readFileSync(join(root, 'data', folder, name), 'utf8')));
}

/** Every source that a file names, once: what stands as plain text was read in the primary text. */
function citations(value, found = new Map()) {
  if (typeof value !== 'object' || value === null) return found;
  const { citation } = value;
  const source = typeof citation === 'string' ? citation : citation?.source;
  const confidence = citation?.confidence ?? 'documented';
  if (source) found.set(`${confidence} ${source}`, { source, confidence });
  for (const inner of Object.values(value)) citations(inner, found);
  return found;
}

function counts(file) {
  const found = [...citations(file).values()];
  return confidences.map((one) => String(found.filter(({ confidence }) => confidence === one).length));
}

function firstDay({ measures, schedule, documentedFrom }) {
  if (schedule) return documentedFrom ?? '–';
  const days = measures.flatMap(({ rates }) => rates.flatMap(({ from }) => from ?? []));
  return days.toSorted()[0] ?? 'always';
}

function limits({ limits: known = [] }) {
  return known.length === 0 ? 'none' : String(known.length);
}

function sources(all, confidence) {
  const groups = all.flatMap((file) => {
    const own = [...citations(file).values()]
      .filter((one) => one.confidence === confidence)
      .map(({ source }) => source);
    return own.length === 0 ? [] : [`**${file.title}**\n\n${own.map((one) => `- ${escaped(one)}`).join('\n')}`];
  });
  return groups.join('\n\n');
}

function escaped(text) {
  return text.replaceAll(/([*_<>[\]])/g, '\\$1');
}

function thousands(count) {
  return count.toLocaleString('en-US');
}

function rows(head, body) {
  return [head, head.map((_, index) => (index > 2 ? '---:' : '---')), ...body]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}
