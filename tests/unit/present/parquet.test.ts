import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import type { ResultLine } from '../../../src/customs/assessment.ts';
import { Decimal } from '../../../src/exact/decimal.ts';
import { parquetRenderer } from '../../../src/present/parquet/parquet.ts';
import { type RunInfo, TooLarge } from '../../../src/present/rendering.ts';
import { assessedLine, date, entryLine, invalidLine, money, runInfo, style, totals } from '../../support/nouns.ts';

const end = { totals: totals(), fileProblems: [], summary: null };

function file(batches: readonly (readonly ResultLine[])[], info: Partial<RunInfo> = {}): ArrayBuffer {
  const renderer = parquetRenderer(runInfo(info), style());
  const pieces = [renderer.head(), ...batches.map((batch) => renderer.lines(batch)), renderer.tail(end)];
  return new Uint8Array(Buffer.concat(pieces)).buffer;
}

function duty(amount: string): ResultLine {
  const sum = money(amount);
  return assessedLine({
    line: entryLine({ value: new Decimal('1234567890.0000000001'), date: date('2022-02-01') }),
    totals: { duty: sum, refundable: money('0'), fees: null, total: sum },
    row: { fields: ['=1', ''] },
  });
}

describe('parquet', () => {
  test('has the columns of the input as text, ours after them, and what they were read as', async () => {
    const [line] = await parquetReadObjects({ file: file([[duty('250.13')]], { columns: ['id', 'note'] }) });
    expect(line).toMatchObject({ id: '=1', note: null, tariff_status: 'assessed', tariff_fees: null });
    expect(line?.['tariff_date']).toEqual(new Date('2022-02-01T00:00:00Z'));
  });

  test('has decimals, exact', () => {
    const { schema } = parquetMetadata(file([[duty('250.13')]]));
    const typeOf = (column: string): unknown => {
      const found = schema.find(({ name }) => name === column);
      return found && [found.type, found.converted_type, found.precision, found.scale];
    };
    expect(typeOf('tariff_duty')).toEqual(['INT64', 'DECIMAL', 18, 2]);
    expect(typeOf('tariff_value')).toEqual(['FIXED_LEN_BYTE_ARRAY', 'DECIMAL', 38, 18]);
  });

  test('keeps every cent of an amount that a floating number would not', () => {
    const cents = Buffer.alloc(8);
    cents.writeBigInt64LE(999_999_999_999_999_999n);
    expect(Buffer.from(file([[duty('9999999999999999.99')]])).includes(cents)).toBe(true);
    expect(Buffer.from(file([[duty('9999999999999999.98')]])).includes(cents)).toBe(false);
  });

  test('has null for what is no line, and says why', async () => {
    const [line] = await parquetReadObjects({ file: file([[invalidLine()]]) });
    expect(line).toMatchObject({ tariff_status: 'invalid', tariff_duty: null, tariff_value: null, tariff_date: null });
  });

  test('of many lines is written in groups', async () => {
    const many = Array.from({ length: 45_001 }, () => duty('1.00'));
    const bytes = file([many.slice(0, 7), many.slice(7)], { columns: ['id', 'note'] });
    expect(parquetMetadata(bytes).row_groups.map(({ num_rows: rows }) => Number(rows))).toEqual([20_000, 20_000, 5001]);
  });

  test('of none is a file too', async () => {
    expect(await parquetReadObjects({ file: file([[]]) })).toEqual([]);
  });

  test('has no room for an amount beyond its digits', () => {
    expect(() => file([[duty('99999999999999999.99')]])).toThrow(TooLarge);
  });
});
