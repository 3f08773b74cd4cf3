import type { DeclaredTexts, NewRecord } from '../../src/customs/ledger-record.ts';
import { Decimal, plainText } from '../../src/exact/decimal.ts';

const declared: DeclaredTexts = { hts: '7208101500', origin: 'DE', date: '2022-02-01', value: '1000' };

/** A draw on a quota period, all of what was asked unless told otherwise. */
export function draw(
  shipment: string,
  requested: string,
  rest: Partial<Omit<NewRecord, 'drawn' | 'limit'>> & {
    readonly drawn?: string | null;
    readonly limit?: string | null;
  } = {},
): NewRecord {
  const exact = (text: string | null): NewRecord['limit'] => (text === null ? null : plainText(new Decimal(text)));
  return {
    kind: 'draw',
    entry: '',
    entryLine: '',
    shipment,
    quota: 'pot/DE/2022',
    year: null,
    unit: 'kg',
    requested: plainText(new Decimal(requested)),
    yearLimit: null,
    from:
      rest.drawn === null
        ? null
        : { found: null, left: null, prorated: false, given: false, mayHoldMore: false, published: null },
    presented: '2022-02-01',
    declared: { ...declared, weight_kg: requested },
    reverses: null,
    reason: null,
    ...rest,
    drawn: rest.drawn === undefined ? plainText(new Decimal(requested)) : exact(rest.drawn),
    limit: exact(rest.limit ?? null),
  };
}
