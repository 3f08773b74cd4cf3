import type { RunTable } from '../rendering.ts';
import type { Source } from '../sources.ts';
import { confidenceTag, confidenceWords } from './confidence-tag.ts';
import { type Markup, link, markup, nothingAtAll } from './markup.ts';
import { roomy, section } from './section.ts';

/** Charges that no table on hand holds. */
export function notCoveredSection(titles: readonly string[]): Markup {
  if (titles.length === 0) return nothingAtAll;
  return section(
    'not-covered',
    'Not covered',
    markup`<p class="note">These may be owed too, and are in no figure of this page.</p>
<ul class="listed">${titles.map((title) => markup`<li>${title}</li>`)}</ul>`,
  );
}

/** So many acts are seen at once. */
const mostSources = 12;

/** Acts with how well each is known, and the tables with the last day they are documented for. */
export function sourcesSection(sources: readonly Source[], tables: readonly RunTable[]): Markup {
  const counts = (['documented', 'secondary', 'unverified'] as const).flatMap((confidence) => {
    const count = sources.filter((one) => one.confidence === confidence).length;
    return count === 0 ? [] : [`${count} ${confidenceWords[confidence].word}: ${confidenceWords[confidence].means}`];
  });
  const table = roomy('Sources as a table', sourceTable(sources));
  const acts =
    sources.length === 0
      ? nothingAtAll
      : markup`<p class="note">${counts.join('; ')}.</p>
${
  sources.length <= mostSources
    ? table
    : markup`<details><summary>${sources.length} sources</summary>
${table}
</details>`
}`;
  return section(
    'sources',
    'Sources',
    markup`${acts}
<h3>Rate tables</h3>
${roomy('Rate tables', runTables(tables))}`,
  );
}

function sourceTable(sources: readonly Source[]): Markup {
  const rows = sources.map(
    ({ rests, name, url, confidence }) => markup`
<tr><th scope="row">${link(url, name)}</th><td>${confidenceTag(confidence)}</td><td>${rests.join(', ')}</td></tr>`,
  );
  return markup`<table class="plain">
<caption class="unseen">Legal sources, how well each is known, and what rests on it</caption>
<thead><tr><th scope="col">Act</th><th scope="col">Known</th><th scope="col">What rests on it</th></tr></thead>
<tbody>${rows}
</tbody>
</table>`;
}

function runTables(tables: readonly RunTable[]): Markup {
  const rows = tables.map(
    ({ id, title, documentedThrough, knownOn, sha256, overlays }) => markup`
<tr><th scope="row">${title} <code class="aside">${id}</code>${overlays.length === 0 ? nothingAtAll : markup` <span class="item aside">laid over it: ${overlays.map((one) => `“${one}”`).join(', ')}</span>`}${knownOn === null ? nothingAtAll : markup` <span class="item aside">as it was public on ${knownOn}</span>`}</th><td class="fixed">${documentedThrough ?? 'not said'}</td><td><code>${sha256.slice(0, 12)}</code></td></tr>`,
  );
  return markup`<table class="plain">
<caption class="unseen">Rate tables of the run, and the last day each is documented for</caption>
<thead><tr><th scope="col">Table</th><th scope="col">Documented through</th><th scope="col">SHA-256</th></tr></thead>
<tbody>${rows}
</tbody>
</table>`;
}
