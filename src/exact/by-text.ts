/** Order of texts by their characters, as for numbers and days of fixed width. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
