import { type Problem, problem } from '../customs/problem.ts';
import { type Result, fail, ok } from '../exact/result.ts';
import { parseJson } from './json-text.ts';

const sample = 'Such as: {"Ursprungsland": "origin", "Zollwert": "value"}';

/** Reads a saved map of columns, strictly: one JSON object, from their names to ours. */
export function parseMapFile(text: string, file: string): Result<ReadonlyMap<string, string>, readonly Problem[]> {
  const wrong = (message: string, line: number | null, column: string | null): Problem =>
    problem('bad-usage', 'error', message, { file, line, column, hint: sample });
  if (text.trim() === '') return fail([wrong('is empty', null, null)]);
  const json = parseJson(text, file);
  if (!json.ok) return fail(json.error.map((one) => ({ ...one, code: 'bad-usage' })));
  const { value, lineOf } = json.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail([wrong('is no object of names', 1, null)]);
  const map = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [theirs, ours] of Object.entries(value)) {
    if (theirs.trim() === '') problems.push(wrong('a column without a name is mapped', lineOf([theirs]), null));
    else if (typeof ours !== 'string' || ours.trim() === '')
      problems.push(wrong('is not the name of one of our columns', lineOf([theirs]), theirs));
    else map.set(theirs.trim(), ours.trim());
  }
  return problems.length > 0 ? fail(problems) : ok(map);
}
