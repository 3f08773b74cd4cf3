import { describe, expect, test } from 'vitest';
import { type DecimalSign, withDecimals } from '../../../src/intake/decimal-sign.ts';
import { entryContext } from '../../../src/intake/entry-context.ts';
import type { Field } from '../../../src/intake/field.ts';
import type { Decimal } from '../../../src/exact/decimal.ts';
import { facts, law } from './law.ts';

const context = entryContext(law);

function shown(field: Field<Decimal>): string {
  return field.ok ? field.value.toFixed() : 'refused';
}

function value(sign: DecimalSign, text: string): string {
  return shown(withDecimals(context, facts, sign).amountsIn(null).value(text));
}

describe('an amount', () => {
  test.each([
    ['1000', '1000', '1000', '1000'],
    ['1.234,56', 'refused', '1234.56', 'refused'],
    ['1234,5', 'refused', '1234.5', 'refused'],
    ['1234.5', '1234.5', 'refused', '1234.5'],
    ['1,234.56', '1234.56', 'refused', '1234.56'],
    ['1.000', '1', '1000', 'refused'],
    ['1,000', '1000', '1', 'refused'],
    ['0,500', 'refused', '0.5', 'refused'],
    ['0.500', '0.5', 'refused', '0.5'],
    ['1,234,567', '1234567', 'refused', '1234567'],
    ['1.234.567', 'refused', '1234567', 'refused'],
    ['$ 1.000,00', 'refused', '1000', 'refused'],
  ])('%s: point %s, comma %s, unsure %s', (text, point, comma, unsure) => {
    expect([value('point', text), value('comma', text), value('unsure', text)]).toEqual([point, comma, unsure]);
  });

  test('with a unit, or of a fact, is read alike', () => {
    const comma = withDecimals(context, facts, 'comma');
    expect(shown(comma.weight('1.250,5 kg'))).toBe('1250.5');
    expect(shown(withDecimals(context, facts, 'unsure').weight('1.250 kg'))).toBe('refused');
    expect(comma.amountsIn(null).facts.get('us_metal_share')?.('12,5%')).toMatchObject({ ok: true });
  });
});
