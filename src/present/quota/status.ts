import type { PublishedBalance, QuotaBalance } from '../../customs/quota-balance.ts';
import { type Decimal, plainText } from '../../exact/decimal.ts';
import { printedQuantity } from '../amounts.ts';
import { list, tableJson } from '../json.ts';
import { jsonText } from '../json-text.ts';
import { citationJson } from '../trace-json.ts';
import type { MessageStyle } from '../problems.ts';
import type { FormatName } from '../renderer.ts';
import type { RunTable } from '../rendering.ts';
import { type Listing, csvOf, listingMarkdown, listingText } from './listing.ts';
import type { OutputQuotaBalance } from './quota-shape.ts';

/** New columns are added at the end only. */
const columns = [
  'quota',
  'title',
  'unit',
  'limit',
  'drawn',
  'left',
  'year',
  'year_limit',
  'year_drawn',
  'draws',
  'presented',
  'rollover',
  'published',
  'published_as_of',
  'published_source',
  'binds',
  'beyond_limit',
] as const;

/** Balances in one of the formats. */
export function statusText(
  format: FormatName,
  balances: readonly QuotaBalance[],
  tables: readonly RunTable[],
  style: MessageStyle,
): string {
  switch (format) {
    case 'json':
      return `{\n  "version": 1,\n  "tables": ${list(tables.map((one) => jsonText(tableJson(one))))},\n  "quotas": ${list(balances.map((one) => jsonText(balanceJson(one))))}\n}\n`;
    case 'ndjson':
      return balances.map((one) => `${jsonText(balanceJson(one))}\n`).join('');
    case 'csv':
      return csvOf(columns, balances.map(balanceFields));
    case 'markdown':
      return listingMarkdown(listingOf(balances, style));
    default:
      return listingText(listingOf(balances, style), style);
  }
}

function balanceJson(balance: QuotaBalance): OutputQuotaBalance {
  const { year } = balance;
  return {
    quota: balance.quota,
    title: balance.title,
    unit: balance.unit,
    limit: textOf(balance.limit),
    given: balance.given !== null,
    drawn: plainText(balance.drawn),
    left: textOf(balance.left),
    rollover: textOf(balance.carried),
    published: balance.published && publishedJson(balance.published),
    year: year && { quota: year.quota, limit: plainText(year.limit), drawn: plainText(year.drawn) },
    citation: balance.citation && citationJson(balance.citation),
    draws: balance.draws,
    presented: balance.presented,
    beyond: textOf(balance.beyond),
    givenAsOf: balance.given?.asOf ?? null,
  };
}

function publishedJson({ figure, quantity, binds, age }: PublishedBalance): OutputQuotaBalance['published'] {
  const { asOf, percent, source } = figure;
  return { asOf, percent, quantity: textOf(quantity), source, binds, age };
}

function balanceFields(balance: QuotaBalance): readonly string[] {
  const { year } = balance;
  return [
    balance.quota,
    balance.title,
    balance.unit,
    textOf(balance.limit) ?? '',
    plainText(balance.drawn),
    textOf(balance.left) ?? '',
    year?.quota ?? '',
    year ? plainText(year.limit) : '',
    year ? plainText(year.drawn) : '',
    String(balance.draws),
    balance.presented ?? '',
    textOf(balance.carried) ?? '',
    balance.published ? (textOf(balance.published.quantity) ?? '') : '',
    balance.published?.figure.asOf ?? '',
    balance.published?.figure.source ?? '',
    balance.published === null ? '' : balance.published.binds ? 'published' : 'own',
    textOf(balance.beyond) ?? '',
  ];
}

function textOf(amount: Decimal | null): string | null {
  return amount === null ? null : plainText(amount);
}

/** A bar is drawn where the other columns leave room for it. */
const barRoom = 90;

function listingOf(balances: readonly QuotaBalance[], { width }: MessageStyle): Listing {
  const amount = (value: Decimal | null, unit: string): string =>
    value === null ? 'not known' : printedQuantity(plainText(value), unit);
  const isPublished = balances.some(({ published }) => published !== null);
  const isWide = width >= (isPublished ? barRoom + 30 : barRoom);
  return {
    title: 'Quota balances',
    none: 'No quota period to show: the ledger holds none, or none of that origin and period.',
    columns: [
      { title: 'Quota', align: 'left' },
      { title: 'Limit', align: 'right' },
      { title: 'Drawn', align: 'right' },
      ...(isPublished ? [{ title: 'Published', align: 'left' } as const] : []),
      { title: 'Left', align: 'right' },
      ...(isWide ? [{ title: '', align: 'left' } as const] : []),
    ],
    rows: balances.map((balance) => [
      balance.quota,
      limitWords(balance, amount(balance.limit, balance.unit)),
      amount(balance.drawn, balance.unit),
      ...(isPublished ? [balance.published ? publishedWords(balance.published, balance.unit) : ''] : []),
      leftWords(balance, amount(balance.left, balance.unit)),
      ...(isWide ? [bar(balance)] : []),
    ]),
  };
}

/** "100,000 kg (given)", "660,000 kg (100,000 kg left on 2022-02-14)" */
function limitWords({ given, unit }: QuotaBalance, limit: string): string {
  if (given === null) return limit;
  return given.asOf === null
    ? `${limit} (given)`
    : `${limit} (${printedQuantity(plainText(given.amount), unit)} left on ${given.asOf})`;
}

/** "0 kg (70,000 kg beyond the limit)" */
function leftWords({ beyond, unit }: QuotaBalance, left: string): string {
  return beyond === null || beyond.isZero()
    ? left
    : `${left} (${printedQuantity(plainText(beyond), unit)} beyond the limit)`;
}

/** "87% on 2022-02-14, 12 days ago; it binds" */
function publishedWords({ figure, binds, age }: PublishedBalance, unit: string): string {
  const { asOf, percent, quantity } = figure;
  const what = percent === null ? printedQuantity(quantity ?? '', unit) : `${percent}%`;
  const ago = age < 0 ? '' : age === 1 ? ', a day ago' : `, ${age} days ago`;
  return `${what} on ${asOf}${ago}${binds ? '; it binds' : ''}`;
}

const barWidth = 12;

/** "████░░░░░░░░ 33%": full only when nothing is left, empty only when nothing is drawn. */
function bar({ limit, drawn, left }: QuotaBalance): string {
  if (limit === null || left === null || limit.isZero()) return '';
  if (left.isZero()) return `${'█'.repeat(barWidth)} full`;
  const share = limit.minus(left).div(limit);
  const blocks = Math.min(barWidth - 1, Math.max(drawn.isZero() ? 0 : 1, Math.floor(share.times(barWidth).toNumber())));
  return `${'█'.repeat(blocks)}${'░'.repeat(barWidth - blocks)} ${share.times(100).floor().toFixed()}%`;
}
