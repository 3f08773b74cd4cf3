import { type Unit, baseUnit, unitMakes, unitPlural, unitPrinted } from '../customs/unit.ts';
import type { Decimal } from '../exact/decimal.ts';
import { ok } from '../exact/result.ts';
import { parseAmount, plainAmount } from './amount-field.ts';
import { type Field, fault, trimField } from './field.ts';
import { readUnit } from './rate-measure.ts';

/** A quantity of zero or more in the column's unit, exact: `1200`, `1,200 liters`, `12 hl`. Without a unit: the column's own. */
export function parseQuantity(text: string, unit: Unit): Field<Decimal> {
  const usual = plainAmount(text);
  if (usual) return ok(usual);
  const trimmed = trimField(text);
  const number = /^[\d.,]*/.exec(trimmed)?.[0] ?? '';
  const named = trimmed.slice(number.length).trim();
  const given = named === '' ? undefined : readUnit(named);
  // `1e9` and the like are no numbers with units: the reader of numbers says what they are.
  if (number === '' || (given === undefined && !/^[a-z][a-z. ]*$/i.test(named))) return parseAmount(trimmed, text);
  if (given === undefined || baseUnit(given) !== baseUnit(unit))
    return fault(
      text,
      `has the unit "${named}"; this column is in ${unitPlural(unit)}`,
      `${number} ${unitPrinted(unit)}?`,
    );
  const amount = parseAmount(number, text);
  if (!amount.ok) return amount;
  const inUnit = amount.value.times(unitMakes(given)).div(unitMakes(unit));
  // A quotient of these units is a short decimal, or has no end.
  if (inUnit.decimalPlaces() <= 20) return ok(inUnit);
  return fault(text, `is no round number of ${unitPlural(unit)}`, `Declare it in ${unitPlural(given)}.`);
}
