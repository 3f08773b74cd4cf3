/** Signs that have a meaning in XML, and those it cannot hold: control characters, halves of pairs, non-characters; and what looks escaped. */
const special = /[&<>"\uFFFE\uFFFF]|(?![\t\n])\p{Cc}|_x[0-9A-Fa-f]{4}_|\p{Cs}/u;
const everySpecial = new RegExp(special, 'gu');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or an attribute of a workbook. What XML cannot hold is written as workbooks do, `_x0007_`, and read back as it was. */
export function xmlText(text: string): string {
  return special.test(text) ? text.replaceAll(everySpecial, escaped) : text;
}

function escaped(found: string): string {
  const entity = entities[found];
  if (entity !== undefined) return entity;
  if (found.startsWith('_x')) return `_x005F${found}`;
  const code = found.charCodeAt(0);
  return code >= 0xd800 && code < 0xe000 ? '\uFFFD' : `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
}
