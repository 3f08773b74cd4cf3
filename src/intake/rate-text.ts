import type { DutyRate, SimpleRate } from '../customs/rate.ts';
import { Decimal, decimal, decimalText, plainText } from '../exact/decimal.ts';

const adValorem = /^(\d+(?:\.\d+)?)\s*%$/;
const dollars = /^\$\s*(\d+(?:\.\d+)?)\s*\/\s*(?:(\d+(?:\.\d+)?)\s*)?([a-z]+\.?)$/i;
const cents = /^(\d+(?:\.\d+)?)\s*¢\s*\/\s*(?:(\d+(?:\.\d+)?)\s*)?([a-z]+\.?)$/i;

/** Kilograms in one unit of mass, exact. */
const kilograms: ReadonlyMap<string, Decimal> = new Map([
  ['kg', new Decimal('1')],
  ['t', new Decimal('1000')],
  ['g', new Decimal('0.001')],
  ['lb', new Decimal('0.45359237')],
]);

/**
 * Reads a rate as the schedule prints it: `Free`, `25%`, `$1.05/kg`, `3.4¢/kg + 2.5%`, `unknown`. Undefined where the text
 * is no rate. Specific rates are kept per kilogram, the one quantity a line declares so far; another unit is `unsupported`.
 */
export function parseRate(text: string): DutyRate | undefined {
  const trimmed = text.trim();
  if (/^unknown$/i.test(trimmed)) return { form: 'unknown' };
  const parts = trimmed.split('+').map((part) => parseSimple(part.trim()));
  if (parts.some((part) => part === undefined)) return undefined;
  const unsupported = parts.find((part) => part?.form === 'unsupported');
  if (unsupported) return unsupported;
  const simple = parts as SimpleRate[];
  return simple.length === 1 ? simple[0] : { form: 'compound', parts: simple };
}

function parseSimple(text: string): SimpleRate | { form: 'unsupported'; reason: string } | undefined {
  if (/^free$/i.test(text)) return { form: 'free' };
  const percent = decimalText(adValorem.exec(text)?.[1] ?? '');
  if (percent !== undefined) return { form: 'ad-valorem', percent };
  const inDollars = dollars.exec(text);
  const inCents = inDollars ? null : cents.exec(text);
  const [, number = '', per = '1', unit = ''] = inDollars ?? inCents ?? [];
  const amount = decimalText(number);
  const count = decimalText(per);
  if (amount === undefined || count === undefined || decimal(count).isZero()) return undefined;
  const mass = kilograms.get(unit.toLowerCase().replace('.', ''));
  if (mass === undefined)
    return { form: 'unsupported', reason: `a rate per ${unit} needs a quantity that lines cannot declare yet` };
  return {
    form: 'specific',
    amount: plainText(inCents ? decimal(amount).div(100) : decimal(amount)),
    per: plainText(decimal(count).times(mass)),
    unit: 'kg',
  };
}
