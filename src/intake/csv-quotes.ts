/** A quotation mark out of place: in which field (from 1), and whether text follows the mark that closed it. */
export interface Stray {
  readonly field: number;
  readonly where: 'inside' | 'after-closing';
}

/** What is wrong with the quotation marks of a record, if anything. `open`: the place of one that never closes. */
export interface Quotes {
  readonly stray: Stray | undefined;
  readonly open: number | undefined;
}

/**
 * Walks over the text of one record as a lenient reader does: a mark opens a field only at its beginning, a doubled one
 * stands for itself, and what follows a closing mark is taken as it is. The record ends with the text.
 */
export function readQuotes(text: string, delimiter = ','): Quotes {
  let stray: Stray | undefined;
  let field = 1;
  let at = 0;
  while (at < text.length) {
    if (text[at] === '"') {
      const after = pastClosing(text, at);
      if (after === undefined) return { stray, open: at };
      if (!endsField(text[after], delimiter)) stray ??= { field, where: 'after-closing' };
      at = after;
    }
    const end = fieldEnd(text, at, delimiter);
    if (end.marks) stray ??= { field, where: 'inside' };
    if (text[end.at] !== delimiter) break;
    at = end.at + 1;
    field++;
  }
  return { stray, open: undefined };
}

/** The place after the mark that closes the one at `open`; undefined: none does. */
function pastClosing(text: string, open: number): number | undefined {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at + 1;
  }
  return undefined;
}

function fieldEnd(text: string, from: number, delimiter: string): { readonly at: number; readonly marks: boolean } {
  let marks = false;
  let at = from;
  while (!endsField(text[at], delimiter)) {
    if (text[at] === '"') marks = true;
    at++;
  }
  return { at, marks };
}

function endsField(character: string | undefined, delimiter: string): boolean {
  return character === undefined || character === delimiter || character === '\n' || character === '\r';
}
