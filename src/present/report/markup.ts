import { safeText } from '../safe-text.ts';

/** Text that is HTML already: only what is made here goes into a page as it stands. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a page: text and numbers, which are escaped; what is markup already; lists of them. */
export type Part = string | number | Markup | readonly Part[];

/** HTML with its parts put in. Whatever is not markup is escaped, in elements and in attributes (which stand in double quotes). */
export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(texts.map((text, index) => text + written(parts[index] ?? '')).join(''));
}

/** Nothing. */
export const nothingAtAll = new Markup('');

function written(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'number') return String(part);
  return typeof part === 'string' ? escaped(part) : part.map(written).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Also without what HTML cannot hold, hides or turns around. */
function escaped(text: string): string {
  return safeText(text).replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '');
}

/** A link to a page of the web; the words alone where the address is none, such as one that would run a script. */
export function link(address: string | null, words: string): Markup {
  if (address === null || !/^https?:\/\/[^\s"'<>]+$/i.test(address)) return markup`${words}`;
  return markup`<a href="${address}" rel="noreferrer noopener">${words}</a>`;
}
