import { describe, expect, test } from 'vitest';
import { verifyLedger } from '../../../src/assess/verify-ledger.ts';
import type { LedgerEntry, NewRecord } from '../../../src/customs/ledger-record.ts';
import type { FillRecord } from '../../../src/customs/published-fill.ts';
import { Decimal, plainText } from '../../../src/exact/decimal.ts';
import { firstDay, isoDate } from '../../../src/exact/iso-date.ts';
import { draw } from '../../support/ledger-lines.ts';

const at = '2026-03-01T08:30:00Z';

function found(...entries: readonly LedgerEntry[]): readonly string[] {
  return verifyLedger(entries, 'quota.db').map(({ message }) => message);
}

function record(number: number, total: string, one: NewRecord): LedgerEntry {
  return { ...one, number, at, total: plainText(new Decimal(total)), yearTotal: null };
}

function figure(number: number, percent: string, rest: Partial<FillRecord> = {}): FillRecord {
  return {
    kind: 'fill',
    number,
    at,
    quota: 'pot/DE/2022',
    asOf: isoDate('2022-02-14') ?? firstDay,
    quantity: null,
    percent: plainText(new Decimal(percent)),
    unit: 'kg',
    source: null,
    reverses: null,
    reason: null,
    ...rest,
  };
}

describe('a line beyond the limit', () => {
  const accepted = { ...draw('B', '1').declared, quota_tier: 'in-quota' };

  test('is found out, unless customs accepted it', () => {
    expect(found(record(1, '110', draw('A', '110', { limit: '100' })))).toEqual([
      'record 1: pot/DE/2022 held 100, and 110 is drawn',
    ]);
    expect(found(record(1, '110', draw('A', '110', { limit: '100', declared: accepted })))).toEqual([]);
  });

  test('that customs accepted counts in full', () => {
    const cut = draw('A', '110', { drawn: '100', limit: '100', declared: accepted });
    expect(found(record(1, '100', cut))).toEqual([
      'record 1: customs accepted all of 110 in quota, and 100 is recorded',
    ]);
  });
});

describe('a published figure', () => {
  const back = (number: number, rest: Partial<FillRecord> = {}): FillRecord =>
    figure(number, '87', { kind: 'fill-reversal', reverses: 1, reason: 'misread', ...rest });

  test('is taken back once, as it was', () => {
    expect(found(figure(1, '87'), back(2))).toEqual([]);
    expect(found(figure(1, '87'), back(2), back(3))).toEqual([
      'record 3: takes back record 1, which was taken back before',
    ]);
    expect(found(figure(1, '87'), back(2, { reverses: 5 }))).toEqual([
      'record 2: takes back record 5, which is no figure before it',
    ]);
    expect(found(figure(1, '86'), back(2))).toEqual(['record 2: is not the same as record 1, which it takes back']);
  });

  test('is no more than all', () => {
    expect(found(figure(1, '101'))).toEqual(['record 1: a figure is beyond 100%']);
  });
});
