import type { AssessedLine, DutyLine, InvalidLine, ResultLine, Status } from '../customs/assessment.ts';
import { printCode } from '../customs/commodity-code.ts';
import type { DeclaredGoods } from '../customs/entry-line.ts';
import type { EntryFee } from '../customs/fee.ts';
import type { Decimal } from '../exact/decimal.ts';
import { printedMoney } from './amounts.ts';
import type { Style } from './rendering.ts';
import { briefText, safeText } from './safe-text.ts';
import { baseHeading } from './base-heading.ts';
import { ratePrinted } from './rate-printed.ts';

/** A line as people see it in a row, whatever draws the row. All text is safe. */
export interface LineCells {
  readonly file: string;
  readonly line: string;
  readonly id: string;
  readonly goods: string;
  readonly origin: string;
  readonly date: string;
  readonly value: string;
  readonly charges: readonly ChargeCells[];
  /** One amount; for an unknown line each that may be due; empty where there is none. */
  readonly duty: readonly string[];
  readonly status: Status;
}

export interface ChargeCells {
  readonly heading: string;
  readonly rate: string;
  readonly tier: string;
}

/** One duty line of a breakdown. */
export interface DutyCells {
  readonly heading: string;
  readonly what: string;
  readonly rate: string;
  readonly basis: string;
  readonly basisAmount: string;
  readonly amount: string;
}

export function lineCells(line: ResultLine, style: Style): LineCells {
  return line.kind === 'invalid' ? invalidCells(line) : answeredCells(line, style);
}

function answeredCells({ line, duties, outcomes, totals, status }: AssessedLine, style: Style): LineCells {
  const money = printedMoney(style);
  const ways = (outcomes ?? []).map(({ duty }) => (duty === null ? 'refused' : money(duty)));
  return {
    file: safeText(line.where.file ?? ''),
    line: line.where.line?.toString() ?? '',
    id: briefText(line.id ?? ''),
    goods: goodsText(line.goods, style),
    origin: line.origin,
    date: line.date,
    value: money(line.value),
    charges: chargeCells([...duties, ...(outcomes ?? []).flatMap((outcome) => outcome.duties)]),
    duty: totals ? [money(totals.duty)] : [...new Set(ways)],
    status,
  };
}

/** Each charge once: those of an unknown line are the ones it may come to. */
function chargeCells(duties: readonly DutyLine[]): readonly ChargeCells[] {
  const found = new Map<string, ChargeCells>();
  for (const duty of duties) {
    const cells = { heading: headingsText(duty), rate: rateText(duty), tier: duty.tier ?? '' };
    found.set(Object.values(cells).join('\n'), cells);
  }
  return [...found.values()];
}

/** What could be read of a row that is no line, as it was written. */
function invalidCells({ file, lineNumber, echo, status }: InvalidLine): LineCells {
  const said = (text: string | null): string => briefText(text ?? '');
  return {
    file: said(file),
    line: lineNumber?.toString() ?? '',
    id: said(echo.id),
    goods: said(echo.hts),
    origin: said(echo.origin),
    date: said(echo.date),
    value: said(echo.value),
    charges: [],
    duty: [],
    status,
  };
}

export function dutyCells(duty: DutyLine, style: Style): DutyCells {
  const money = printedMoney(style);
  return {
    heading: headingsText(duty),
    what: whatText(duty, duty.entry !== null && 'total' in duty.entry ? entryWords(duty.entry, money) : []),
    rate: rateText(duty),
    basis: basisText(duty.basis),
    basisAmount: money(duty.basisAmount),
    amount: money(duty.amount),
  };
}

/** "Section 232 steel: European Union, in quota (in-quota)"; `entry`: what a whole entry bears of it. */
export function whatText(
  duty: Pick<DutyLine, 'regimeTitle' | 'measure' | 'measureTitle' | 'tier' | 'overlay'>,
  entry: readonly string[] = [],
): string {
  const measure = duty.measureTitle ?? (duty.measure.startsWith('#') ? null : duty.measure);
  const what = [duty.regimeTitle, ...(measure === null ? [] : [measure])].join(': ');
  const asides = [
    ...(duty.tier === null ? [] : [duty.tier]),
    ...entry,
    ...(duty.overlay === null ? [] : [`rests on “${duty.overlay}”`]),
  ];
  return safeText(asides.length === 0 ? what : `${what} (${asides.join('; ')})`);
}

/** "25%", "up to 15% with base duty" */
export function rateText(duty: Pick<DutyLine, 'charge' | 'rate'>): string {
  return safeText(ratePrinted(duty));
}

/** "the least for an entry", and the whole where the line bears a part of it. */
function entryWords({ held, total, least, most }: EntryFee, money: (amount: Decimal) => string): readonly string[] {
  if (held === null) return [];
  if (least !== null && least === most) return [`a fixed ${money(total)} for an entry`];
  return [`the ${held} for an entry, ${money(total)}`];
}

/** The numbers to report, or the word that stands for the goods' own. */
export function headingsText({ headings, role }: Pick<DutyLine, 'headings' | 'role'>): string {
  return headings.length === 0 && role === 'base' ? baseHeading : safeText(headings.join(' + '));
}

/** "entered-value" → "entered value", "steel_content_value" → "steel content value" */
export function basisText(basis: string): string {
  return safeText(basis.replaceAll(/[-_]/g, ' '));
}

/** Dotted as the schedule prints it; a class by its name. */
export function goodsText(goods: DeclaredGoods, { code }: Pick<Style, 'code'>): string {
  return goods.kind === 'number' ? printCode(goods.code, code) : safeText(goods.name);
}
