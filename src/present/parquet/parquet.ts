import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import type { ResultLine } from '../../customs/assessment.ts';
import { Decimal, decimal } from '../../exact/decimal.ts';
import { dayNumber } from '../../exact/iso-date.ts';
import { carriedColumns } from '../csv.ts';
import { type AddedColumn, defaultColumns } from '../csv-columns.ts';
import { type Renderer, type RunInfo, type Style, TooLarge } from '../rendering.ts';
import { isMoney, typedAnswer } from '../typed-row.ts';

/** So many lines are written together; memory holds no more. */
const groupSize = 20_000;

/** 18 digits are what 8 bytes hold. */
const moneyDigits = 18;
/** Values may have been converted, so they have more decimals; 38 digits are what most readers take. */
const value = { digits: 38, scale: 18, bytes: 16 };

type Column = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];
type Field = string | bigint | number | null;

/**
 * Parquet: the columns of the input as text as they were written, an empty field as null; ours as in CSV, amounts as exact decimals; then
 * `tariff_date` and `tariff_value`, the day and the value that duties were laid on. Throws {@link TooLarge} for an amount that does not fit.
 */
export function parquetRenderer(info: RunInfo, { rounding }: Style): Renderer<Uint8Array> {
  const scale = decimal(rounding.to).decimalPlaces();
  const carried = carriedColumns(info, (amount) => amount.toFixed());
  const { added = defaultColumns } = info;
  const schema = schemaOf(carried.names, added, scale);
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: `tariff ${info.toolVersion}` });
  let held: (readonly Field[])[] = [];
  const take = (): Uint8Array => {
    const taken = bytes.getBytes().slice();
    bytes.index = 0;
    return taken;
  };
  const writeGroup = (): void => {
    if (held.length === 0) return;
    const columnData = schema
      .slice(1)
      .map(({ name }, at) => ({ name, data: held.map((fields) => fields[at] ?? null) }));
    void writer.write({ columnData, rowGroupSize: held.length });
    held = [];
  };
  return {
    head: take,
    lines: (batch) => {
      for (const line of batch) {
        held.push([...carried.fields(line).map((field) => (field === '' ? null : field)), ...ours(line, added, scale)]);
        if (held.length === groupSize) writeGroup();
      }
      return take();
    },
    tail: () => {
      writeGroup();
      void writer.finish();
      return take();
    },
  };
}

function schemaOf(carried: readonly string[], added: readonly AddedColumn[], scale: number): Column[] {
  const text = (name: string): Column => ({
    name,
    type: 'BYTE_ARRAY',
    converted_type: 'UTF8',
    repetition_type: 'OPTIONAL',
  });
  const money = (name: string): Column => ({
    name,
    type: 'INT64',
    converted_type: 'DECIMAL',
    precision: moneyDigits,
    scale,
    repetition_type: 'OPTIONAL',
  });
  const columns: Column[] = [
    ...carried.map(text),
    ...added.map((column) => (isMoney(column) ? money(column.title) : text(column.title))),
    { name: 'tariff_date', type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' },
    {
      name: 'tariff_value',
      type: 'FIXED_LEN_BYTE_ARRAY',
      type_length: value.bytes,
      converted_type: 'DECIMAL',
      precision: value.digits,
      scale: value.scale,
      repetition_type: 'OPTIONAL',
    },
  ];
  return [{ name: 'root', num_children: columns.length }, ...columns];
}

function ours(line: ResultLine, added: readonly AddedColumn[], scale: number): readonly Field[] {
  const answer = typedAnswer(line, added).map((cell): Field => {
    if (cell === null || cell.kind === 'date') return null;
    return cell.kind === 'text' ? cell.text : whole(new Decimal(cell.digits), scale, moneyDigits);
  });
  if (line.kind === 'invalid') return [...answer, null, null];
  const { date, value: entered } = line.line;
  return [...answer, dayNumber(date) - epoch, whole(entered, value.scale, value.digits)];
}

/** Days are counted from the first of 1970 on, which is day 719,163 of the calendar. */
const epoch = 719_163;

/** The amount in units of its last decimal place. */
function whole(amount: Decimal, scale: number, digits: number): bigint {
  const units = amount.times(new Decimal(10).pow(scale));
  if (!units.isInteger() || units.abs().gte(new Decimal(10).pow(digits)))
    throw new TooLarge(
      `${amount.toFixed()} does not fit into a decimal of ${digits} digits, ${scale} of them decimals`,
    );
  return BigInt(units.toFixed());
}
