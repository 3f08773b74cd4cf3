import type { DutyLine } from '../../customs/assessment.ts';
import type { ComparedKind, ComparedLine, ComparedTotals, RegimeChange } from '../../customs/comparison.ts';
import type { Problem } from '../../customs/problem.ts';
import { type Decimal, groupedText, zero } from '../../exact/decimal.ts';
import { printedMoney } from '../amounts.ts';
import { headingsText, lineCells, rateText } from '../cells.ts';
import type { RunTable, Style } from '../rendering.ts';
import { safeText } from '../safe-text.ts';
import type { DiffSide } from './diff-rendering.ts';

/** To two decimals; undefined of nothing. */
export function percentOf(change: Decimal, before: Decimal): Decimal | undefined {
  return before.isZero() ? undefined : change.times(100).div(before).toDecimalPlaces(2);
}

/** "+$1,250.00", "-$3.10", "$0.00" */
export function changeText(change: Decimal, style: Style): string {
  return `${change.gt(0) ? '+' : ''}${printedMoney(style)(change)}`;
}

/** "+100%"; empty where nothing was due before, or nothing changed. */
export function percentText(change: Decimal, before: Decimal): string {
  const percent = percentOf(change, before);
  return percent === undefined || change.isZero() ? '' : `${percent.gt(0) ? '+' : ''}${percent.toFixed()}%`;
}

/** "shipments.csv on 2025-06-03, with japan.json" */
export function sideWords({ files, label, at, knownOn, given, tables }: DiffSide): string {
  const laid = tables.flatMap(({ overlays }) => overlays).map((title) => `“${title}”`);
  const parts = [
    `${label ?? files.join(', ')}${at === null ? '' : ` on ${at}`}`,
    ...(knownOn === null ? [] : [`the law as it was public on ${knownOn}`]),
    ...(given.length === 0 || label !== null ? [] : [given.join(', ')]),
    ...(laid.length === 0 ? [] : [`laid over the law: ${[...new Set(laid)].join(', ')}`]),
  ];
  return safeText(parts.join('; '));
}

const kinds: readonly ComparedKind[] = ['changed', 'unchanged', 'added', 'removed', 'open'];

/** "3 changed, 56 unchanged, 1 open: …" */
export function comparedCounts({ counts }: ComparedTotals): string {
  const found = kinds.filter((kind) => counts[kind] > 0 || kind === 'changed');
  const text = found.map((kind) => `${groupedText(String(counts[kind]))} ${kind}`).join(', ');
  return counts.open > 0 ? `${text}: lines without an answer on both sides are not in the totals` : text;
}

/** A compared line as people see it in a row. All text is safe. */
export interface ComparedCells {
  readonly line: string;
  readonly id: string;
  readonly goods: string;
  readonly origin: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly why: readonly string[];
}

export function comparedCells(compared: ComparedLine, style: Style): ComparedCells {
  const { before, after, change } = compared;
  const shown = after ?? before;
  const cells = shown && lineCells(shown, style);
  const side = (line: ComparedLine['before']): string => {
    if (line === null) return '–';
    const { duty, status } = lineCells(line, style);
    return status === 'assessed' ? (duty[0] ?? '') : status;
  };
  return {
    line: cells?.line ?? '',
    id: cells?.id ?? '',
    goods: cells?.goods ?? '',
    origin: cells?.origin ?? '',
    before: side(before),
    after: side(after),
    change: change === null ? '?' : changeText(change.change, style),
    why: whyWords(compared, style),
  };
}

/** Each reason as a phrase of its own. */
function whyWords({ kind, reasons, regimes, before, after }: ComparedLine, style: Style): readonly string[] {
  const own = reasons.includes('declaration') ? ['declared otherwise'] : [];
  if (kind === 'added' || kind === 'removed') return [kind, ...regimes.map(presentWords)];
  if (kind === 'open') return openWords([...(before?.problems ?? []), ...(after?.problems ?? [])]);
  return [...own, ...regimes.map((one) => regimeWords(one, style))];
}

function openWords(problems: readonly Problem[]): readonly string[] {
  return [...new Set(problems.filter(({ severity }) => severity === 'error').map(({ message }) => safeText(message)))];
}

function presentWords({ title, before, after }: RegimeChange): string {
  return `${safeText(title)}: ${ratesOf([...before, ...after])}`;
}

/** "Section 232 steel: 25% → 50%, heading 9903.80.01 → 9903.81.87" */
export function regimeWords(change: RegimeChange, style: Style): string {
  const { title, before, after, reasons, words } = change;
  const parts = reasons.map((reason) => {
    switch (reason) {
      case 'rate':
        return `${ratesOf(before)} → ${ratesOf(after)}`;
      case 'heading':
        return `heading ${namesOf(before)} → ${namesOf(after)}`;
      case 'quota':
        return ratesOf(before) === ratesOf(after)
          ? `quota: ${tiersOf(before)} → ${tiersOf(after)}`
          : `quota: ${ratesOf(before)} → ${ratesOf(after)}`;
      case 'basis':
        return `on ${basisOf(before, style)} → ${basisOf(after, style)}`;
      case 'yields':
        return `${waysOf(before)} → ${waysOf(after)}`;
      case 'entry':
        return 'its part in what the whole entry bears';
      case 'list':
        return before.length === 0
          ? `goods entered the list: ${ratesOf(after)}`
          : `goods left the list (${ratesOf(before)})`;
      case 'begins':
        return `begins: ${ratesOf(after)}${words === null ? '' : ` (before: ${words})`}`;
      case 'ends':
        return `ends (${ratesOf(before)})${words === null ? '' : `: ${words}`}`;
      default:
        return reason;
    }
  });
  const overlays = [...new Set([...before, ...after].flatMap(({ overlay }) => overlay ?? []))];
  const rests = overlays.map((overlay) => ` (rests on “${overlay}”)`).join('');
  return safeText(`${title}: ${parts.join(', ')}${rests}`);
}

function ratesOf(duties: readonly DutyLine[]): string {
  return listed(duties.map((duty) => (duty.tier === null ? rateText(duty) : `${rateText(duty)} ${duty.tier}`)));
}

/** What is left nothing of the value says so. */
function waysOf(duties: readonly DutyLine[]): string {
  return listed(duties.map((duty) => (duty.basisAmount.isZero() ? 'nothing left of the value' : ratesOf([duty]))));
}

function namesOf(duties: readonly DutyLine[]): string {
  return listed(duties.map((duty) => headingsText(duty) || 'none'));
}

function tiersOf(duties: readonly DutyLine[]): string {
  return listed(duties.map(({ tier }) => tier ?? 'no quota'));
}

/** Tiers divide one basis. */
function basisOf(duties: readonly DutyLine[], style: Style): string {
  const first = duties.filter(({ basis }) => basis === duties[0]?.basis);
  const names = [...new Set(first.map(({ basis }) => basis.replaceAll(/[-_]/g, ' ')))];
  const tiers = new Map(first.map(({ tier, basisAmount }) => [tier, basisAmount]));
  const amount = [...tiers.values()].reduce((sum, one) => sum.plus(one), zero);
  return `${printedMoney(style)(amount)} ${names.join(', ')}`;
}

function listed(texts: readonly string[]): string {
  return [...new Set(texts)].join(' and ');
}

/** Tables of both sides, those of which the same is told once. */
export function tablesOf(before: readonly RunTable[], after: readonly RunTable[]): readonly RunTable[] {
  const known = new Map(
    [...before, ...after].map((table) => [
      [table.title, table.documentedThrough, table.knownOn, ...table.overlays].join('\n'),
      table,
    ]),
  );
  return [...known.values()];
}
