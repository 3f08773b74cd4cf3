import { expect, test } from 'vitest';
import { parseChoice, parseQuotaTier, parseYesNo } from '../../../src/intake/choice-field.ts';

test.each([
  ['in-quota', 'in-quota'],
  ['In Quota', 'in-quota'],
  ['in_quota', 'in-quota'],
  ['in', 'in-quota'],
  ['within quota', 'in-quota'],
  ['OVER-QUOTA', 'over-quota'],
  ['over', 'over-quota'],
  ['out of quota', 'over-quota'],
])('%j is the tier %s', (text, tier) => {
  expect(parseQuotaTier(text)).toEqual({ ok: true, value: tier });
});

test('another tier is refused', () => {
  expect(parseQuotaTier('none')).toEqual({
    ok: false,
    error: { message: '"none" is not a quota tier', hint: 'in-quota or over-quota' },
  });
});

test.each([
  ['yes', true],
  ['Y', true],
  ['TRUE', true],
  ['1', true],
  ['no', false],
  ['n', false],
  ['False', false],
  ['0', false],
])('%j is %s', (text, answer) => {
  expect(parseYesNo(text)).toEqual({ ok: true, value: answer });
});

test.each(['maybe', 'x', '2', 'yess'])('%j is neither yes nor no', (text) => {
  expect(parseYesNo(text)).toEqual({
    ok: false,
    error: { message: `"${text}" is neither yes nor no`, hint: 'yes or no' },
  });
});

test('a choice is read as the list spells it; a misspelt one is named', () => {
  expect(parseChoice('VESSEL', ['vessel', 'air'])).toEqual({ ok: true, value: 'vessel' });
  expect(parseChoice('vesel', ['vessel', 'air'])).toEqual({
    ok: false,
    error: { message: '"vesel" is not one of: vessel, air', hint: 'vessel?' },
  });
  expect(parseChoice('bus', ['vessel', 'air'])).toEqual({
    ok: false,
    error: { message: '"bus" is not one of: vessel, air', hint: null },
  });
});
