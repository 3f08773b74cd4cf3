import { type LedgerEntry, type LedgerRecord, isFigure, keyWords } from '../../customs/ledger-record.ts';
import { type FillRecord, figureWords } from '../../customs/published-fill.ts';
import { printedQuantity } from '../amounts.ts';
import { list } from '../json.ts';
import { jsonText } from '../json-text.ts';
import type { MessageStyle } from '../problems.ts';
import type { FormatName } from '../renderer.ts';
import { type Listing, csvOf, listingMarkdown, listingText } from './listing.ts';
import { entryJson, entryText } from './ledger-text.ts';

/** New columns are added at the end only. */
const columns = [
  'number',
  'at',
  'kind',
  'entry_number',
  'entry_line',
  'id',
  'quota',
  'presented',
  'requested',
  'drawn',
  'total',
  'unit',
  'reverses',
  'reason',
] as const;

/** Entries of a ledger in one of the formats. */
export function logText(format: FormatName, entries: readonly LedgerEntry[], style: MessageStyle): string {
  switch (format) {
    case 'json':
      return `{\n  "version": 1,\n  "records": ${list(entries.map((one) => jsonText(entryJson(one))))}\n}\n`;
    case 'ndjson':
      return entries.map(entryText).join('');
    case 'csv':
      return csvOf(columns, entries.map(entryFields));
    case 'markdown':
      return listingMarkdown(listingOf(entries));
    default:
      return listingText(listingOf(entries), style);
  }
}

function entryFields(entry: LedgerEntry): readonly string[] {
  return isFigure(entry) ? fillFields(entry) : recordFields(entry);
}

/** What all importers drew stands where a drawdown has the total after it. */
function fillFields(fill: FillRecord): readonly string[] {
  const { number, at, kind, quota, asOf, quantity, percent, unit, source, reverses, reason } = fill;
  const [total, unitOfTotal] = percent === null ? [quantity ?? '', unit] : [percent, '%'];
  const taken = reverses === null ? '' : String(reverses);
  return [String(number), at, kind, '', '', '', quota, asOf, '', '', total, unitOfTotal, taken, reason ?? source ?? ''];
}

function recordFields(record: LedgerRecord): readonly string[] {
  return [
    String(record.number),
    record.at,
    record.kind,
    record.entry,
    record.entryLine,
    record.shipment,
    record.quota,
    record.presented,
    record.requested,
    record.drawn ?? '',
    record.total,
    record.unit,
    record.reverses === null ? '' : String(record.reverses),
    record.reason ?? '',
  ];
}

function listingOf(entries: readonly LedgerEntry[]): Listing {
  return {
    title: 'Drawdowns and published figures in the order they were recorded',
    none: 'No records to show.',
    columns: [
      { title: 'No.', align: 'right' },
      { title: 'Recorded (UTC)', align: 'left' },
      { title: 'Line', align: 'left' },
      { title: 'Quota, presented', align: 'left' },
      { title: 'Drew', align: 'right' },
      { title: 'Total', align: 'right' },
    ],
    rows: entries.map((entry) => [
      String(entry.number),
      entry.at.replace('T', ' ').replace(/:\d\dZ$/, ''),
      ...(isFigure(entry) ? [fillWords(entry), entry.quota, '', ''] : recordCells(entry)),
    ]),
  };
}

function recordCells(record: LedgerRecord): readonly string[] {
  return [
    lineWords(record),
    `${record.quota}, ${record.presented}`,
    drewWords(record),
    printedQuantity(record.total, record.unit),
  ];
}

function fillWords(fill: FillRecord): string {
  const words = `published: ${figureWords(fill)}`;
  return fill.reason === null ? words : `${words}; takes back ${fill.reverses ?? ''}: ${fill.reason}`;
}

function lineWords(record: LedgerRecord): string {
  const words = keyWords(record);
  return record.reason === null ? words : `${words}; reverses ${record.reverses ?? ''}: ${record.reason}`;
}

function drewWords({ kind, drawn, requested, unit }: LedgerRecord): string {
  const sign = kind === 'reversal' ? '-' : '';
  if (drawn === null) return `${sign}${printedQuantity(requested, unit)} asked`;
  return sign + printedQuantity(drawn, unit) + (drawn === requested ? '' : ` of ${printedQuantity(requested, unit)}`);
}
