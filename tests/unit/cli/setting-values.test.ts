import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromConfig, fromEnvironment, variableOf } from '../../../src/cli/setting-values.ts';
import { Stop } from '../../../src/cli/stop.ts';

const beside = join('..', 'law');

describe('a variable of the environment', () => {
  test.each([
    ['with', process.platform === 'win32' ? 'law;more' : 'law:more', ['law', 'more']],
    ['map', 'Ursprung=origin;Wert=value', ['Ursprung=origin', 'Wert=value']],
    ['map', 'columns.json', ['columns.json']],
    ['facts', 'mode=vessel;cast_country=JP;', ['mode=vessel', 'cast_country=JP']],
    ['fxTable', 'rates.csv', ['rates.csv']],
    ['format', 'csv', ['csv']],
  ] as const)('for %s: %s', (key, text, values) => {
    const from = variableOf(key);
    expect(fromEnvironment(key, { [from]: text })).toEqual({ values, from });
  });

  test('that is empty says nothing', () => expect(fromEnvironment('ledger', { TARIFF_LEDGER: '' })).toBeNull());

  test.each([
    ['facts', 'vessel'],
    ['facts', 'mode='],
    ['format', 'xlsx'],
  ] as const)('for %s that cannot be used stops the run: %s', (key, text) => {
    expect(() => fromEnvironment(key, { [variableOf(key)]: text })).toThrow(Stop);
  });
});

describe('a config', () => {
  const file = join('..', 'tariff.config.json');

  test.each([
    ['with', { with: 'law' }, [beside]],
    ['tables', { tables: ['law', 'more'] }, [beside, join('..', 'more')]],
    ['map', { map: { Ursprung: 'origin' } }, ['Ursprung=origin']],
    ['map', { map: 'columns.json' }, [join('..', 'columns.json')]],
    ['facts', { facts: { mode: 'vessel', certificate_of_origin: false } }, ['mode=vessel', 'certificate_of_origin=no']],
    ['columns', { columns: 'tariff_duty' }, ['tariff_duty']],
  ] as const)('for %s: %j', (key, config, values) => {
    expect(fromConfig(key, structuredClone(config) as object, file)).toEqual({ values, from: `${file}: ${key}` });
  });

  test('without the key says nothing', () => expect(fromConfig('ledger', {}, file)).toBeNull());
});
