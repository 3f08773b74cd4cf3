import type { Balances } from '../assess/balances.ts';
import type { Law } from '../assess/law.ts';
import { periodNames } from '../assess/law-quotas.ts';
import { type QuotaCount, quotaBalances } from '../assess/quota-status.ts';
import { type LedgerEntry, type LedgerRecord, isFigure } from '../customs/ledger-record.ts';
import { problem } from '../customs/problem.ts';
import { type IsoDate, isoDate } from '../exact/iso-date.ts';
import { nearest } from '../exact/suggest.ts';
import { countryParser } from '../intake/country-field.ts';
import { bundledManifest } from '../io/bundled-law.ts';
import type { Ledger } from '../io/ledger/ledger.ts';
import { logText } from '../present/quota/log.ts';
import { statusText } from '../present/quota/status.ts';
import { formatNames } from '../present/renderer.ts';
import { readBalances } from './balances.ts';
import type { CalcOptions } from './calc-options.ts';
import { copyOf, ledgerFile } from './ledger-run.ts';
import { formatOf, outputOf, styleOf, toStandardOutput } from './run-options.ts';
import { lawFor } from './run-setup.ts';
import { placeOf } from '../io/terminal.ts';
import { Stop, usage } from './stop.ts';
import { sayTo } from './talk.ts';
import { type ExitCode, type World, exit } from './world.ts';

export interface QuotaOptions {
  readonly ledger?: string;
  readonly output?: string;
  readonly color: boolean;
}

export interface StatusOptions extends CalcOptions {
  readonly origin?: string;
  readonly period?: string;
}

export interface LogOptions extends QuotaOptions {
  readonly format?: string;
  readonly quota?: string;
  readonly entry?: string;
}

/** Opens the ledger that must be there, and closes it when the work is done. */
export async function withLedger<Value>(
  options: { readonly ledger?: string },
  use: 'read' | 'record',
  work: (ledger: Ledger) => Value | Promise<Value>,
): Promise<Value> {
  const file = ledgerFile(options);
  if (file === undefined) throw usage('no ledger was named', '--ledger', 'Name one: --ledger quota.db');
  const { openLedger } = await import('../io/ledger/open-ledger.ts');
  const ledger = await openLedger(file, use);
  try {
    return await work(ledger);
  } finally {
    ledger.close();
  }
}

interface Counted {
  readonly balances: Balances;
  readonly counts: ReadonlyMap<string, QuotaCount>;
}

/** `tariff quota status`: balances of the quota periods that the ledger holds, and of those the law opens to an origin. */
export async function status(options: StatusOptions, world: World): Promise<ExitCode> {
  const origin = originOf(options.origin);
  if (ledgerFile(options) === undefined && origin === null)
    throw usage('no ledger was named', '--ledger', 'Name one, or ask for the limits of an --origin.');
  const { balances, counts } = await countsIn(options, world);
  const loaded = await lawFor(options);
  const today = isoDate(world.today);
  if (today === undefined) throw new Error(`no day of the calendar: ${world.today}`);
  const period = options.period ?? null;
  if (period !== null)
    checkPeriod(period, loaded.law, [...counts.keys(), ...(balances.published?.keys() ?? [])], today);
  const found = quotaBalances(loaded.law, balances, counts, { origin, period }, today);
  const used = loaded.runTables.filter(({ id }) =>
    loaded.law.regimes.some(({ table }) => table.regime === id && Object.keys(table.quotas).length > 0),
  );
  const format = formatOf(options, formatNames);
  await print(options, world, statusText(format, found, used, styleOf(options, world, loaded)));
  return exit.done;
}

/** A misspelt period has no balances, and that must not look like none being there. */
function checkPeriod(period: string, law: Law, quotas: readonly string[], today: IsoDate): void {
  const known = [...periodNames(law, today), ...quotas.map((quota) => quota.split('/').at(-1) ?? '')];
  if (known.includes(period)) return;
  const near = nearest(period, new Set(known), mostNames);
  throw usage(
    `no quota has a period "${period}"`,
    '--period',
    near.length > 0 ? `Did you mean ${near.join(', ')}?` : 'A period is named as quotas name it: 2022-Q1, or 2022.',
    period,
  );
}

/** Names that are told where one is misspelt. */
const mostNames = 5;

async function countsIn(options: StatusOptions, world: World): Promise<Counted> {
  const given = await readBalances(options, world);
  if (ledgerFile(options) === undefined)
    return { balances: { given, drawn: new Map(), presented: new Map() }, counts: new Map() };
  return withLedger(options, 'read', (ledger) =>
    ledger.look((view) => ({ balances: copyOf(view, given), counts: countRecords(view.records()) })),
  );
}

function countRecords(records: Iterable<LedgerRecord>): ReadonlyMap<string, QuotaCount> {
  const counts = new Map<string, QuotaCount>();
  for (const record of records) {
    const before = counts.get(record.quota);
    const draws = before?.draws ?? 0;
    if (record.kind === 'draw') counts.set(record.quota, { draws: draws + 1, last: record });
    else if (before) counts.set(record.quota, { ...before, draws: draws - 1 });
  }
  return counts;
}

function originOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const read = countryParser(bundledManifest().countries, [])(text);
  if (read.ok) return read.value;
  throw new Stop(exit.usage, [
    problem('bad-field', 'error', read.error.message, { column: '--origin', value: text, hint: read.error.hint }),
  ]);
}

/** `tariff quota log`: the records, all or those of a quota or an entry. */
export async function log(options: LogOptions, world: World): Promise<ExitCode> {
  const { quota, entry } = options;
  const isAsked = (record: LedgerEntry): boolean =>
    (quota === undefined || record.quota === quota) &&
    (entry === undefined || (!isFigure(record) && (record.entry === entry || record.shipment === entry)));
  const records = await withLedger(options, 'read', (ledger) =>
    ledger.look((view) => [...view.entries()].filter(isAsked)),
  );
  const place = toStandardOutput(options)
    ? placeOf(world.stdout, world.env, options.color)
    : { color: false, width: 100 };
  await print(options, world, logText(formatOf(options, formatNames), records, place));
  if (records.length === 0) await sayNear(options, world);
  return exit.done;
}

/** A misspelt quota or entry has no records, and that must not look like none being there. */
async function sayNear(options: LogOptions, world: World): Promise<void> {
  const { quota, entry } = options;
  const asked = quota ?? entry ?? '';
  const names = await withLedger(options, 'read', (ledger) =>
    ledger.look(
      (view) =>
        new Set(
          [...view.entries()].flatMap((record) =>
            quota !== undefined
              ? record.quota
              : isFigure(record)
                ? []
                : [record.entry ?? [], record.shipment ?? []].flat(),
          ),
        ),
    ),
  );
  const near = names.has(asked) ? [] : nearest(asked, names, mostNames);
  if (near.length > 0) await sayTo(world)(`The ledger has no such record. Did you mean ${near.join(', ')}?\n`);
}

async function print(options: CalcOptions | LogOptions, world: World, text: string): Promise<void> {
  const output = outputOf(options, world);
  try {
    await output.write(text);
    await output.close();
  } catch (error) {
    output.abandon();
    throw error;
  }
}
