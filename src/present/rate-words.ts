import type { AdValorem, DutyRate, SimpleRate, Specific, SumRate } from '../customs/rate.ts';
import { partWords } from '../customs/rate-part.ts';
import { unitPrinted } from '../customs/unit.ts';
import { type DecimalText, Decimal, decimal, groupedText, plainText } from '../exact/decimal.ts';
import { unreachable } from '../exact/unreachable.ts';

/** A rate in the schedule's own notation. Read again, it is the same rate. */
export function printRate(rate: DutyRate): string {
  switch (rate.form) {
    case 'unknown':
      return 'unknown';
    case 'no-change':
      return 'No change';
    case 'no-additional-duty':
      return 'No additional duty';
    case 'conditional-free':
      return /^see /i.test(rate.condition) ? `Free (${rate.condition})` : `Free, ${rate.condition}`;
    case 'bounded': {
      const least = rate.atLeast ? ` but not less than ${printSum(rate.atLeast)}` : '';
      const most = rate.atMost ? ` but not more than ${printSum(rate.atMost)}` : '';
      return `${printSum(rate.rate)}${least}${most}`;
    }
    case 'sugar-degrees': {
      const [amount, less, least] = [rate.amount, rate.less, rate.least].map((dollars) => `${inCents(dollars)}/kg`);
      return `${amount} less ${less} for each degree under 100 degrees (and fractions of a degree in proportion) but not less than ${least}`;
    }
    case 'programs':
      return rate.groups.map((group) => `${printRate(group.rate)} (${group.programs.join(',')})`).join(' ');
    case 'unsupported':
      return rate.text;
    default:
      return printSum(rate);
  }
}

function printSum(rate: SumRate): string {
  if (rate.form !== 'compound') return printTerm(rate);
  return rate.parts
    .map((part, place) => {
      const words = printTerm(part);
      if (place === 0) return words;
      return words.startsWith('-') ? `- ${words.slice(1)}` : `+ ${words}`;
    })
    .join(' ');
}

/** What is taken off begins with a minus sign. */
function printTerm(rate: SimpleRate): string {
  switch (rate.form) {
    case 'free':
      return 'Free';
    case 'base':
      return `The duty provided in ${rate.where}`;
    case 'ad-valorem':
      return `${percentText(rate)}%${onParts(rate)}`;
    case 'specific':
      return `${amountText(rate)}${perText(rate)}${onParts(rate)}${rate.beyond === undefined ? '' : ` over ${rate.beyond}`}`;
    default:
      return unreachable(rate);
  }
}

/** "2.5", "8 1/3". */
function percentText({ percent, over }: AdValorem): string {
  if (over === undefined) return percent;
  const amount = decimal(percent).abs();
  const whole = amount.div(over).floor();
  const rest = `${amount.minus(whole.times(over)).toFixed()}/${over}`;
  return `${percent.startsWith('-') ? '-' : ''}${whole.isZero() ? rest : `${whole.toFixed()} ${rest}`}`;
}

function amountText({ amount, currency }: Specific): string {
  if (currency !== undefined) return `${amount} ${currency}`;
  if (decimal(amount).abs().lt(1)) return inCents(amount);
  return amount.startsWith('-') ? `-$${amount.slice(1)}` : `$${amount}`;
}

function perText({ per, unit }: Specific): string {
  if (unit === 'no') return per === '1' ? ' each' : `/${groupedText(per)}`;
  return `/${per === '1' ? '' : `${groupedText(per)} `}${unitPrinted(unit)}`;
}

function onParts({ form, on }: AdValorem | Specific): string {
  if (on === undefined) return '';
  const the = form === 'ad-valorem' ? 'the ' : '';
  return ` on ${the}${on.map(partWords).join(' and ')}`;
}

function inCents(amount: DecimalText): string {
  return `${plainText(new Decimal(amount).times(100))}¢`;
}
