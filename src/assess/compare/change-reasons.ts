import type { DutyLine } from '../../customs/assessment.ts';
import type { ChangeReason } from '../../customs/comparison.ts';
import { zero } from '../../exact/decimal.ts';

/** Why a regime that charges a line on both sides charges it otherwise; empty: it does not. */
export function reasonsOf(before: readonly DutyLine[], after: readonly DutyLine[]): readonly ChangeReason[] {
  if (isLeftNothing(before) !== isLeftNothing(after)) return ['yields'];
  const reasons: ChangeReason[] = [];
  if (isRateNew(before, after)) reasons.push('rate');
  if (isBasisNew(before, after)) reasons.push('basis');
  if (isTierNew(before, after)) reasons.push('quota');
  if (headings(before) !== headings(after)) reasons.push('heading');
  return reasons;
}

function isLeftNothing(duties: readonly DutyLine[]): boolean {
  return duties.every(({ basisAmount }) => basisAmount.isZero());
}

/** Compared tier by tier: what another tier pays is the quota's doing. */
function isRateNew(before: readonly DutyLine[], after: readonly DutyLine[]): boolean {
  const known = new Set(before.map(({ tier }) => tier));
  return after.some(({ tier }) => known.has(tier) && rates(before, tier) !== rates(after, tier));
}

function rates(duties: readonly DutyLine[], tier: DutyLine['tier']): string {
  return listed(duties.filter((duty) => duty.tier === tier).map(({ charge, rate }) => `${charge} ${rate}`));
}

function isBasisNew(before: readonly DutyLine[], after: readonly DutyLine[]): boolean {
  return basis(before) !== basis(after);
}

/** Rates that are laid one upon the other share a basis, tiers divide it. */
function basis(duties: readonly DutyLine[]): string {
  const alike = new Map<string, { tiers: Set<DutyLine['tier']>; amount: DutyLine['basisAmount'] }>();
  for (const { basis: name, tier, basisAmount } of duties) {
    const found = alike.get(name) ?? { tiers: new Set(), amount: zero };
    if (!found.tiers.has(tier)) found.amount = found.amount.plus(basisAmount);
    found.tiers.add(tier);
    alike.set(name, found);
  }
  return listed([...alike].map(([name, { amount }]) => `${name} ${amount.toFixed()}`));
}

function isTierNew(before: readonly DutyLine[], after: readonly DutyLine[]): boolean {
  return tiers(before) !== tiers(after) && basis(before) === basis(after)
    ? true
    : tierNames(before) !== tierNames(after);
}

function tiers(duties: readonly DutyLine[]): string {
  return listed(duties.map(({ tier, basisAmount }) => (tier === null ? '' : `${tier} ${basisAmount.toFixed()}`)));
}

function tierNames(duties: readonly DutyLine[]): string {
  return listed([...new Set(duties.map(({ tier }) => tier ?? ''))]);
}

function headings(duties: readonly DutyLine[]): string {
  return listed([...new Set(duties.flatMap((duty) => duty.headings))]);
}

function listed(texts: readonly string[]): string {
  return texts.toSorted().join('\n');
}
