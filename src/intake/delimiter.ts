/** A sign between fields, and what it is called. */
interface Separator {
  readonly sign: string;
  readonly name: string;
}

/** Signs between fields that are looked for in a header. */
export const separators: readonly Separator[] = [
  { sign: ',', name: 'commas' },
  { sign: ';', name: 'semicolons' },
  { sign: '\t', name: 'tabs' },
  { sign: '|', name: 'vertical bars' },
];

/** "semicolons"; another sign by itself. */
export function separatorName(sign: string): string {
  return separators.find((one) => one.sign === sign)?.name ?? `"${sign}"`;
}

/** No header is longer: what is looked at to find out how a file is written. In bytes. */
export const longestLook = 64 * 1024;

/** The first row that is not blank; undefined while it may go on. */
export function firstRow(text: string): string | undefined {
  const from = text.search(/[^\r\n]/);
  if (from < 0) return undefined;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '\n' || sign === '\r')) return text.slice(from, at);
  }
  return undefined;
}

/** The sign between the names of a header; null where none of those that are known, or more than one, stands between them. */
export function separatorOf(header: string): string | null {
  const bare = header.replaceAll(/"[^"]*"?/g, '');
  const found = separators.filter(({ sign }) => bare.includes(sign));
  return found.length === 1 ? (found[0]?.sign ?? null) : null;
}
