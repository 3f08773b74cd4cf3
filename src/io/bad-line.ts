import { readFileSync } from 'node:fs';

/** The first line of a file whose bytes are no UTF-8, counting from 1; null: every line is. */
export function firstBadLine(file: string): number | null {
  const bytes = readFileSync(file);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0, line = 1; at < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, at);
    const next = end === -1 ? bytes.length : end + 1;
    try {
      decoder.decode(bytes.subarray(at, next));
    } catch {
      return line;
    }
    at = next;
  }
  return null;
}
