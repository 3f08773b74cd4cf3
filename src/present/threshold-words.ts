import type { Breach, Measure } from '../customs/threshold.ts';
import { printedMoney } from './amounts.ts';
import type { Style } from './rendering.ts';
import { safeText } from './safe-text.ts';

const named = {
  duty: 'the duty',
  fees: 'the fees',
  total: 'duty and fees',
  value: 'the entered value',
  change: 'the change in duty',
  before: 'the duty before',
  after: 'the duty after',
} satisfies Record<Measure, string>;

/** "--fail-over 5%: the change in duty of all lines is $25,000.00, $20,000.00 over $5,000.00": one line, which limit and by how much. */
export function breachWords({ threshold, name, amount, limit, others }: Breach, style: Style): string {
  const money = printedMoney(style);
  const of = name === null ? 'of all lines' : `of ${name}`;
  const distance = amount.minus(limit);
  const how = distance.isZero() ? 'exactly' : `${money(distance.abs())} ${distance.isNegative() ? 'under' : 'over'}`;
  const bound = threshold.unit === 'percent' ? `${money(limit)} (${threshold.limit.toFixed()}%)` : money(limit);
  const more = others === 0 ? '' : `; ${others} more ${others === 1 ? 'line meets' : 'lines meet'} it too`;
  return safeText(
    `${threshold.written}: ${named[threshold.measure]} ${of} is ${money(amount)}, ${how} ${bound}${more}`,
  );
}
