import { z } from 'zod';
import { closest } from '../exact/suggest.ts';
import type { JsonPath } from './json-text.ts';
import type { Reading } from './reading.ts';
import { tableFileShape } from './table-shape.ts';

type Issue = z.core.$ZodIssue;

/** Turns zod's issues into located problems that say what stands there and what would be right. */
export function reportIssues(reading: Reading, issues: readonly Issue[], value: unknown, above: JsonPath = []): void {
  for (const issue of issues) {
    const path = [...above, ...(issue.path as JsonPath)];
    const found = valueAt(value, issue.path as JsonPath);
    if (issue.code === 'invalid_union') reportBranch(reading, issue, found, path);
    else if (issue.code === 'unrecognized_keys') reportKeys(reading, issue, path);
    else
      reading.wrong(
        path,
        found,
        found === undefined ? `"${String(path.at(-1))}" is missing` : expectation(issue, found),
      );
  }
}

/** Of a union's branches the one the writer meant: the branch of the JSON type that stands there. */
function reportBranch(
  reading: Reading,
  issue: Issue & { code: 'invalid_union' },
  found: unknown,
  path: JsonPath,
): void {
  const meant = issue.errors.filter(
    (branch) => !branch.some((inner) => inner.path.length === 0 && inner.code === 'invalid_type'),
  );
  const best = (meant.length > 0 ? meant : []).toSorted((a, b) => a.length - b.length)[0];
  if (best) {
    reportIssues(reading, best, found, path);
    return;
  }
  const kinds = issue.errors.flatMap((branch) =>
    branch.map((inner) => (inner.code === 'invalid_type' ? inner.expected : null)),
  );
  const list = [...new Set(kinds.filter((kind) => kind !== null))].map(noun).join(' or ');
  reading.wrong(path, found, `is ${kindOf(found)}${list ? `; expected ${list}` : ', which does not fit here'}`);
}

function reportKeys(reading: Reading, issue: Issue & { code: 'unrecognized_keys' }, path: JsonPath): void {
  for (const key of issue.keys) {
    const near = closest(
      key,
      everyKey().filter((other) => other !== key),
    );
    reading.wrong(
      [...path, key],
      key,
      `the key "${key}" is not part of the format`,
      near ? `Did you mean "${near}"?` : null,
    );
  }
}

function expectation(issue: Issue, found: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `is ${kindOf(found)}; expected ${noun(issue.expected)}`;
    case 'invalid_value':
      if (!issue.message.startsWith('Invalid')) return `expected ${issue.message}`;
      return `expected one of ${issue.values.map((choice) => JSON.stringify(choice)).join(', ')}`;
    case 'invalid_format':
      return issue.format === 'regex' ? `expected ${issue.message}` : `expected a ${issue.format}`;
    case 'too_small':
      return `expected ${issue.message}`;
    default:
      return `expected ${issue.message}`;
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return value === undefined ? 'missing' : noun(typeof value);
}

function noun(type: string): string {
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    object: 'an object',
    array: 'a list',
    record: 'an object',
  };
  return words[type] ?? type;
}

function valueAt(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>(
    (inner, step) => (inner as Record<string | number, unknown> | null | undefined)?.[step],
    value,
  );
}

/** Every key of the format, for a suggestion. Asked only when a key is wrong. */
function everyKey(): readonly string[] {
  const keys = new Set<string>();
  const gather = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('properties' in node) for (const key of Object.keys(node.properties as object)) keys.add(key);
    for (const inner of Object.values(node)) gather(inner);
  };
  gather(z.toJSONSchema(tableFileShape, { io: 'input' }));
  return [...keys];
}
