import type { PlannedDraw } from '../../customs/planned-draw.ts';
import { type Decimal, plainText } from '../../exact/decimal.ts';
import { moneyText } from '../../exact/money.ts';
import { printedMoney, printedQuantity } from '../amounts.ts';
import { goodsText } from '../cells.ts';
import { list, tableJson } from '../json.ts';
import { jsonText } from '../json-text.ts';
import type { FormatName } from '../renderer.ts';
import type { RunTable, Style } from '../rendering.ts';
import { type Listing, csvOf, listingMarkdown, listingText } from './listing.ts';
import type { OutputPlannedDraw } from './quota-shape.ts';

/** New columns are added at the end only. */
const columns = [
  'line',
  'id',
  'hts',
  'origin',
  'date',
  'quota',
  'outcome',
  'requested',
  'drawn',
  'unit',
  'duty',
  'at_stake',
  'next_period',
  'next_period_saves',
  'next_period_drawn',
] as const;

/** What planned lines would get of quotas, in one of the formats. */
export function planText(
  format: FormatName,
  draws: readonly PlannedDraw[],
  tables: readonly RunTable[],
  style: Style,
): string {
  switch (format) {
    case 'json':
      return `{\n  "version": 1,\n  "tables": ${list(tables.map((one) => jsonText(tableJson(one))))},\n  "draws": ${list(draws.map((one) => jsonText(drawJson(one, style))))}\n}\n`;
    case 'ndjson':
      return draws.map((one) => `${jsonText(drawJson(one, style))}\n`).join('');
    case 'csv':
      return csvOf(
        columns,
        draws.map((one) => fieldsOf(one, style)),
      );
    case 'markdown':
      return listingMarkdown(listingOf(draws, style));
    default:
      return listingText(listingOf(draws, style), style);
  }
}

function drawJson(draw: PlannedDraw, style: Style): OutputPlannedDraw {
  const { line } = draw;
  const money = (amount: Decimal | null): string | null => amount && moneyText(amount, style.rounding);
  return {
    file: line.where.file,
    line: line.where.line,
    id: line.id,
    hts: goodsText(line.goods, style),
    origin: line.origin,
    date: line.date,
    quota: draw.quota,
    outcome: draw.outcome,
    requested: plainText(draw.requested),
    drawn: draw.drawn && plainText(draw.drawn),
    unit: draw.unit,
    duty: money(draw.duty),
    atStake: money(draw.atStake),
    nextPeriod: draw.next,
    nextPeriodSaves: money(draw.saves),
    nextPeriodDrawn: draw.nextDrawn && plainText(draw.nextDrawn),
  };
}

function fieldsOf(draw: PlannedDraw, style: Style): readonly string[] {
  const { file: _, ...fields } = drawJson(draw, style);
  return Object.values(fields).map((value) => (value === null ? '' : String(value)));
}

const words = {
  fits: 'fits',
  splits: 'fits in part',
  over: 'over quota',
  refused: 'refused',
  unknown: 'not known',
} satisfies Record<PlannedDraw['outcome'], string>;

function listingOf(draws: readonly PlannedDraw[], style: Style): Listing {
  const money = printedMoney(style);
  return {
    title: 'Planned drawdowns',
    none: 'None of the lines asks for a quota.',
    columns: [
      { title: 'Line', align: 'right' },
      { title: 'Id', align: 'left' },
      { title: 'Quota', align: 'left' },
      { title: 'Asks', align: 'right' },
      { title: 'Outcome', align: 'left' },
      { title: 'Duty', align: 'right' },
      { title: 'At stake', align: 'right' },
      { title: 'Next period', align: 'left' },
    ],
    rows: draws.map((draw) => [
      draw.line.where.line === null ? '' : String(draw.line.where.line),
      draw.line.id ?? '',
      draw.quota,
      printedQuantity(plainText(draw.requested), draw.unit),
      outcomeWords(draw),
      draw.duty === null ? '' : money(draw.duty),
      draw.atStake === null ? '' : money(draw.atStake),
      nextWords(draw, money),
    ]),
  };
}

/** "1,000 kg fit", "1,000 kg fit, the rest is refused" */
function outcomeWords({ outcome, drawn, unit }: PlannedDraw): string {
  if (!drawn || drawn.isZero() || (outcome !== 'splits' && outcome !== 'refused')) return words[outcome];
  const fit = `${printedQuantity(plainText(drawn), unit)} fit`;
  return outcome === 'refused' ? `${fit}, the rest is refused` : fit;
}

/** "2022-04-01: fits, saves $2,500.00" */
function nextWords(draw: PlannedDraw, money: (amount: Decimal) => string): string {
  const { next, nextDrawn, saves, outcome, requested, unit } = draw;
  if (next === null || outcome === 'fits') return '';
  if (nextDrawn === null) return `${next}: not known`;
  const fit = nextDrawn.eq(requested) ? 'fits' : `${printedQuantity(plainText(nextDrawn), unit)} fit`;
  if (saves === null) return `${next}: ${nextDrawn.isZero() ? 'no room' : fit}`;
  return `${next}: ${nextDrawn.isZero() ? 'no room, ' : `${fit}, `}saves ${saves.isZero() ? 'nothing' : money(saves)}`;
}
