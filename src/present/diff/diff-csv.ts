import type { ComparedLine } from '../../customs/comparison.ts';
import type { ResultLine } from '../../customs/assessment.ts';
import { plainMoney } from '../amounts.ts';
import { joined, problemText, record } from '../csv-text.ts';
import { headingsText, lineCells } from '../cells.ts';
import type { Style } from '../rendering.ts';
import type { DiffInfo, DiffRenderer } from './diff-rendering.ts';
import { regimeWords } from './diff-words.ts';

/** New columns are added at the end only. */
const columns = [
  'file',
  'line',
  'id',
  'hts',
  'origin',
  'date_before',
  'date_after',
  'kind',
  'status_before',
  'status_after',
  'duty_before',
  'duty_after',
  'change',
  'reasons',
  'headings_before',
  'headings_after',
  'why',
  'problems',
] as const;

/** A row for each line, unchanged ones too. */
export function diffCsv(_info: DiffInfo, style: Style): DiffRenderer {
  return {
    head: () => record(columns),
    lines: (batch) => batch.map((line) => record(fieldsOf(line, style))).join(''),
    tail: () => '',
  };
}

function fieldsOf(compared: ComparedLine, style: Style): readonly string[] {
  const { before, after, change, kind, reasons, regimes } = compared;
  const money = plainMoney(style.rounding);
  const shown = after ?? before;
  if (!shown) return columns.map(() => '');
  const { file, line, id } = lineCells(shown, style);
  const problems = [before, after].flatMap((one) => one?.problems ?? []).filter(({ severity }) => severity === 'error');
  return [
    file,
    line,
    id,
    goodsOf(shown),
    shown.kind === 'line' ? shown.line.origin : (shown.echo.origin ?? ''),
    dateOf(before),
    dateOf(after),
    kind,
    before?.status ?? '',
    after?.status ?? '',
    dutyOf(before, style),
    dutyOf(after, style),
    change === null ? '' : money(change.change),
    joined(reasons),
    headingsOf(before),
    headingsOf(after),
    joined(regimes.filter((one) => one.reasons.length > 0).map((one) => regimeWords(one, style))),
    joined([...new Set(problems.map(problemText))]),
  ];
}

function goodsOf(line: ResultLine): string {
  if (line.kind === 'invalid') return line.echo.hts ?? '';
  return line.line.goods.kind === 'number' ? line.line.goods.code : line.line.goods.name;
}

function dateOf(line: ResultLine | null): string {
  if (line === null) return '';
  return line.kind === 'line' ? line.line.date : (line.echo.date ?? '');
}

function dutyOf(line: ResultLine | null, { rounding }: Style): string {
  return line?.kind === 'line' && line.totals ? plainMoney(rounding)(line.totals.duty) : '';
}

function headingsOf(line: ResultLine | null): string {
  return line?.kind === 'line' ? joined(line.duties.map(headingsText)) : '';
}
