import type { Severity } from '../../customs/problem.ts';
import { type ProblemDigest, type ProblemGroup } from '../problem-list.ts';
import { leftOutText, whereText } from '../problems.ts';
import { type Markup, markup, nothingAtAll } from './markup.ts';
import { section } from './section.ts';

/** So many groups of problems stand on a page. */
export const mostProblems = 100;

const kinds = [
  ['error', 'No answer', 'Lines that are refused, unknown or invalid, and why.'],
  ['warning', 'To be looked at', 'Answered, and worth a look.'],
  ['notice', 'Good to know', 'Answered; what else was found.'],
] as const satisfies readonly (readonly [Severity, string, string])[];

/** What is wrong, with the way out: errors first, the same words about several lines once. */
export function problemsSection(digest: ProblemDigest, isOneFile: boolean): Markup {
  if (digest.groups.length === 0 && digest.leftOut.size === 0) return nothingAtAll;
  const lists = kinds.map(([severity, title, words]) => {
    const groups = digest.groups.filter(({ problem }) => problem.severity === severity);
    if (groups.length === 0) return nothingAtAll;
    const list = markup`<ul class="problems">${groups.map((group) => problemItem(isOneFile ? withoutFile(group) : group))}
</ul>`;
    return severity === 'error'
      ? markup`
<h3>${title}</h3>
<p class="note">${words}</p>
${list}`
      : markup`
<details${severity === 'warning' ? markup` open` : nothingAtAll}><summary><h3>${title}</h3> <span class="aside">${groups.length}</span></summary>
${list}
</details>`;
  });
  const rest = digest.leftOut.size === 0 ? nothingAtAll : markup`<p class="note">${leftOutText(digest)}</p>`;
  return section('problems', 'Problems', markup`${lists}${rest}`);
}

/** Where there is one file, nobody has to read its name again and again. */
function withoutFile(group: ProblemGroup): ProblemGroup {
  return { ...group, problem: { ...group.problem, file: group.problem.line === null ? group.problem.file : null } };
}

function problemItem(group: ProblemGroup): Markup {
  const { code, severity, message, hint } = group.problem;
  return markup`
<li class="${severity}"><p><strong class="where">${whereText(group)}</strong>${message} <code class="aside">${code}</code></p>${hint === null ? nothingAtAll : markup`<p class="hint">${hint}</p>`}</li>`;
}
