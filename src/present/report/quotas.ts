import type { QuotaBalance } from '../../customs/quota-balance.ts';
import { Decimal, greatest, least, plainText, zero } from '../../exact/decimal.ts';
import { printedQuantity } from '../amounts.ts';
import { type BarRow, barTable, drawBar, shareOf } from './bar-table.ts';
import { type Markup, type Part, markup, nothingAtAll } from './markup.ts';
import type { ReportEnd, ReportQuota } from './report-shape.ts';
import { section } from './section.ts';
import { confidenceTag } from './confidence-tag.ts';
import { numberText } from './sums.ts';

/** As many periods are seen at once: the fullest. */
const mostQuotas = 15;
/** As many stand on the page at all. */
const mostListed = 200;

const columns = ['Full', 'These lines', 'All counted', 'Limit', 'Left'] as const;

/** How full each period is that lines asked for room in. */
export function quotasSection({ quotas }: ReportEnd): Markup {
  if (quotas.length === 0) return nothingAtAll;
  const sorted = quotas.toSorted(
    (a, b) => fullness(b.balance).cmp(fullness(a.balance)) || b.requested.cmp(a.requested),
  );
  const table = (of: readonly ReportQuota[], caption: string): Markup =>
    barTable({
      caption,
      first: 'Quota period',
      bars: 'How full, as a bar',
      columns,
      rows: of.map(quotaRow),
      look: 'quotas',
    });
  const others = sorted.slice(mostQuotas, mostListed);
  const unlisted = sorted.length - Math.min(sorted.length, mostListed);
  const more =
    others.length === 0
      ? nothingAtAll
      : markup`
<details><summary>${numberText(others.length)} more periods, less full or of unknown limit</summary>
${table(others, 'Other quota periods')}
</details>`;
  const rest = unlisted === 0 ? '' : ` ${numberText(unlisted)} more periods are not listed.`;
  return section(
    'quotas',
    'Quotas',
    markup`${table(sorted.slice(0, mostQuotas), 'Quota periods that the lines asked for room in')}${more}
<p class="key"><span class="swatch fill"></span> drawn by these lines <span class="swatch other"></span> counted besides: a ledger, a published figure, a given balance, or other periods of the year</p>
<p class="note">Other importers draw on the same quotas. What they drew is counted only where a published figure or a balance was given.${rest}</p>`,
  );
}

function quotaRow({ balance, lines, undecided, requested, drawn }: ReportQuota): BarRow {
  const { limit, left, unit } = balance;
  const quantity = (amount: Decimal): string => printedQuantity(plainText(amount), unit);
  const counted = countedOf(balance);
  const own = limit === null ? zero : least(drawn, counted ?? zero, limit);
  const shares =
    limit === null || counted === null
      ? null
      : ([
          ['fill', shareOf(own, limit)],
          ['other', shareOf(least(counted, limit).minus(own), limit)],
        ] as const);
  return {
    label: markup`<code>${balance.quota}</code> <span class="item aside">${titleOf(balance)}${numberText(lines)} ${lines === 1 ? 'line' : 'lines'}${undecided === 0 ? '' : `, ${numberText(undecided)} undecided`}</span>`,
    bar:
      shares === null
        ? markup`<svg class="stripe" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><path class="none" d="M0 5H100"/></svg>`
        : drawBar(shares),
    figures: [
      fullText(balance),
      undecided > 0 && drawn.isZero() ? `${quantity(requested)} asked` : quantity(drawn),
      counted === null ? '–' : quantity(counted),
      limitCell(balance, quantity),
      left === null ? '–' : quantity(left),
    ],
  };
}

function titleOf({ title, quota }: QuotaBalance): string {
  return title === quota ? '' : `${title}; `;
}

function limitCell({ limit, given, citation }: QuotaBalance, quantity: (amount: Decimal) => string): Part {
  if (limit === null) return 'not known';
  const how = given === null ? confidenceTag(citation?.confidence ?? null) : markup`<span class="tag">given</span>`;
  return markup`${quantity(limit)} ${how}`;
}

/** What counts on the period, perhaps more than its limit; null: that is not known. */
function countedOf({ limit, left, beyond }: QuotaBalance): Decimal | null {
  return limit === null || left === null ? null : greatest(zero, limit.minus(left)).plus(beyond ?? zero);
}

/** "62%", "no room" where the law gives none, or a dash: 100% only where nothing is left, more where customs accepted it, 0% only where nothing is counted. */
function fullText(balance: QuotaBalance): string {
  const { limit, left } = balance;
  const counted = countedOf(balance);
  if (limit === null || left === null || counted === null) return '–';
  if (limit.isZero()) return 'no room';
  if (left.isZero() && counted.lte(limit)) return '100%';
  const percent = counted.times(100).div(limit).toDecimalPlaces(1, Decimal.ROUND_DOWN);
  return counted.gt(0) && percent.isZero() ? 'under 0.1%' : `${percent.toFixed()}%`;
}

/** From nothing to one; less than nothing: not known. */
function fullness(balance: QuotaBalance): Decimal {
  const { limit } = balance;
  const counted = countedOf(balance);
  if (limit === null || counted === null) return new Decimal(-1);
  return limit.isZero() ? new Decimal(1) : counted.div(limit);
}
