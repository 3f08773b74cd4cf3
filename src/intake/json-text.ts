import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
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
  if (bare.trim() === '') {
    return fail([
      problem('bad-table', 'error', 'the file is empty', {
        file,
        line: 1,
        hint: 'A rate table is a JSON object: {"regime": …, "measures": […]}',
      }),
    ]);
  }
  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    root = parseTree(bare, errors, { disallowComments: true, allowTrailingComma: false });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fail([problem('bad-table', 'error', 'the JSON is nested too deeply', { file, line: 1 })]);
  }
  const [first] = errors;
  if (first || !root) return fail([notJson(first, bare, file)]);
  const lines = lineStarts(bare);
  const problems = [...badKeys(root, [], file, lines)];
  if (problems.length > 0) return fail(problems);
  const tree = root;
  return ok({ value: JSON.parse(bare) as unknown, lineOf: (path) => lineAt(tree, path, lines) });
}

function notJson(error: ParseError | undefined, text: string, file: string): Problem {
  const offset = error?.offset ?? 0;
  const before = text.slice(0, offset).split('\n');
  const words = error
    ? printParseErrorCode(error.error)
        .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
        .toLowerCase()
    : 'no value';
  return problem(
    'bad-table',
    'error',
    `not JSON: ${words} at line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`,
    {
      file,
      line: before.length,
      value: text.slice(offset, offset + 20).split('\n')[0] || null,
      hint: 'JSON takes double quotes, no comments, and no comma after the last item.',
    },
  );
}

function* badKeys(node: Node, path: JsonPath, file: string, lines: readonly number[]): Generator<Problem> {
  const children = node.children ?? [];
  if (node.type === 'array') {
    for (const [index, element] of children.entries()) yield* badKeys(element, [...path, index], file, lines);
  }
  if (node.type !== 'object') return;
  const seen = new Set<string>();
  for (const { children: [name, value] = [] } of children) {
    if (!name || !value) continue;
    const key = String(name.value);
    const at = { file, line: lineOfOffset(name.offset, lines), column: printPath([...path, key]), value: key };
    if (seen.has(key)) {
      yield problem('bad-table', 'error', `the key "${key}" is written twice; the first value would be lost`, at);
    }
    if (key === '__proto__') yield problem('bad-table', 'error', 'the key "__proto__" is not taken', at);
    seen.add(key);
    yield* badKeys(value, [...path, key], file, lines);
  }
}

function lineAt(root: Node, path: JsonPath, lines: readonly number[]): number {
  let node = root;
  for (const step of path) {
    const next: Node | undefined =
      typeof step === 'number'
        ? node.children?.[step]
        : node.children?.find((member) => member.children?.[0]?.value === step)?.children?.[1];
    if (!next) break;
    node = next;
  }
  return lineOfOffset(node.offset, lines);
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineOfOffset(offset: number, starts: readonly number[]): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
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
