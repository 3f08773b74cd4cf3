import type { Problem } from '../../customs/problem.ts';
import type { Quota, QuotaLimit } from '../../customs/quota.ts';
import type { Schedule } from '../../customs/schedule.ts';
import type { Table } from '../../customs/table.ts';
import { firstDay } from '../../exact/iso-date.ts';
import { circleIn, prepareLaw } from '../law.ts';
import { checkCategories } from './categories.ts';
import { checkCompetition } from './competition.ts';
import { type Finding, findingIn, placeOf } from './finding.ts';

/** How strictly: in bundled tables a missing source is an error, in a user's a warning. */
export interface CheckOptions {
  readonly bundled: boolean;
}

/**
 * Looks at tables beyond their shape: ties, gaps, rates that can never apply, missing sources, days out of order, quotas whose
 * categories do not cover their goods exactly once, regimes that give way in a circle. Empty when all is well.
 */
export function checkLaw(schedule: Schedule, options: CheckOptions): readonly Problem[] {
  const law = prepareLaw(schedule);
  const findings = [...law.regimes, ...law.fees].flatMap((regime) => {
    const finding = findingIn(regime.table);
    return [
      ...checkNames(regime.table, finding),
      ...checkRates(regime.table, options, finding),
      ...checkCompetition(regime, schedule, finding),
      ...checkCategories(regime, schedule, finding),
    ];
  });
  const circle = circleIn(law);
  return circle ? [...findings, circle] : findings;
}

function checkNames(table: Table, finding: Finding): Problem[] {
  const seen = new Set<string>();
  return table.measures.flatMap((measure) => {
    const twice = seen.has(measure.id);
    seen.add(measure.id);
    return twice ? [finding('duplicate-id', 'error', placeOf(measure), `two measures are named "${measure.id}"`)] : [];
  });
}

function checkRates(table: Table, options: CheckOptions, finding: Finding): Problem[] {
  const findings: Problem[] = [];
  const uncited = options.bundled ? 'error' : 'warning';
  for (const measure of table.measures) {
    const place = placeOf(measure);
    for (const [index, rate] of measure.rates.entries()) {
      const next = measure.rates[index + 1];
      if (rate.citation === null)
        findings.push(
          finding(
            'missing-citation',
            uncited,
            `${place}.rates[${index}]`,
            `${rate.charge.printed.text}${rate.from === firstDay ? '' : ` from ${rate.from}`} has no citation`,
          ),
        );
      if (rate.charge.printed.rate.form === 'unsupported')
        findings.push(
          finding(
            'unsupported-rate',
            'warning',
            `${place}.rates[${index}]`,
            `"${rate.charge.printed.text}": ${rate.charge.printed.rate.reason}`,
          ),
        );
      if (!next) continue;
      if (next.from < rate.from)
        findings.push(
          finding(
            'dates-out-of-order',
            'warning',
            `${place}.rates[${index + 1}]`,
            `begins ${next.from}, before the rate above it (${rate.from})`,
          ),
        );
      if (rate.before !== null && next.from > rate.before)
        findings.push(finding('gap', 'warning', place, `no rate from ${rate.before} until ${next.from}`));
    }
  }
  for (const quota of Object.values(table.quotas)) {
    findings.push(...checkLimits(quota, finding));
    for (const [index, limit] of quota.limits.entries()) {
      if (limit.citation === null && quota.citation === null)
        findings.push(
          finding('missing-citation', uncited, `quotas.${quota.id}.limits[${index}]`, 'a limit has no citation'),
        );
    }
  }
  return findings;
}

/** Two limits of the same scope on the same day, of different amounts: nobody can say which holds. */
function checkLimits(quota: Quota, finding: Finding): Problem[] {
  const scope = (limit: QuotaLimit): string => JSON.stringify([limit.categories, limit.origin, limit.per]);
  return quota.limits.flatMap((limit, index) => {
    const other = quota.limits
      .slice(0, index)
      .find((one) => scope(one) === scope(limit) && one.amount !== limit.amount && overlap(one, limit));
    const words =
      other &&
      `${limit.amount ?? 'unknown'} here, ${other.amount ?? 'unknown'} above, for the same goods, origin and days`;
    return words
      ? [finding('ambiguous-limit', 'error', `quotas.${quota.id}.limits[${index}]`, words, 'Give each its own days.')]
      : [];
  });
}

function overlap(a: QuotaLimit, b: QuotaLimit): boolean {
  return (
    (a.before === null || b.from === null || b.from < a.before) &&
    (b.before === null || a.from === null || a.from < b.before)
  );
}
