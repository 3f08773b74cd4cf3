/** What a reader of a report's HTML finds in it; the page is our own and regular, so no parser is needed. */

export interface PageTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Words of a piece of HTML as they are read: without tags, entities resolved. */
export function wordsOf(html: string): string {
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => signs[name] ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The part of the page with that id. */
export function sectionOf(page: string, id: string): string {
  return new RegExp(`<section id="${id}"[^]*?</section>`).exec(page)?.[0] ?? '';
}

/** The tables of a part of the page, cells as words. */
export function tablesIn(html: string): readonly PageTable[] {
  return [...html.matchAll(/<table[^]*?<\/table>/g)].map(([table]) => {
    const [head = [], ...rows] = [...table.matchAll(/<tr[^]*?<\/tr>/g)].map(([row]) =>
      [...row.matchAll(/<(th|td)\b[^]*?<\/\1>/g)].map(([cell]) => wordsOf(cell)),
    );
    return { head, rows };
  });
}

/** "$1,250.00" → "1250.00", "40,000 kg" → "40000" */
export function digitsOf(text: string): string {
  return text.replaceAll(/[$,]| kg$/g, '');
}
