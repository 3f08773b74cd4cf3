import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RowTaker } from '../../src/intake/block-reader.ts';
import { readCsv } from '../../src/intake/csv.ts';
import { type SegmentHelp, readSegment } from '../../src/intake/segments.ts';

/** Lines of the rows that were taken. */
type Taken = readonly number[];

/** Takes rows that begin with "t", until one comes that begins with "j". */
function someTaker(): RowTaker<Taken> {
  let taken: number[] = [];
  const taker = {
    isOver: false,
    take: (block: Uint8Array, from: number, _: unknown, line: number): boolean => {
      const first = String.fromCharCode(block[from] ?? 0);
      taker.isOver ||= first === 'j';
      if (taker.isOver || first !== 't') return false;
      taken.push(line);
      return true;
    },
    taken: (): Taken | undefined => {
      const found = taken;
      taken = [];
      return found.length > 0 ? found : undefined;
    },
  };
  return taker;
}

/** Help that reads segments later, and now and then has no time or fails. */
function someHelp(size: number, ahead: number, moods: readonly string[]): SegmentHelp<Taken> & { served: number } {
  const taker = someTaker();
  let offered = 0;
  const help = {
    size,
    ahead,
    served: 0,
    moved: (taken: Taken, lines: number): Taken => taken.map((line) => line + lines),
    offer: (bytes: Uint8Array) => {
      const mood = moods[offered % moods.length];
      offered += 1;
      if (mood === 'busy') return undefined;
      const copy = bytes.slice();
      return Promise.resolve().then(() => {
        const found = mood === 'lost' ? null : readSegment(copy, { taker, isRawKept: false });
        if (found) help.served += 1;
        return found;
      });
    },
  };
  return help;
}

/** What becomes of each row; what was taken together is told line by line. */
async function told(text: string, pieces: number, help?: SegmentHelp<Taken>): Promise<unknown[]> {
  const bytes = new TextEncoder().encode(text);
  async function* inPieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieces) yield bytes.subarray(at, at + pieces);
  }
  const found: unknown[] = [];
  for await (const batch of readCsv<Taken>(inPieces(), 'a.csv', { taker: someTaker(), help }))
    for (const event of batch)
      found.push(...(event.kind === 'ready' ? event.ready.map((line) => ({ kind: 'taken', line })) : [event]));
  return found;
}

const row = fc.constantFrom(
  't,1',
  't,"2, and"',
  'o,3',
  'o,"a\nbreak"',
  't,"another\r\nbreak"',
  'x,b"ad',
  '',
  't,é',
  '"t",4',
);
const rows: fc.Arbitrary<string[]> = fc.array(row, { maxLength: 60 });

describe('segments of CSV that are read elsewhere', () => {
  test('give what the whole file gives, in its order and at its lines', () =>
    fc.assert(
      fc.asyncProperty(
        rows,
        fc.option(fc.nat(60)),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 8, max: 120 }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.constantFrom('ready', 'ready', 'busy', 'lost'), { minLength: 1, maxLength: 5 }),
        async (some, joined, end, size, ahead, moods) => {
          const all = joined === null ? some : some.toSpliced(joined, 0, 'j,5');
          const text = ['kind,note', ...all].join(end);
          expect(await told(text, size, someHelp(size, ahead, moods))).toEqual(await told(text, 1_000));
        },
      ),
      { numRuns: 500 },
    ));

  test('are read elsewhere as soon as the header is known', async () => {
    const help = someHelp(32, 3, ['ready']);
    await told(['kind,note', ...Array.from({ length: 100 }, (_, at) => `t,${at}`)].join('\n'), 32, help);
    expect(help.served).toBeGreaterThan(10);
  });
});
