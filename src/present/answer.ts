import type { AssessedLine, DutyLine, LineTotals, ResultLine } from '../customs/assessment.ts';
import type { Problem, Severity } from '../customs/problem.ts';
import { printedMoney } from './amounts.ts';
import { type DutyCells, dutyCells } from './cells.ts';
import { declaredTexts, goodsAndOrigin } from './declared-text.ts';
import { type Reason, reasonsOf } from './explanation.ts';
import type { RunInfo, Style } from './rendering.ts';
import { briefText, safeText } from './safe-text.ts';
import { type Source, sourceList } from './sources.ts';
import { filingWords, notCoveredWords, quotaWords, refundWords, tableWords } from './words.ts';

/** The answer about one shipment, in words and in order, whatever lays it out. All text is safe. */
export interface Answer {
  readonly title: string;
  readonly declared: readonly string[];
  /** Said first where no duty is given; null where one is. */
  readonly verdict: string | null;
  /** Why there is none; whatever else is wrong is among the remarks. */
  readonly reasons: readonly Remark[];
  readonly breakdowns: readonly Breakdown[];
  /** Every regime and why; empty unless it was asked for. */
  readonly explanation: readonly Reason[];
  readonly notCovered: string;
  /** Numbers for the entry, in order. */
  readonly filings: readonly string[];
  readonly quotas: readonly string[];
  /** What may have to be paid back, and why. */
  readonly refunds: readonly string[];
  readonly remarks: readonly Remark[];
  readonly sources: readonly Source[];
  readonly tables: readonly string[];
}

/** What is charged, or would be if. `sums` end with the one that counts; empty where the goods are refused. */
export interface Breakdown {
  readonly when: string | null;
  readonly refused: boolean;
  readonly duties: readonly DutyCells[];
  readonly sums: readonly { readonly label: string; readonly amount: string }[];
}

export interface Remark {
  readonly label: string;
  readonly severity: Severity;
  readonly text: string;
  readonly hint: string | null;
}

/** `others`: problems of the run that belong to no line; they are told with those of the line. */
export function answerFor(result: ResultLine, others: readonly Problem[], info: RunInfo, style: Style): Answer {
  const isReason = ({ severity }: Problem): boolean => severity === 'error' && result.status !== 'assessed';
  const reasons = result.problems.filter(isReason).map((reason) => ({ ...remark(reason), label: 'Why' }));
  // An explanation names the facts that were not declared beside the rates they would bring.
  const isExplained = ({ code, severity }: Problem): boolean =>
    result.kind === 'line' && result.trace !== null && code === 'fact-undeclared' && severity === 'notice';
  const told = result.problems.filter((one) => !isReason(one) && !isExplained(one));
  const remarks = [...told, ...others].map(remark);
  if (result.kind === 'invalid') {
    const { hts, origin } = result.echo;
    const title = [hts ?? 'A shipment', ...(origin === null ? [] : [`from ${origin}`])].join(' ');
    return { ...emptyAnswer, title: briefText(title), verdict: verdicts.invalid, reasons, remarks };
  }
  const { line, outcomes } = result;
  const duties = [...result.duties, ...result.fees, ...(outcomes ?? []).flatMap((outcome) => outcome.duties)];
  const sources = sourceList();
  sources.add(duties);
  return {
    title: goodsAndOrigin(line, style),
    declared: declaredTexts(line, style),
    verdict: verdictOf(result),
    reasons,
    breakdowns: breakdowns(result, style),
    explanation: reasonsOf(result.trace ?? [], style),
    notCovered: notCoveredWords(result.notCovered, info),
    quotas: [...new Set(result.duties.flatMap(({ quota }) => (quota ? [quotaWords(quota)] : [])))],
    filings: filingWords(result.filings, style),
    refunds: refundWords(result.duties),
    remarks,
    sources: sources.sources(),
    tables: tableWords(info.tables, new Set(duties.map(({ regime }) => regime))),
  };
}

const emptyAnswer: Answer = {
  title: '',
  declared: [],
  verdict: null,
  reasons: [],
  breakdowns: [],
  explanation: [],
  notCovered: '',
  filings: [],
  quotas: [],
  refunds: [],
  remarks: [],
  sources: [],
  tables: [],
};

const verdicts = {
  refused: 'Refused: the goods cannot be entered for consumption.',
  invalid: 'Invalid: the declaration cannot be assessed as it stands.',
  unknown: 'Unknown: no duty can be given.',
  open: 'Unknown: the duty depends on what is not known here.',
} as const;

function verdictOf({ status, outcomes }: AssessedLine): string | null {
  if (status === 'assessed') return null;
  return verdicts[status === 'unknown' && outcomes ? 'open' : status];
}

function breakdowns({ duties, fees, outcomes, totals }: AssessedLine, style: Style): readonly Breakdown[] {
  const money = printedMoney(style);
  const cells = (lines: readonly DutyLine[]): readonly DutyCells[] => lines.map((duty) => dutyCells(duty, style));
  const decided: Breakdown = {
    when: null,
    refused: false,
    duties: cells([...duties, ...fees]),
    sums: sumsOf(totals, money),
  };
  const open = (outcomes ?? []).map((outcome): Breakdown => ({
    when: safeText(outcome.when),
    refused: outcome.status === 'refused',
    duties: cells(outcome.duties),
    sums: outcome.duty === null ? [] : [{ label: 'Total duty', amount: money(outcome.duty) }],
  }));
  return duties.length > 0 || totals ? [decided, ...open] : open;
}

function sumsOf(totals: LineTotals | null, money: ReturnType<typeof printedMoney>): Breakdown['sums'] {
  if (!totals) return [];
  const duties = [
    ...(totals.refundable.isZero() ? [] : [{ label: 'Refundable', amount: money(totals.refundable) }]),
    { label: 'Total duty', amount: money(totals.duty) },
  ];
  if (totals.fees === null || totals.fees.isZero()) return duties;
  return [...duties, { label: 'Fees', amount: money(totals.fees) }, { label: 'Total', amount: money(totals.total) }];
}

const labels = { error: 'Error', warning: 'Warning', notice: 'Note' } satisfies Record<Severity, string>;

/** A problem as it is told below an answer. */
export function remark({ severity, column, message, hint }: Problem): Remark {
  const text = column === null ? message : `${column}: ${message}`;
  return { label: labels[severity], severity, text: safeText(text), hint: hint === null ? null : safeText(hint) };
}
