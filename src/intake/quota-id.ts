/** How a quota period is named. */
export const quotaIdSample = 'HEADING/ORIGIN/PERIOD';

/** "9903.80.67/DE/2022-Q1", or without the origin where all origins share a quota. */
export function isQuotaId(text: string): boolean {
  return /^[^/\s]+(\/[^/\s]+){1,2}$/.test(text);
}
