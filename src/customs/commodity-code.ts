import type { Brand } from '../exact/brand.ts';
import type { CodeRule } from './jurisdiction.ts';

/** Digits, undotted: an HTS number in the United States, a CN code in the EU. */
export type CommodityCode = Brand<string, 'CommodityCode'>;

/** Undefined unless the text is digits of a length the jurisdiction takes. */
export function commodityCode(digits: string, rule: CodeRule): CommodityCode | undefined {
  return /^\d+$/.test(digits) && rule.lengths.includes(digits.length) ? (digits as CommodityCode) : undefined;
}

/** 7208101500 → 7208.10.15.00 */
export function printCode(digits: string, rule: CodeRule): string {
  const parts: string[] = [];
  let at = 0;
  for (const size of rule.groups) {
    if (at >= digits.length) break;
    parts.push(digits.slice(at, at + size));
    at += size;
  }
  return parts.join('.');
}
