import { type CommodityCode, commodityCode, printCode } from '../customs/commodity-code.ts';
import type { CodeRule } from '../customs/jurisdiction.ts';
import { ok } from '../exact/result.ts';
import { type Field, fault, trimField } from './field.ts';

/** A commodity code of a length the jurisdiction takes; dots, blanks and dashes between the digits mean nothing. */
export function parseCode(text: string, rule: CodeRule): Field<CommodityCode> {
  const trimmed = trimField(text);
  const digits = trimmed.replaceAll(/[.\s-]/g, '');
  const code = commodityCode(digits, rule);
  if (code !== undefined && !/^\d+\.0$/.test(trimmed)) return ok(code);
  const label = withArticle(rule.label);
  const asText = 'Format the column as text, or quote it.';
  if (/^\d+(?:[.,]\d+)?e\+?\d+$/i.test(trimmed)) {
    return fault(
      text,
      'was turned into scientific notation by a spreadsheet, which lost digits',
      `Restore the ${rule.label} and format the column as text.`,
    );
  }
  if (/^\d+\.0$/.test(trimmed)) {
    const whole = trimmed.slice(0, -2);
    const without = rule.lengths.includes(whole.length + 1) ? `0${whole}` : whole;
    return fault(text, 'was turned into a decimal number by a spreadsheet', `${printCode(without, rule)}? ${asText}`);
  }
  if (!/^\d+$/.test(digits)) return fault(text, `is not ${label}: digits and dots only`, sampleCode(rule));
  const count = `has ${digits.length} digit${digits.length === 1 ? '' : 's'}`;
  const firstGroup = /^\d+/.exec(trimmed)?.[0].length ?? 0;
  if (
    rule.lengths.includes(digits.length + 1) &&
    (firstGroup === digits.length || firstGroup < (rule.groups[0] ?? 0))
  ) {
    return fault(
      text,
      `${count}; a leading zero may have been lost in a spreadsheet`,
      `${printCode(`0${digits}`, rule)}? ${asText}`,
    );
  }
  return fault(text, `${count}; ${label} has ${rule.full}, or ${shorter(rule)} for an estimate`, null);
}

function shorter(rule: CodeRule): string {
  const lengths = rule.lengths.filter((length) => length !== rule.full).toSorted((a, b) => b - a);
  return lengths.length < 2 ? lengths.join('') : `${lengths.slice(0, -1).join(', ')} or ${lengths.at(-1)}`;
}

/** A hint that shows the grouping, not a real number. */
export function sampleCode(rule: CodeRule): string {
  return `Such as ${printCode('1234567890'.slice(0, rule.full), rule)}`;
}

/** "an HTS number", "a CN code". */
export function withArticle(label: string): string {
  return `${/^(?:[aeio]|H[A-Z])/.test(label) ? 'an' : 'a'} ${label}`;
}
