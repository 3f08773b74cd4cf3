import type { Measure, Threshold } from '../customs/threshold.ts';
import { decimal, decimalText } from '../exact/decimal.ts';
import { closest } from '../exact/suggest.ts';
import { ok } from '../exact/result.ts';
import { type Field, fault } from './field.ts';

const limitShape = /^(?<sign>[-−+]?)\s*\$?\s*(?<digits>[\d,]*\.?\d+)\s*(?<percent>%?)$/;

/** Measures that are told in percent of the entered value, or of what was due before. */
const ofSomething: ReadonlySet<Measure> = new Set(['duty', 'fees', 'total', 'change']);

/** `50000`, `$50,000.00`, `5%`, `-5% per line`: how far something may go. `written` is what a message quotes. */
export function parseLimit(
  text: string,
  written: string,
  measure: Measure,
  relation: Threshold['relation'],
): Field<Threshold> {
  const trimmed = text.trim();
  const line = /\s*(?:\/\s*|\bper\s+)line$/i.exec(trimmed);
  const parts = limitShape.exec(line ? trimmed.slice(0, line.index) : trimmed)?.groups;
  const digits = parts?.['digits'] ?? '';
  const grouped = !digits.includes(',') || /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits);
  const plain = digits.replaceAll(',', '');
  const amount = decimalText(plain.startsWith('.') ? `0${plain}` : plain);
  if (!parts || !grouped || amount === undefined)
    return fault(
      text,
      'is no limit',
      'An amount or a percentage, and where each line is meant, "per line": 50000, 5%, "5% per line".',
    );
  if (parts['percent'] === '%' && !ofSomething.has(measure))
    return fault(text, `is a percentage, and ${measure} is a part of nothing`, 'Give an amount.');
  const limit = decimal(amount);
  return ok({
    written,
    measure,
    relation,
    limit: parts['sign'] === '-' || parts['sign'] === '−' ? limit.negated() : limit,
    unit: parts['percent'] === '%' ? 'percent' : 'amount',
    per: line ? 'line' : 'run',
  });
}

/** `duty>50000`, `change >= 5% per line`. `measures`: what there is to look at. */
export function parseCondition(text: string, written: string, measures: readonly Measure[]): Field<Threshold> {
  const parts = /^\s*(?<measure>[a-z]+)\s*(?<relation>>=|<=|==?|>|<)\s*(?<limit>.+)$/i.exec(text)?.groups;
  if (!parts) return fault(text, 'is no condition', `Such as ${measures[0] ?? ''}>50000, with one of > >= < <= =`);
  const name = (parts['measure'] ?? '').toLowerCase();
  const measure = measures.find((one) => one === name);
  if (measure === undefined) {
    const near = closest(name, measures);
    return fault(text, `asks for "${name}"`, near ? `Did you mean ${near}?` : `One of ${measures.join(', ')}`);
  }
  const relation = (parts['relation'] === '==' ? '=' : parts['relation']) as Threshold['relation'];
  return parseLimit(parts['limit'] ?? '', written, measure, relation);
}
