import { type Problem, problem } from '../customs/problem.ts';
import { shorten } from './shorten.ts';

/** The fields of a JSON object as text, in their order; numbers with the digits they are written with, null as nothing. */
export type FlatObject =
  { readonly ok: true; readonly fields: ReadonlyMap<string, string> } | { readonly ok: false; readonly why: Problem };

/** A key and its value, in JSON that is known to be an object of plain values. */
const member = /("(?:[^"\\]|\\.)*")\s*:\s*("(?:[^"\\]|\\.)*"|[^,}\s]+)/g;

/**
 * Reads an object of texts, numbers, truths and nulls. `JSON.parse` alone would make floating numbers of exact ones, and let the first of
 * two values of one key vanish.
 */
export function parseFlatObject(text: string, at: { readonly file: string; readonly line: number }): FlatObject {
  const wrong = (message: string, hint: string): FlatObject => ({
    ok: false,
    why: problem('bad-row', 'error', message, { ...at, value: shorten(text), hint }),
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return wrong('the line is not JSON', 'NDJSON has an object on each line, with keys and texts in double quotes.');
  }
  if (Array.isArray(value))
    return wrong('the line is a list; an object is read', "One object on each line: jq -c '.[]'");
  if (typeof value !== 'object' || value === null)
    return wrong('the line is no object', 'Such as: {"id": "A", "hts": "7208"}');
  const nested = Object.entries(value).find(([, one]) => typeof one === 'object' && one !== null);
  if (nested) return wrong(`"${nested[0]}" holds an object or a list`, 'Text, numbers, true, false and null are read.');
  const fields = new Map<string, string>();
  for (const [, key = '', written = ''] of text.matchAll(member)) {
    const name = JSON.parse(key) as string;
    if (fields.has(name)) return wrong(`the key "${name}" is written twice`, 'Leave out one of them.');
    fields.set(name, textOf(written));
  }
  return { ok: true, fields };
}

function textOf(written: string): string {
  if (written.startsWith('"')) return JSON.parse(written) as string;
  return written === 'null' ? '' : written;
}
