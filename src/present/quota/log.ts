import { type LedgerRecord, keyWords } from '../../customs/ledger-record.ts';
import { printedQuantity } from '../amounts.ts';
import { list } from '../json.ts';
import { jsonText } from '../json-text.ts';
import type { MessageStyle } from '../problems.ts';
import type { FormatName } from '../renderer.ts';
import { type Listing, csvOf, listingMarkdown, listingText } from './listing.ts';
import { recordJson, recordText } from './ledger-text.ts';

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

/** Records of a ledger in one of the formats. */
export function logText(format: FormatName, records: readonly LedgerRecord[], style: MessageStyle): string {
  switch (format) {
    case 'json':
      return `{\n  "version": 1,\n  "records": ${list(records.map((one) => jsonText(recordJson(one))))}\n}\n`;
    case 'ndjson':
      return records.map(recordText).join('');
    case 'csv':
      return csvOf(columns, records.map(recordFields));
    case 'markdown':
      return listingMarkdown(listingOf(records));
    default:
      return listingText(listingOf(records), style);
  }
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

function listingOf(records: readonly LedgerRecord[]): Listing {
  return {
    title: 'Drawdowns in the order they were recorded',
    none: 'No records to show.',
    columns: [
      { title: 'No.', align: 'right' },
      { title: 'Recorded (UTC)', align: 'left' },
      { title: 'Line', align: 'left' },
      { title: 'Quota, presented', align: 'left' },
      { title: 'Drew', align: 'right' },
      { title: 'Total', align: 'right' },
    ],
    rows: records.map((record) => [
      String(record.number),
      record.at.replace('T', ' ').replace(/:\d\dZ$/, ''),
      lineWords(record),
      `${record.quota}, ${record.presented}`,
      drewWords(record),
      printedQuantity(record.total, record.unit),
    ]),
  };
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
