import { Buffer } from 'node:buffer';
import { BlockReader, type ReadyEvent, type RowTaker, longestRecord } from './block-reader.ts';
import type { CsvEvent, RecordEvent } from './csv-event.ts';
import { CsvRows } from './csv-rows.ts';
import { RecordScanner } from './record-scanner.ts';

const lineFeed = 0x0a;

/** A stretch of a file that ends with a line, read by itself: lines are counted from 1 on. */
export interface Segment<Ready> {
  readonly events: readonly (RecordEvent | ReadyEvent<Ready>)[];
  readonly lines: number;
}

/** Who reads segments at the same time as this process does something else. */
export interface SegmentHelp<Ready> {
  /** Undefined: nobody is free. Null comes of a segment that is not to be read by itself, or that nobody could read. */
  readonly offer: (segment: Uint8Array) => Promise<Segment<Ready> | null> | undefined;
  /** How many bytes a segment has, about. */
  readonly size: number;
  /** How many segments may be under way. */
  readonly ahead: number;
  /** An event of the segment as of the file in which so many lines are before it. */
  readonly moved: (ready: Ready, lines: number) => Ready;
}

/** Pieces in their order, some of which are read elsewhere in the meantime. */
export async function* offered<Ready>(
  found: AsyncGenerator<Uint8Array, void, void>,
  rows: CsvRows,
  help: SegmentHelp<Ready> | undefined,
): AsyncGenerator<Offered<Ready>, void, void> {
  const queue: Offered<Ready>[] = [];
  let isFlowing = true;
  for (;;) {
    // What comes slowly is read as it comes.
    while (isFlowing && queue.length <= (help?.ahead ?? 0)) {
      const { value: piece } = await found.next();
      if (piece === undefined) {
        yield* queue;
        return;
      }
      isFlowing = help !== undefined && piece.length >= help.size / 2;
      queue.push({ piece, elsewhere: rows.begun && isFlowing ? help?.offer(piece) : undefined });
    }
    const first = queue.shift();
    if (first) yield first;
    isFlowing ||= queue.length === 0;
  }
}

interface Offered<Ready> {
  readonly piece: Uint8Array;
  /** Undefined: it is read here. */
  readonly elsewhere: Promise<Segment<Ready> | null> | undefined;
}

/** The events of a segment at their lines in the file, which go on after it. */
export function atTheirLines<Ready>(
  { events, lines }: Segment<Ready>,
  rows: CsvRows,
  help: SegmentHelp<Ready>,
): (CsvEvent | ReadyEvent<Ready>)[] {
  const before = rows.line - 1;
  rows.line += lines;
  return events.map((event) =>
    event.kind === 'ready'
      ? ({ kind: 'ready', ready: help.moved(event.ready, before) } as ReadyEvent<Ready>)
      : { ...event, line: event.line + before },
  );
}

/**
 * Reads a segment by itself, as rows between two line ends of a file whose header is known. Null: it is not to be read so: it ends within a row, holds
 * one that cannot be trusted, or one that belongs together with others.
 */
export function readSegment<Ready>(
  bytes: Uint8Array,
  { taker, isRawKept }: { readonly taker: RowTaker<Ready>; readonly isRawKept: boolean },
): Segment<Ready> | null {
  const rows = new CsvRows({ file: '', longestRecord, delimiter: ',', isRawKept });
  rows.begun = true;
  const reader = new BlockReader(rows, new RecordScanner(), taker);
  const events = [...reader.read(bytes, false)].flat();
  const isWhole = reader.isBetweenRows && !rows.ended && !taker.isOver;
  const isSound = (found: typeof events): found is (RecordEvent | ReadyEvent<Ready>)[] =>
    found.every(({ kind }) => kind === 'record' || kind === 'ready');
  return isWhole && isSound(events) ? { events, lines: rows.line - 1 } : null;
}

/** The same bytes in pieces that end with a line, as far as there are lines. */
export async function* byLines(found: AsyncGenerator<Uint8Array, void, void>): AsyncGenerator<Uint8Array, void, void> {
  let rest: Uint8Array = new Uint8Array();
  for await (const piece of found) {
    const block = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const end = block.lastIndexOf(lineFeed) + 1;
    rest = end === 0 ? new Uint8Array() : block.subarray(end);
    yield end === 0 ? block : block.subarray(0, end);
  }
  if (rest.length > 0) yield rest;
}
