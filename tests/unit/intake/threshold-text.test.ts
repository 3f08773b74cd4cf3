import { describe, expect, test } from 'vitest';
import { startWatch } from '../../../src/assess/thresholds.ts';
import { answerMeasures } from '../../../src/customs/threshold.ts';
import { Decimal } from '../../../src/exact/decimal.ts';
import { parseCondition, parseLimit } from '../../../src/intake/threshold-text.ts';
import { breachWords } from '../../../src/present/threshold-words.ts';
import { style } from '../../support/nouns.ts';

describe('parseLimit', () => {
  test.each([
    ['50000', '50000', 'amount', 'run'],
    ['$50,000.00', '50000', 'amount', 'run'],
    ['-1,000', '-1000', 'amount', 'run'],
    ['5%', '5', 'percent', 'run'],
    ['.5 %', '0.5', 'percent', 'run'],
    ['-5% per line', '-5', 'percent', 'line'],
    ['1000/line', '1000', 'amount', 'line'],
    ['+0', '0', 'amount', 'run'],
  ])('%s', (text, limit, unit, per) => {
    const read = parseLimit(text, text, 'change', '>');
    expect(read.ok && [read.value.limit.toFixed(), read.value.unit, read.value.per]).toEqual([limit, unit, per]);
  });

  test.each(['', 'x', '1e5', '5,00', '50.000,00', '5%%', '10 per month', '€5', '--5', 'Infinity'])(
    'refuses %j',
    (text) => {
      expect(parseLimit(text, text, 'change', '>').ok).toBe(false);
    },
  );
});

describe('parseCondition', () => {
  test.each([
    ['duty>50000', 'duty', '>'],
    ['TOTAL >= 10% per line', 'total', '>='],
    ['fees<1', 'fees', '<'],
    ['value <= 5', 'value', '<='],
    ['duty==0', 'duty', '='],
    ['duty = 0', 'duty', '='],
  ])('%s', (text, measure, relation) => {
    const read = parseCondition(text, text, answerMeasures);
    expect(read.ok && [read.value.measure, read.value.relation]).toEqual([measure, relation]);
  });

  test.each(['duty', '>5', 'duty>', 'duty<>5', 'duti>5', 'value>5%', 'change>5', 'duty>5 or fees>3'])(
    'refuses %j',
    (text) => expect(parseCondition(text, text, answerMeasures).ok).toBe(false),
  );
});

describe('a watch', () => {
  const figures = (duty: string | null): Parameters<ReturnType<typeof startWatch>['run']>[0] => ({
    amounts: { duty: duty === null ? null : new Decimal(duty) },
    whole: new Decimal(1000),
  });

  test.each([
    ['duty>250', '250.01', true],
    ['duty>250', '250', false],
    ['duty>=250', '250', true],
    ['duty<250', '250', false],
    ['duty<=250', '250', true],
    ['duty=250', '250.00', true],
    ['duty>25%', '250', false],
    ['duty>25%', '250.001', true],
    ['duty>0', null, false],
  ])('%s of %s: %s', (text, duty, isMet) => {
    const read = parseCondition(text, text, answerMeasures);
    const watch = startWatch(read.ok ? [read.value] : []);
    watch.run(figures(duty));
    expect(watch.breaches().length > 0).toBe(isMet);
  });

  test('names the first line and counts the others', () => {
    const read = parseCondition('duty>100 per line', "--fail-if 'duty>100 per line'", answerMeasures);
    const watch = startWatch(read.ok ? [read.value] : []);
    for (const [name, duty] of [
      ['a.csv:2', '100'],
      ['a.csv:3', '130'],
      ['a.csv:4', '200'],
    ] as const)
      watch.line({ name, place: null }, figures(duty));
    watch.run(figures('430'));
    expect(watch.breaches().map((breach) => breachWords(breach, style()))).toEqual([
      "--fail-if 'duty>100 per line': the duty of a.csv:3 is $130.00, $30.00 over $100.00; 1 more line meets it too",
    ]);
  });
});
