import type { QuotaTier } from '../customs/entry-line.ts';
import { ok } from '../exact/result.ts';
import { closest } from '../exact/suggest.ts';
import { type Field, fault, trimField } from './field.ts';

const tiers: ReadonlyMap<string, QuotaTier> = new Map([
  ...['in-quota', 'in', 'inquota', 'within-quota', 'within'].map((word) => [word, 'in-quota'] as const),
  ...['over-quota', 'over', 'overquota', 'out-of-quota', 'above-quota'].map((word) => [word, 'over-quota'] as const),
]);

/** The tier customs accepted: `in-quota` or `over-quota`, in any case, with a dash, a blank or an underscore. */
export function parseQuotaTier(text: string): Field<QuotaTier> {
  const tier = tiers.get(
    trimField(text)
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, '-'),
  );
  return tier ? ok(tier) : fault(text, 'is not a quota tier', 'in-quota or over-quota');
}

const answers: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'true', '1'].map((word) => [word, true] as const),
  ...['no', 'n', 'false', '0'].map((word) => [word, false] as const),
]);

export function parseYesNo(text: string): Field<boolean> {
  const answer = answers.get(trimField(text).toLowerCase());
  return answer === undefined ? fault(text, 'is neither yes nor no', 'yes or no') : ok(answer);
}

/** One of the choices, as the list spells it; case is ignored. */
export function parseChoice(text: string, choices: readonly string[]): Field<string> {
  const trimmed = trimField(text).toLowerCase();
  const choice = choices.find((candidate) => candidate.toLowerCase() === trimmed);
  if (choice !== undefined) return ok(choice);
  const near = closest(trimmed, choices);
  return fault(text, `is not one of: ${choices.join(', ')}`, near === undefined ? null : `${near}?`);
}
