import type { SimpleRate, Unsupported } from '../customs/rate.ts';
import { type DecimalText, decimal, plainText } from '../exact/decimal.ts';
import { readCount, readFraction, readNumber } from './rate-number.ts';
import { readQuantityPart, readUnit, readValueParts } from './rate-measure.ts';

/** A term that is a rate, but not one that a line could be charged by. */
export interface OutOfReach {
  readonly form: 'out-of-reach';
  readonly why: Unsupported;
  readonly reason: string;
}

type Term = SimpleRate | OutOfReach | undefined;

const baseDuty =
  /^the (?:duty|rate|duty rate|rate of duty) provided (?:for )?in ((?:the applicable|such) (?:sub)?heading|(?:sub)?headings? [\d., or]+)$/i;
const component = /^(?:EAR?|AD ?(?:S\/?Z|F\/?M)R?)$/;
const percentage = /^(?:a duty of )?([\d. /-]+?) ?(?:%|per ?cent\b)(?: ad val(?:orem|\.))?(?: (?:on|of|upon) (.+))?$/i;
const money =
  /^(?:(?:US)?\$ ?([\d.]+)|([\d.]+) ?(?:¢|cents?\b)|([\d.]+) ?(€|£|(?!MIN|MAX)[A-Z][A-Z][A-Z]\b)|(€|£|(?!MIN|MAX)[A-Z][A-Z][A-Z]\b) ?([\d.]+))(.*)$/;
const currencies: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP' };

/** One term of a sum: `2.5%`, `8 1/3% on the case`, `$1.05/kg`, `3¢ each`, `35.10 EUR/100 kg`. Undefined where it is none. */
export function readTerm(text: string): Term {
  if (/^free$/i.test(text)) return { form: 'free' };
  const where = baseDuty.exec(text)?.[1];
  if (where !== undefined) return { form: 'base', where };
  if (component.test(text)) return outOfReach('component', `${text} is an amount that another list gives`);
  return readPercentage(text) ?? readSpecific(text);
}

function readPercentage(text: string): Term {
  const [, number = '', on] = percentage.exec(text) ?? [];
  const read = readFraction(number);
  if (read === undefined) return undefined;
  const rate = {
    form: 'ad-valorem',
    percent: read.number,
    ...(read.over === undefined ? {} : { over: read.over }),
  } as const;
  if (on === undefined) return rate;
  const parts = readValueParts(on);
  return parts ? { ...rate, on: parts } : outOfReach('part', `"${on}" has no value that a line declares`);
}

function readSpecific(text: string): Term {
  const [, dollars, cents, before, codeAfter, codeBefore, after, rest = ''] = money.exec(text) ?? [];
  const number = readNumber(dollars ?? cents ?? before ?? after ?? '');
  const divisor = readDivisor(rest);
  if (number === undefined || divisor === undefined) return undefined;
  const unit = readUnit(divisor.unit);
  if (unit === undefined)
    return outOfReach('unit', `a rate per ${divisor.unit} needs a quantity that lines cannot declare`);
  const parts = divisor.on === undefined ? undefined : readQuantityPart(divisor.on, unit);
  if (divisor.on !== undefined && !parts)
    return outOfReach('part', `"${divisor.on}" has no quantity that a line declares`);
  const code = codeAfter ?? codeBefore;
  return {
    form: 'specific',
    amount: cents === undefined ? number : plainText(decimal(number).div(100)),
    ...(code === undefined ? {} : { currency: currencies[code] ?? code }),
    per: divisor.per,
    unit,
    ...(parts ? { on: parts } : {}),
    ...(divisor.beyond === undefined ? {} : { beyond: divisor.beyond }),
  };
}

interface Divisor {
  readonly per: DecimalText;
  readonly unit: string;
  readonly on?: string;
  readonly beyond?: DecimalText;
}

/** `/100 kg on drained weight`, ` each`, `/jewel over 7`, ` per 1,000`. */
function readDivisor(text: string): Divisor | undefined {
  const lead = /^(?:\/| per | ?(?=each\b))/.exec(text)?.[0];
  if (lead === undefined) return undefined;
  const rest = text.slice(lead.length).replace(/(?<=\bkg)(?:\/net)? eda$/, ' on drained weight');
  const count = /^[\d,]+(?= |$)/.exec(rest)?.[0] ?? '';
  const named = rest.slice(count.length).trim();
  const per = readCount(count === '' ? '1' : count);
  if ((count === '' && named === '') || per === undefined) return undefined;
  const part = /,? (?:(?:on|of|upon) |(?=including ))/.exec(named);
  if (part) return { per, unit: named.slice(0, part.index), on: named.slice(part.index + part[0].length) };
  const [, unit = named, over = ''] = /^(.*) over (\d+)$/.exec(named) ?? [];
  const beyond = readNumber(over);
  return { per, unit, ...(beyond === undefined ? {} : { beyond }) };
}

function outOfReach(why: Unsupported, reason: string): OutOfReach {
  return { form: 'out-of-reach', why, reason };
}
