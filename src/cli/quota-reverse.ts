import type { LedgerRecord } from '../customs/ledger-record.ts';
import { keyWords } from '../customs/ledger-record.ts';
import { type FillRecord, figureWords } from '../customs/published-fill.ts';
import { problem } from '../customs/problem.ts';
import { isoDate } from '../exact/iso-date.ts';
import { printedQuantity } from '../present/amounts.ts';
import { safeText } from '../present/safe-text.ts';
import { ledgerFile } from './ledger-run.ts';
import { type QuotaOptions, withLedger } from './quota.ts';
import { Stop, usage } from './stop.ts';
import { sayTo } from './talk.ts';
import { type ExitCode, type World, exit } from './world.ts';

export interface ReverseOptions extends QuotaOptions {
  readonly line?: string;
  readonly asOf?: string;
  readonly reason: string;
}

/** `tariff quota reverse`: a record for each draw, or each published figure, that is taken back. */
export async function reverse(name: string, options: ReverseOptions, world: World): Promise<ExitCode> {
  if (options.reason.trim() === '') throw usage('gives no reason', '--reason', null, options.reason);
  if (options.asOf !== undefined && options.line !== undefined)
    throw usage('names a line, and a published figure has none', '--line', 'Leave it out.', options.line);
  if (ledgerFile(options) !== undefined) await withLedger(options, 'read', () => undefined); // none is made
  const words =
    options.asOf === undefined ? await reverseDraws(name, options) : await reverseFigures(name, options.asOf, options);
  if (words.length === 0)
    throw new Stop(exit.usage, [
      problem('not-recorded', 'error', nothingOf(name, options), {
        file: ledgerFile(options) ?? null,
        value: name,
        hint: 'tariff quota log lists what it holds; what was reversed is not reversed again.',
      }),
    ]);
  await sayTo(world)(words.map((one) => `reversed: ${safeText(one)}\n`).join(''));
  return exit.done;
}

function reverseDraws(entry: string, options: ReverseOptions): Promise<readonly string[]> {
  return withLedger(options, 'record', (ledger) =>
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
        value: draws.map(drawWords),
      };
    }),
  );
}

/** All figures of the day that stand: one that was corrected would else be in force again. */
function reverseFigures(quota: string, day: string, options: ReverseOptions): Promise<readonly string[]> {
  if (isoDate(day) === undefined) throw usage(`"${day}" is not a day`, '--as-of', 'YYYY-MM-DD: 2022-02-14', day);
  return withLedger(options, 'record', (ledger) =>
    ledger.publish((figures) => {
      const taken = new Set(figures.map(({ reverses }) => reverses));
      const standing = figures.filter(
        (one) => one.kind === 'fill' && one.quota === quota && one.asOf === day && !taken.has(one.number),
      );
      return {
        figures: standing.map((one) => ({
          ...one,
          kind: 'fill-reversal' as const,
          reverses: one.number,
          reason: options.reason.trim(),
        })),
        value: standing.map(fillWords),
      };
    }),
  );
}

function nothingOf(name: string, { line, asOf }: ReverseOptions): string {
  if (asOf !== undefined) return `holds no published figure of ${safeText(name)} of ${asOf}`;
  return line === undefined
    ? `holds no drawdown of an entry or shipment ${safeText(name)}`
    : `holds no drawdown of line ${safeText(line)} of an entry ${safeText(name)}`;
}

function drawWords(draw: LedgerRecord): string {
  return `${keyWords(draw)}, ${printedQuantity(draw.drawn ?? draw.requested, draw.unit)} of ${draw.quota}`;
}

function fillWords(fill: FillRecord): string {
  return `${fill.quota}, published: ${figureWords(fill)}`;
}
