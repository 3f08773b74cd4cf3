import { unitPrinted } from '../../customs/unit.ts';
import { cleanRateText } from '../rate-clean.ts';
import { readUnit } from '../rate-measure.ts';

/** Spellings of exports that no rate uses, by their letters alone. */
const spellings: Readonly<Record<string, string>> = { dzpcs: 'doz', jwls: 'jewel', grlines: 'line/gross' };

/**
 * The units of a line as rates print them: `prs.` → `pr.`, `m²` → `m2`, `No. and kg` → `No.`, `kg`. What no rate is laid on
 * (`Cu kg`, `doses`) stays as it is; empty ones vanish.
 */
export function normalUnits(raw: readonly string[]): readonly string[] {
  const names = raw.flatMap((text) => (cleanRateText(text)?.text ?? '').split(' and ')).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== '').map(normalUnit))];
}

function normalUnit(name: string): string {
  const unit = readUnit(spellings[name.toLowerCase().replaceAll(/[^a-z]/g, '')] ?? name);
  return unit === undefined ? name : unitPrinted(unit);
}
