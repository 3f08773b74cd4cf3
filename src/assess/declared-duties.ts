import type { DeclaredDuty } from '../customs/jurisdiction.ts';
import type { Schedule } from '../customs/schedule.ts';
import type { Table } from '../customs/table.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import { firstDay } from '../exact/iso-date.ts';
import { type Branch, blockedBy, emptyBranch, join } from './branch.ts';
import type { Candidate } from './candidate.ts';
import { type ChargeContext, about, chargeRate, wholeOf } from './charge.ts';
import { everyOrigin } from './origins.ts';
import { type Regime, prepareRegime } from './regime.ts';
import { stubMeasure } from './schedule-scopes.ts';

/** A duty whose rate lines declare themselves, made ready. */
export interface PreparedDeclared {
  readonly declared: DeclaredDuty;
  readonly regime: Regime;
}

/** Antidumping duties and their like: their rates are found case by case, and no table on hand holds them. */
export function prepareDeclared(schedule: Schedule): readonly PreparedDeclared[] {
  const onHand = new Set(schedule.tables.map(({ regime }) => regime));
  return schedule.jurisdiction.declaredDuties
    .filter(({ id }) => !onHand.has(id))
    .map((declared) => ({ declared, regime: prepareRegime(emptyTable(declared, schedule), schedule) }));
}

/** Lays every duty that the line declares the rate of, on its full value, beside all others. */
export function layDeclared(
  context: Omit<ChargeContext, 'regime' | 'valueLeft' | 'baseDuty'>,
  duties: readonly PreparedDeclared[],
  branch: Branch,
): Branch {
  return duties.reduce((laid, duty) => join(laid, chargeDeclared(context, duty)), branch);
}

function chargeDeclared(
  context: Omit<ChargeContext, 'regime' | 'valueLeft' | 'baseDuty'>,
  { declared, regime }: PreparedDeclared,
): Branch {
  const { line } = context;
  const fact = line.facts.get(declared.rate);
  if (fact?.type !== 'rate')
    return declared.case !== null && line.facts.has(declared.case) ? withoutRate(line, declared) : emptyBranch;
  const stub = stubMeasure('declared', { of: null, except: [] }, [{ from: firstDay, before: null }]);
  const [rate] = stub.rates;
  if (!rate) return emptyBranch;
  const source = `${declared.rate}, as declared${caseWords(line, declared)}`;
  const candidate: Candidate = {
    measure: { ...stub, title: `as declared in ${declared.rate}${caseWords(line, declared)}` },
    rate: { ...rate, charge: { kind: 'added', printed: fact.printed }, citation: { source, confidence: 'unverified' } },
    goodsWidth: 0,
    origins: everyOrigin,
    quota: null,
  };
  const whole = { ...context, regime, valueLeft: line.value, baseDuty: null };
  return chargeRate(whole, candidate, wholeOf(line), null, null);
}

/** The goods are said to fall under a case, so a duty without it would be too low. */
function withoutRate(line: EntryLine, { rate, case: name }: DeclaredDuty): Branch {
  const message = `a case is declared, and not its rate: what the duty comes to is not known`;
  return blockedBy(about({ line }, 'fact-undeclared', 'error', message, rate, `Declare ${rate} with ${name}: 12.5%.`));
}

function caseWords({ facts }: EntryLine, { case: name }: DeclaredDuty): string {
  const fact = name === null ? undefined : facts.get(name);
  return fact && 'text' in fact ? `, case ${fact.text}` : '';
}

function emptyTable({ id, title }: DeclaredDuty, { jurisdiction }: Schedule): Table {
  return {
    regime: id,
    title,
    jurisdiction: jurisdiction.id,
    role: 'additional',
    documentedFrom: null,
    documentedThrough: null,
    citation: null,
    lists: {},
    groups: {},
    facts: {},
    quotas: {},
    order: [],
    choices: [],
    measures: [],
    schedule: null,
    yields: [],
    covers: null,
    refund: null,
    ended: null,
    replaced: null,
    endings: [],
    amendings: [],
    source: { file: '', sha256: '', bundled: false, overlays: [] },
  };
}
