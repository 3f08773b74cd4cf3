/**
 * A field of CSV as a spreadsheet shows it and does not run it: where it would be taken for a formula, an apostrophe goes before it, as
 * spreadsheets themselves mark text. Plain numbers with a sign and a lone dash stay as they are. Our own readers take the apostrophe off
 * again, so the shipment read back is the same. https://owasp.org/www-community/attacks/CSV_Injection
 */
export function formulaSafe(field: string): string {
  return wouldRun(field) ? `'${field}` : field;
}

/** Whether a spreadsheet would run the text as a formula, once somebody opens or edits the cell. */
export function wouldRun(field: string): boolean {
  return begins.test(field) && !harmless.test(field);
}

/** The wide signs are taken for the narrow ones in East Asian settings. */
const begins = /^[=+\-@\t\r\n＝＋－＠]/;
const harmless = /^(?:-|[+-](?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d+)?(?:e[+-]?\d+)?%?)$/i;
