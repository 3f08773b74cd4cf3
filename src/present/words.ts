import type { DutyLine, QuotaDraw, Status, Totals } from '../customs/assessment.ts';
import type { Citation, Confidence } from '../customs/citation.ts';
import type { Filing } from '../customs/filing.ts';
import { printCode } from '../customs/commodity-code.ts';
import { groupedText } from '../exact/decimal.ts';
import { printedMoney, printedQuantity } from './amounts.ts';
import type { RunInfo, RunTable, Style } from './rendering.ts';
import { safeText } from './safe-text.ts';

export const disclaimer = 'An estimate, not a customs ruling or legal advice.';

const statuses: readonly Status[] = ['assessed', 'refused', 'unknown', 'invalid'];

/** "38 assessed, 1 refused, 3 unknown, 5 invalid: only assessed lines are in the totals" */
export function countsText({ counts }: Totals): string {
  const found = statuses.filter((status) => counts[status] > 0 || status === 'assessed');
  const text = found.map((status) => `${groupedText(String(counts[status]))} ${status}`).join(', ');
  return found.length > 1 ? `${text}: only assessed lines are in the totals` : text;
}

/** Label and amount, fees only where there are any. */
export function totalsText(totals: Totals, style: Style): readonly (readonly [string, string])[] {
  const money = printedMoney(style);
  return [
    ['Entered value', money(totals.enteredValue)],
    ['Duty', money(totals.duty)],
    ...(totals.refundable.isZero() ? [] : ([['Refundable, of this', money(totals.refundable)]] as const)),
    ...(totals.fees === null || totals.fees.isZero()
      ? []
      : ([
          ['Fees', money(totals.fees)],
          ['Total', money(totals.total)],
        ] as const)),
  ];
}

/** "IEEPA duty on India: held unlawful … (source)"; regimes of which the same is said together. An amount of nothing gives nothing back. */
export function refundWords(
  duties: readonly (Pick<DutyLine, 'refund' | 'regimeTitle'> & { readonly amount?: DutyLine['amount'] })[],
): readonly string[] {
  const alike = new Map<string, Set<string>>();
  for (const { refund, regimeTitle, amount } of duties) {
    if (refund === null || amount?.isZero()) continue;
    const words = `${refund.words} (${citationWords(refund.citation)})`;
    alike.set(words, (alike.get(words) ?? new Set()).add(regimeTitle));
  }
  return [...alike].map(([words, titles]) => safeText(`${[...titles].join(', ')}: ${words}`));
}

/** "9903.81.87, 7208.10.15.00", with what puts several headings in this order; a line for each tier. */
export function filingWords(filings: readonly Filing[], { code }: Style): readonly string[] {
  return filings.map(({ tier, numbers, sources }) => {
    const list = numbers.map((number, index) => (index === numbers.length - 1 ? printCode(number, code) : number));
    const order = sources.length === 0 ? '' : ` (order: ${sources.map(citationWords).join('; ')})`;
    return safeText(`${tier === null ? '' : `${tier}: `}${list.join(', ')}${order}`);
  });
}

/** "drew 40,000 of 50,000 kg from 9903.80.67/DE/2022-Q1 (EU steel tariff-rate quota); nothing left" */
export function quotaWords({ id, title, unit, requested, drawn, remaining }: QuotaDraw): string {
  const amount = (digits: string): string => printedQuantity(digits, unit);
  const got = drawn === requested ? `${amount(drawn)} of` : `${groupedText(drawn)} of ${amount(requested)} from`;
  const name = title === id ? id : `${id} (${title})`;
  return safeText(`drew ${got} ${name}; ${leftWords(remaining, amount)}`);
}

function leftWords(remaining: string | null, amount: (digits: string) => string): string {
  if (remaining === null) return 'what is left is not known';
  return remaining === '0' ? 'nothing left' : `${amount(remaining)} left`;
}

const confidences = {
  documented: '',
  secondary: ' (known from secondary sources)',
  unverified: ' (unverified)',
} satisfies Record<Confidence, string>;

/** The source in plain words, and how it is known unless the text itself was read. */
export function citationWords(citation: Citation | null): string {
  if (citation === null) return 'no source given';
  return safeText(citation.source) + confidences[citation.confidence];
}

/**
 * "Section 232 steel, Section 232 aluminum: documented through 2025-03-11", those with the same last day together: the tables that were used,
 * of which `used` holds the ids, or all where none was.
 */
export function tableWords(all: readonly RunTable[], used: ReadonlySet<string>): readonly string[] {
  const named = all.filter(({ id, overlays }) => used.has(id) || overlays.length > 0);
  const tables = named.length > 0 ? named : all;
  const alike = new Map<string, string[]>();
  for (const { title, documentedThrough, knownOn, overlays } of tables) {
    const through = documentedThrough === null ? '' : `: documented through ${documentedThrough}`;
    const laid = overlays.length === 0 ? '' : `; laid over it: ${overlays.map((overlay) => `“${overlay}”`).join(', ')}`;
    const known = knownOn === null ? '' : `; as it was public on ${knownOn}`;
    const rest = through + known + laid;
    alike.set(rest, [...(alike.get(rest) ?? []), title]);
  }
  return [...alike].map(([rest, titles]) => safeText(titles.join(', ') + rest));
}

/** Titles of charges that no table on hand holds; tables that share a title are one charge. */
export function notCoveredWords(
  ids: readonly string[],
  { notCoveredTitles }: Pick<RunInfo, 'notCoveredTitles'>,
): string {
  return [...new Set(ids.map((id) => safeText(notCoveredTitles[id] ?? id)))].join('; ');
}
