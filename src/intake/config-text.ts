import type { z } from 'zod';
import { type Problem, problem } from '../customs/problem.ts';
import { closest } from '../exact/suggest.ts';
import { type Result, fail, ok } from '../exact/result.ts';
import { type Config, configShape } from './config-shape.ts';
import { type JsonPath, parseJson, printPath } from './json-text.ts';

/** Reads a config, strictly: fails with every key nobody knows and every value that is not what its key asks for. */
export function parseConfig(text: string, file: string): Result<Config, readonly Problem[]> {
  if (text.trim() === '')
    return fail([problem('bad-config', 'error', 'is empty', { file, hint: 'The least is an empty object: {}' })]);
  const json = parseJson(text, file);
  if (!json.ok) return fail(json.error.map((one) => ({ ...one, code: 'bad-config' })));
  const { value, lineOf } = json.value;
  const read = configShape.safeParse(value);
  if (read.success) {
    const { $schema: _, ...config } = read.data;
    return ok(config);
  }
  const wrong = (path: JsonPath, message: string, hint: string | null): Problem =>
    problem('bad-config', 'error', message, {
      file,
      line: lineOf(path),
      column: path.length === 0 ? null : printPath(path),
      value: shortly(valueAt(value, path)),
      hint,
    });
  return fail(
    read.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => wrong([key], `the key "${key}" is not part of a config`, hintFor(key)))
        : [wrong(issue.path as JsonPath, words(issue), null)],
    ),
  );
}

const keys = Object.keys(configShape.shape);

function hintFor(key: string): string {
  const near = closest(key, keys);
  return near === undefined ? `Keys: ${keys.join(', ')}. All else is given by flags.` : `Did you mean "${near}"?`;
}

function words(issue: z.core.$ZodIssue): string {
  return issue.path.length === 0 ? 'is no object such as {"with": ["law"]}' : issue.message;
}

function valueAt(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], value);
}

function shortly(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? value.toString() : null;
}
