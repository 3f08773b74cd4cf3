import { type QuotaCount, quotaBalances } from '../assess/quota-status.ts';
import { type LedgerEntry, type LedgerRecord, keyWords } from '../customs/ledger-record.ts';
import { problem } from '../customs/problem.ts';
import type { PublishedFill } from '../customs/published-fill.ts';
import type { Decimal } from '../exact/decimal.ts';
import { isoDate } from '../exact/iso-date.ts';
import { countryParser } from '../intake/country-field.ts';
import { bundledManifest } from '../io/bundled-law.ts';
import type { Ledger } from '../io/ledger/ledger.ts';
import { printedQuantity } from '../present/amounts.ts';
import { logText } from '../present/quota/log.ts';
import { statusText } from '../present/quota/status.ts';
import { formatNames } from '../present/renderer.ts';
import { safeText } from '../present/safe-text.ts';
import { readBalances } from './balances.ts';
import type { CalcOptions } from './calc-options.ts';
import { ledgerFile } from './ledger-run.ts';
import { loadLaw } from './load-law.ts';
import { formatOf, lawAsked, outputOf, styleOf, toStandardOutput } from './run-options.ts';
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

export interface ReverseOptions extends QuotaOptions {
  readonly line?: string;
  readonly reason: string;
}

/** Opens the ledger that must be there, and closes it when the work is done. */
export async function withLedger<Value>(
  options: { readonly ledger?: string },
  world: World,
  use: 'read' | 'record',
  work: (ledger: Ledger) => Value | Promise<Value>,
): Promise<Value> {
  const file = ledgerFile(options, world);
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
  readonly totals: ReadonlyMap<string, Decimal>;
  readonly presented: ReadonlyMap<string, string>;
  readonly published: ReadonlyMap<string, PublishedFill>;
  readonly counts: ReadonlyMap<string, QuotaCount>;
}

/** `tariff quota status`: balances of the quota periods that the ledger holds, and of those the law opens to an origin. */
export async function status(options: StatusOptions, world: World): Promise<ExitCode> {
  const origin = originOf(options.origin);
  if (options.period !== undefined && !/^\d{4}\S*$/.test(options.period))
    throw usage(
      'names no period',
      '--period',
      'A period is named as quotas name it: 2022-Q1, or 2022.',
      options.period,
    );
  if (ledgerFile(options, world) === undefined && origin === null)
    throw usage('no ledger was named', '--ledger', 'Name one, or ask for the limits of an --origin.');
  const { totals, presented, published, counts } = await countsIn(options, world);
  const loaded = await loadLaw({
    tables: options.tables ?? [],
    with: options.with ?? [],
    strict: false,
    ...lawAsked(options),
  });
  const balances = { given: await readBalances(options, world), drawn: totals, presented, published };
  const today = isoDate(world.today);
  if (today === undefined) throw new Error(`no day of the calendar: ${world.today}`);
  const found = quotaBalances(loaded.law, balances, counts, { origin, period: options.period ?? null }, today);
  const used = loaded.runTables.filter(({ id }) =>
    loaded.law.regimes.some(({ table }) => table.regime === id && Object.keys(table.quotas).length > 0),
  );
  const format = formatOf(options, formatNames);
  await print(options, world, statusText(format, found, used, styleOf(options, world, loaded)));
  return exit.done;
}

async function countsIn(options: StatusOptions, world: World): Promise<Counted> {
  if (ledgerFile(options, world) === undefined)
    return { totals: new Map(), presented: new Map(), published: new Map(), counts: new Map() };
  return withLedger(options, world, 'read', (ledger) =>
    ledger.look(({ totals, presented, published, records }) => ({
      totals,
      presented,
      published,
      counts: countRecords(records()),
    })),
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
    (entry === undefined || (record.kind !== 'fill' && (record.entry === entry || record.shipment === entry)));
  const records = await withLedger(options, world, 'read', (ledger) =>
    ledger.look((view) => [...view.entries()].filter(isAsked)),
  );
  const place = toStandardOutput(options)
    ? placeOf(world.stdout, world.env, options.color)
    : { color: false, width: 100 };
  await print(options, world, logText(formatOf(options, formatNames), records, place));
  return exit.done;
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

/** `tariff quota reverse`: a record for each draw that is taken back. */
export async function reverse(entry: string, options: ReverseOptions, world: World): Promise<ExitCode> {
  if (options.reason.trim() === '') throw usage('gives no reason', '--reason', null, options.reason);
  if (ledgerFile(options, world) !== undefined) await withLedger(options, world, 'read', () => undefined); // none is made
  const taken = await withLedger(options, world, 'record', (ledger) =>
    ledger.commit((view) => {
      const draws = view
        .drawsOfEntry(entry)
        .filter(({ entryLine }) => options.line === undefined || entryLine === options.line);
      return {
        records: draws.map((draw) => ({
          ...draw,
          kind: 'reversal' as const,
          reverses: draw.number,
          reason: options.reason.trim(),
        })),
        value: draws,
      };
    }),
  );
  if (taken.length === 0)
    throw new Stop(exit.usage, [
      problem('not-recorded', 'error', nothingOf(entry, options.line), {
        file: ledgerFile(options, world) ?? null,
        value: entry,
        hint: 'tariff quota log lists what it holds; what was reversed is not reversed again.',
      }),
    ]);
  await sayTo(world)(taken.map((draw) => `${reversedWords(draw)}\n`).join(''));
  return exit.done;
}

function nothingOf(entry: string, line: string | undefined): string {
  const name = safeText(entry);
  return line === undefined
    ? `holds no drawdown of an entry or shipment ${name}`
    : `holds no drawdown of line ${safeText(line)} of an entry ${name}`;
}

function reversedWords(draw: LedgerRecord): string {
  return safeText(
    `reversed: ${keyWords(draw)}, ${printedQuantity(draw.drawn ?? draw.requested, draw.unit)} of ${draw.quota}`,
  );
}
