import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { startRun } from '../../src/assess/assess-batch.ts';
import { verifyLedger } from '../../src/assess/verify-ledger.ts';
import { type LedgerEntry, type LedgerRecord, counted, isAccepted, isFigure } from '../../src/customs/ledger-record.ts';
import type { ResultLine } from '../../src/customs/assessment.ts';
import { openLedgerRun } from '../../src/cli/ledger-run.ts';
import { Decimal, decimal, plainText } from '../../src/exact/decimal.ts';
import { firstDay, isoDate } from '../../src/exact/iso-date.ts';
import { isSameFigure } from '../../src/customs/published-fill.ts';
import { parseLedgerText } from '../../src/intake/ledger-text.ts';
import { openLedger } from '../../src/io/ledger/open-ledger.ts';
import { entryText, ledgerEnd, ledgerHead } from '../../src/present/quota/ledger-text.ts';
import { type SmallLaw, everythingIn, smallLaw } from '../support/small-law.ts';

const folder = mkdtempSync(join(tmpdir(), 'tariff-laws-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const quarters = ['01-01', '04-01', '07-01', '10-01'].map((begins, index) => ({ name: `Q${index + 1}`, begins }));
/** Periods of the year: none, fixed shares, and parts of what the year still has. */
const plans: readonly (readonly object[])[] = [
  [],
  quarters.map((one) => ({ ...one, share: '25%' })),
  quarters.map((one) => ({ ...one, atMost: '30%', orIfMore: '10' })),
];
const days = ['2022-01-05', '2022-02-01', '2022-04-01', '2022-06-30', '2022-11-11'];

function quotaOf(limit: string, periods: readonly object[], whenFull: string): SmallLaw {
  return smallLaw({
    regime: 'mine',
    order: ['quota'],
    quotas: { pot: { title: 'Pot', unit: 'kg', limits: [{ amount: limit }], periods } },
    measures: [
      { id: 'general', goods: 'all', rates: [{ heading: '9999.10', rate: '25%' }] },
      { id: 'quota', goods: 'all', quota: 'pot', whenFull, rates: [{ heading: '9999.00', rate: 'Free' }] },
    ],
  });
}

const grams = fc.integer({ min: 1, max: 60_000 }).map((count) => new Decimal(count).div(1000).toFixed());
/** Shipments, and the order in which they are declared, some of them more than once. */
const story = fc
  .record({
    limit: fc.oneof(grams, fc.constant('unknown')),
    periods: fc.constantFrom(...plans),
    whenFull: fc.constantFrom('next', 'refused'),
    batch: fc.integer({ min: 1, max: 6 }),
    shipments: fc.array(
      fc.record({
        kg: grams,
        date: fc.constantFrom(...days),
        entry: fc.boolean(),
        tier: fc.constantFrom('', '', '', 'in-quota'),
      }),
      { minLength: 1, maxLength: 9 },
    ),
    order: fc.array(fc.nat(), { minLength: 1, maxLength: 14 }),
    reversed: fc.array(fc.nat({ max: 8 }), { maxLength: 3 }),
    published: fc.array(
      fc.record({ asOf: fc.constantFrom(...days), percent: fc.integer({ min: 0, max: 100 }), year: fc.boolean() }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ shipments, order, ...rest }) => ({
    ...rest,
    lines: order.flatMap((at) => {
      const name = at % shipments.length;
      return shipments.slice(name, name + 1).map((one) => ({ ...one, name }));
    }),
  }));
type Story = typeof story extends fc.Arbitrary<infer Value> ? Value : never;

/** Runs the lines through a ledger as the command does. */
async function run(
  file: string,
  { lines, batch }: Story,
  law: SmallLaw,
  commit: boolean,
  again: readonly string[] = [],
): Promise<readonly ResultLine[]> {
  const ledger = await openLedgerRun({ ledger: file, commit, color: false, again });
  if (!ledger) throw new Error('no ledger');
  try {
    let state = startRun(ledger.balances(new Map()), 'each-line');
    const results: ResultLine[] = [];
    for (let at = 0; at < lines.length; at += batch) {
      const part = lines.slice(at, at + batch).map(({ kg, date, name, entry, tier }) => {
        const key: Record<string, string> = entry ? { entry_number: `E${name}`, entry_line: '1' } : { id: `S${name}` };
        const line = law.line({ ...key, weight_kg: kg, date, quota_tier: tier });
        return { kind: 'line', line, row: null } as const;
      });
      const done = ledger.assess(part, law.law, state);
      results.push(...done.lines);
      state = done.state;
    }
    return results;
  } finally {
    ledger.close();
  }
}

async function recordsIn(file: string): Promise<readonly LedgerRecord[]> {
  const ledger = await openLedger(file, 'read');
  const records = ledger.look((view) => [...view.records()]);
  ledger.close();
  return records;
}

async function entriesIn(file: string): Promise<readonly LedgerEntry[]> {
  const ledger = await openLedger(file, 'read');
  const entries = ledger.look((view) => [...view.entries()]);
  ledger.close();
  return entries;
}

async function textOf(file: string): Promise<string> {
  const entries = await entriesIn(file);
  return ledgerHead + entries.map(entryText).join('') + ledgerEnd(entries.length);
}

async function publish(file: string, { published }: Story): Promise<number> {
  const ledger = await openLedger(file, 'record');
  const count = ledger.publish((known) => {
    const figures = published
      .map(({ asOf, percent, year }) => ({
        kind: 'fill' as const,
        quota: year ? '9999.00/IN/2022' : '9999.00/IN/2022-Q1',
        asOf: isoDate(asOf) ?? firstDay,
        percent: plainText(new Decimal(percent)),
        quantity: null,
        unit: 'kg',
        source: null,
        reverses: null,
        reason: null,
      }))
      .filter((one) => !known.some((other) => isSameFigure(other, one)));
    return { figures, value: figures.length };
  });
  ledger.close();
  return count;
}

async function reverse(file: string, names: readonly number[]): Promise<void> {
  const ledger = await openLedger(file, 'record');
  for (const name of names)
    ledger.commit((view) => ({
      records: [`E${name}`, `S${name}`]
        .flatMap((one) => view.drawsOfEntry(one))
        .map((draw) => ({ ...draw, kind: 'reversal', reverses: draw.number, reason: 'x' })),
      value: null,
    }));
  ledger.close();
}

/** All that a result says. A line that is out of order was not recorded: run again, it meets what came later, and says so. */
function wordsOf(line: ResultLine): string {
  if (line.kind !== 'line') return line.status;
  if (line.problems.some(({ code }) => code === 'out-of-order')) return `${line.status}, out of order`;
  return everythingIn(line);
}

/** What lines drew that nobody accepted beyond the limit; it never exceeds it. */
function drawnWithin(records: readonly LedgerRecord[], quota: string): Decimal {
  return records
    .filter((record) => (record.quota === quota || record.year === quota) && !isAccepted(record))
    .reduce((sum, record) => sum.plus(counted(record)), new Decimal(0));
}

let files = 0;
const newFile = (): string => join(folder, `${(files += 1)}.db`);

describe('a ledger', () => {
  test('keeps its laws over lines, repeats and reversals; a rerun changes nothing and answers the same', () =>
    fc.assert(
      fc.asyncProperty(story, async (one) => {
        const law = quotaOf(one.limit, one.periods, one.whenFull);
        const file = newFile();
        const first = await run(file, one, law, true);
        const records = await recordsIn(file);
        expect(verifyLedger(records, file)).toEqual([]);

        const again = await run(file, one, law, true);
        expect(await recordsIn(file)).toEqual(records);
        expect(again.map(wordsOf)).toEqual(first.map(wordsOf));

        await reverse(file, one.reversed);
        const taken = await recordsIn(file);
        await run(file, one, law, true);
        const reversed = taken.filter(({ kind }) => kind === 'reversal');
        const names = reversed.map(({ entry, shipment }) => entry || shipment);
        // What was reversed draws again only where it is named.
        const others = (await recordsIn(file)).slice(taken.length);
        expect(others.filter(({ entry, shipment }) => names.includes(entry || shipment))).toEqual([]);
        const anew = await run(file, one, law, true, names);
        const all = await recordsIn(file);
        expect(verifyLedger(all, file)).toEqual([]);
        expect((await run(file, one, law, true, names)).map(wordsOf)).toEqual(anew.map(wordsOf));
        expect(await recordsIn(file)).toEqual(all);

        // Replay: the log alone gives the balances.
        const totals = new Map<string, Decimal>();
        for (const record of all)
          for (const name of record.year === null ? [record.quota] : [record.quota, record.year])
            totals.set(name, (totals.get(name) ?? new Decimal(0)).plus(counted(record)));
        const ledger = await openLedger(file, 'read');
        const kept = ledger.look((view) => [...view.totals].map(([name, total]) => [name, total.toFixed()] as const));
        ledger.close();
        expect(new Map(kept)).toEqual(new Map([...totals].map(([name, total]) => [name, total.toFixed()])));
        if (one.limit !== 'unknown')
          for (const name of totals.keys())
            if (name.endsWith('/2022')) expect(drawnWithin(all, name).lte(one.limit)).toBe(true);
      }),
      { numRuns: 20 },
    ));

  test('keeps its laws when figures are published in between, each of which is recorded once', () =>
    fc.assert(
      fc.asyncProperty(story, fc.integer({ min: 0, max: 14 }), async (one, before) => {
        const law = quotaOf(one.limit, one.periods, one.whenFull);
        const file = newFile();
        await run(file, { ...one, lines: one.lines.slice(0, before) }, law, true);
        await publish(file, { ...one, published: one.published.slice(0, 1) });
        expect(await publish(file, { ...one, published: one.published.slice(0, 1) })).toBe(0);
        const first = await run(file, one, law, true);
        const entries = await entriesIn(file);
        expect(verifyLedger(entries, file)).toEqual([]);

        const again = await run(file, one, law, true);
        expect(await entriesIn(file)).toEqual(entries);
        expect(again.map(wordsOf)).toEqual(first.map(wordsOf));
        const records = entries.filter((entry): entry is LedgerRecord => !isFigure(entry));
        if (one.limit !== 'unknown')
          for (const { quota } of records) expect(drawnWithin(records, quota).lte(one.limit)).toBe(true);
      }),
      { numRuns: 20 },
    ));

  test('is read by a rehearsal, which says what recording would and records nothing', () =>
    fc.assert(
      fc.asyncProperty(story, fc.integer({ min: 0, max: 14 }), async (one, before) => {
        const law = quotaOf(one.limit, one.periods, one.whenFull);
        const [file, other] = [newFile(), newFile()];
        for (const each of [file, other]) await run(each, { ...one, lines: one.lines.slice(0, before) }, law, true);
        const records = await recordsIn(file);
        const rehearsed = await run(file, one, law, false);
        expect(await recordsIn(file)).toEqual(records);
        expect(rehearsed.map(wordsOf)).toEqual((await run(other, one, law, true)).map(wordsOf));
      }),
      { numRuns: 20 },
    ));

  test('comes out of export and import the same', () =>
    fc.assert(
      fc.asyncProperty(story, async (one) => {
        const [file, copy] = [newFile(), newFile()];
        await run(file, one, quotaOf(one.limit, one.periods, one.whenFull), true);
        await publish(file, one);
        await reverse(file, one.reversed);
        const text = await textOf(file);
        const read = parseLedgerText(text, 'text');
        if (!read.ok) throw new Error(read.error.map(({ message }) => message).join());
        const ledger = await openLedger(copy, 'record');
        ledger.restore(read.value);
        ledger.close();
        expect(await textOf(copy)).toBe(text);
      }),
      { numRuns: 20 },
    ));

  test('with a limit learned later has what the limit leaves', () =>
    fc.assert(
      fc.asyncProperty(story, grams, async (one, limit) => {
        const [late, early] = [newFile(), newFile()];
        const known = quotaOf(limit, [], 'next');
        await run(late, one, quotaOf('unknown', [], 'next'), true);
        await run(early, one, known, true);
        const left = async (file: string): Promise<string> => {
          const records = await recordsIn(file);
          const total = records.reduce((sum, record) => sum.plus(counted(record)), new Decimal(0));
          return Decimal.max(0, new Decimal(limit).minus(total)).toFixed();
        };
        // Lines out of order draw nothing in either.
        if ((await recordsIn(late)).length === (await recordsIn(early)).length)
          expect(await left(late)).toBe(await left(early));
        const answered = await run(late, one, known, true);
        const drawn = answered.flatMap((line) =>
          line.kind === 'line' && line.line.quotaTier === null
            ? line.duties.flatMap(({ quota }) => quota?.drawn ?? [])
            : [],
        );
        expect(drawn.every((amount) => decimal(amount).lte(limit))).toBe(true);
      }),
      { numRuns: 20 },
    ));

  test('that was tampered with is found out', () =>
    fc.assert(
      fc.asyncProperty(story, fc.nat(), fc.constantFrom('drop', 'twice', 'more'), async (one, at, how) => {
        const file = newFile();
        await run(file, one, quotaOf(one.limit, one.periods, one.whenFull), true);
        const records = await recordsIn(file);
        if (records.length < 2) return;
        const index = at % (records.length - 1);
        const changed = records.flatMap((record, place) => {
          if (place !== index) return [record];
          if (how === 'drop') return [];
          return how === 'twice'
            ? [record, record]
            : [
                {
                  ...record,
                  requested: decimal(record.requested).plus(1).toFixed() as never,
                  drawn: record.drawn && (decimal(record.drawn).plus(1).toFixed() as never),
                },
              ];
        });
        expect(verifyLedger(changed, file)).not.toEqual([]);
      }),
      { numRuns: 40 },
    ));
});
