import type { FactValue } from '../customs/entry-line.ts';
import { ok } from '../exact/result.ts';
import { parsePercent } from './amount-field.ts';
import { type Field, fault, trimField } from './field.ts';
import { parseRate } from './rate-text.ts';

/** A rate as a schedule prints it: `2.5%`, `Free`, `3.4¢/kg + 2.5%`; a bare number is a percentage. */
export function parseRateField(raw: string): Field<FactValue> {
  const text = trimField(raw);
  const rate = parseRate(text);
  if (rate !== undefined && rate.form !== 'programs') return ok({ type: 'rate', printed: { text, rate } });
  const percent = parsePercent(text);
  if (!percent.ok) return fault(raw, 'is not a rate', 'As a schedule prints it: 2.5%, Free, 3.4¢/kg + 2.5%');
  const printed = `${percent.value.toFixed()}%`;
  return ok({ type: 'rate', printed: { text: printed, rate: parseRate(printed) ?? { form: 'unknown' } } });
}
