import { type DocumentNode, type ValueNode, parse } from '@humanwhocodes/momoa';
import { type Problem, problem } from '../customs/problem.ts';
import { type Result, fail, ok } from '../exact/result.ts';

export type JsonPath = readonly (string | number)[];

/** A JSON text, and where in it each value stands. */
export interface LocatedJson {
  readonly value: unknown;
  /** Line of the value at the path, or of the nearest one that holds it; 1 is the first. */
  readonly lineOf: (path: JsonPath) => number;
}

/**
 * Reads strict JSON and keeps its places. Refuses what `JSON.parse` lets pass in silence: a key written twice (the first
 * value would vanish) and `__proto__`.
 */
export function parseJson(text: string, file: string): Result<LocatedJson, readonly Problem[]> {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let document: DocumentNode;
  try {
    document = parse(bare, { mode: 'json', ranges: false });
  } catch (error) {
    return fail([unreadable(error, bare, file)]);
  }
  const problems = [...badKeys(document.body, [], file)];
  if (problems.length > 0) return fail(problems);
  return ok({ value: JSON.parse(bare) as unknown, lineOf: (path) => lineAt(document.body, path) });
}

function unreadable(error: unknown, text: string, file: string): Problem {
  if (text.trim() === '') {
    return problem('bad-table', 'error', 'the file is empty', { file, line: 1, hint: 'A rate table is a JSON object: {"regime": …, "measures": […]}' });
  }
  if (error instanceof RangeError) {
    return problem('bad-table', 'error', 'the JSON is nested too deeply', { file, line: 1 });
  }
  const place = error as { message?: string; line?: number; column?: number };
  const ended = /end of input/i.test(place.message ?? '');
  const line = ended ? text.split('\n').length : (place.line ?? 1);
  const words = (place.message ?? 'not JSON').replace(/\s*\(\d+:\d+\)$/, '').replace(/\.$/, '');
  return problem('bad-table', 'error', `not JSON: ${words} at line ${line}${ended ? '' : `, column ${place.column ?? 1}`}`, {
    file,
    line,
    hint: 'JSON takes double quotes, no comments, and no comma after the last item.',
  });
}

function* badKeys(node: ValueNode, path: JsonPath, file: string): Generator<Problem> {
  if (node.type === 'Array') {
    for (const [index, element] of node.elements.entries()) yield* badKeys(element.value, [...path, index], file);
  }
  if (node.type !== 'Object') return;
  const seen = new Set<string>();
  for (const member of node.members) {
    const key = member.name.type === 'String' ? member.name.value : member.name.name;
    const at = { file, line: member.name.loc.start.line, column: printPath([...path, key]), value: key };
    if (seen.has(key)) {
      yield problem('bad-table', 'error', `the key "${key}" is written twice; the first value would be lost`, at);
    }
    if (key === '__proto__') yield problem('bad-table', 'error', 'the key "__proto__" is not taken', at);
    seen.add(key);
    yield* badKeys(member.value, [...path, key], file);
  }
}

function lineAt(root: ValueNode, path: JsonPath): number {
  let node = root;
  for (const step of path) {
    const next: ValueNode | undefined =
      node.type === 'Object'
        ? node.members.find((member) => (member.name.type === 'String' ? member.name.value : member.name.name) === step)?.value
        : node.type === 'Array' && typeof step === 'number'
          ? node.elements[step]?.value
          : undefined;
    if (!next) break;
    node = next;
  }
  return node.loc.start.line;
}

/** ["measures", 0, "rates", 1, "rate"] → measures[0].rates[1].rate */
export function printPath(path: JsonPath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[A-Za-z_$][\w$-]*$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}
