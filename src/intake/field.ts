import { type Result, fail } from '../exact/result.ts';
import { shorten } from './shorten.ts';

/** Why a field cannot be read, quoting it, and what would be right. */
export interface Fault {
  readonly message: string;
  readonly hint: string | null;
}

export type Field<Value> = Result<Value, Fault>;

export function fault(
  text: string,
  message: string,
  hint: string | null = null,
): { readonly ok: false; readonly error: Fault } {
  return fail({ message: `"${shorten(text)}" ${message}`, hint });
}

/** Outer blanks, of any kind, mean nothing; nor does the apostrophe with which a spreadsheet marks text. */
export function trimField(text: string): string {
  const trimmed = text.trim();
  return trimmed.startsWith("'") ? trimmed.slice(1).trim() : trimmed;
}

/** How many different texts a column is remembered for. */
const remembered = 20_000;

/** The same function, which reads each text once: columns repeat. It forgets all when it knows too many, so memory stays bounded. */
export function memo<Value>(parse: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= remembered) known.clear();
    const value = parse(text);
    known.set(text, value);
    return value;
  };
}
