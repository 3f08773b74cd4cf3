/** Endings of files by which programs know what is in them. */
const endings: ReadonlySet<string | undefined> = new Set([
  'json',
  'ndjson',
  'csv',
  'markdown',
  'xlsx',
  'parquet',
  'svg',
  'html',
]);

/** The format that the ending of a file stands for. */
export function endingOf(file: string | undefined): string | undefined {
  const ending = /\.(\w+)$/.exec(file ?? '')?.[1]?.toLowerCase();
  return ending === 'md' ? 'markdown' : ending === 'htm' ? 'html' : ending;
}

/** Whether an ending says what is in a file. */
export function isKnown(ending: string | undefined): boolean {
  return endings.has(ending);
}

/** Whether a file is named like one of another format. */
export function isOther(file: string | undefined, format: string): boolean {
  const ending = endingOf(file);
  return ending !== format && isKnown(ending);
}
