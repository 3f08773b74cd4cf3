import { Buffer } from 'node:buffer';
import type { CsvEvent, RecordEvent } from './csv-event.ts';
import { alienBytes, emptyFile } from './csv-faults.ts';
import { CsvRows } from './csv-rows.ts';
import { RecordScanner } from './record-scanner.ts';

/** A record longer than this is taken for a quotation mark that nobody closed: memory stays small. In bytes. */
const longestRecord = 1024 * 1024;
const pieceSize = 256 * 1024;
const batchSize = 1000;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Rows that somebody else answered from their bytes, in their place between the others. */
export type ReadyEvent<Ready> = [Ready] extends [never] ? never : { readonly kind: 'ready'; readonly ready: Ready };

/** Who may take rows before they are made into text, once the header is known. */
export interface RowTaker<Ready> {
  /** Whether the record is taken that the scanner has just found in the block, where it begins at `from`. `line`: of the file. */
  readonly take: (block: Uint8Array, from: number, scanner: RecordScanner, line: number) => boolean;
  /** What came of the rows that were taken since it was asked last; undefined: none were. */
  readonly taken: () => Ready | undefined;
  /** True as soon as a row was met that belongs together with others: from then on none is taken. */
  readonly isOver: boolean;
}

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

/** How CSV is read. */
export interface HowRead<Ready> {
  /** Left out: every row is made into text. A taker reads commas. */
  readonly taker?: RowTaker<Ready> | undefined;
  /** The ASCII sign between fields; left out: a comma. */
  readonly delimiter?: string;
  /** Whether sound records bring their text as it stands. */
  readonly isRawKept?: boolean;
  /** Kept up to date: the line of the file up to which rows were given. */
  readonly reached?: { line: number };
  /** Left out: all is read here. */
  readonly help?: SegmentHelp<Ready> | undefined;
}

/**
 * Reads CSV (RFC 4180, UTF-8 with or without a byte order mark, any line ends) to events in the order of the file, up to 1,000 at a time, with
 * memory that does not grow. Blank lines are counted and skipped. Throws only what `bytes` throws. The header comes by itself, so that a
 * taker can be made ready before the rows are read.
 */
export async function* readCsv<Ready = never>(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  { taker, delimiter = ',', isRawKept = false, reached, help }: HowRead<Ready> = {},
): AsyncGenerator<(CsvEvent | ReadyEvent<Ready>)[], void, void> {
  const rows = new CsvRows({ file, longestRecord, delimiter, isRawKept });
  const reader = new BlockReader(rows, new RecordScanner(delimiter.charCodeAt(0)), taker);
  let isFirst = true;
  const found = help ? byLines(pieces(bytes, help.size)) : pieces(bytes, pieceSize);
  for await (const { piece, elsewhere } of offered(found, rows, help)) {
    const alien = isFirst ? alienBytes(piece, file) : undefined;
    if (alien) return yield [{ kind: 'fatal', problem: alien }];
    isFirst = false;
    const segment = await elsewhere;
    // It was read as if it began a row, and as if no row before it belonged together with others.
    if (segment && help && reader.isBetweenRows && taker?.isOver === false) yield atTheirLines(segment, rows, help);
    else yield* reader.read(piece, false);
    if (reached) reached.line = rows.line;
    if (rows.ended) return;
  }
  yield* reader.read(new Uint8Array(), true);
  if (!rows.begun) yield [{ kind: 'fatal', problem: emptyFile(file) }];
}

/** Pieces in their order, some of which are read elsewhere in the meantime. */
async function* offered<Ready>(
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
function atTheirLines<Ready>(
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
  { taker, isRawKept = false }: Pick<HowRead<Ready>, 'taker' | 'isRawKept'>,
): Segment<Ready> | null {
  const rows = new CsvRows({ file: '', longestRecord, delimiter: ',', isRawKept });
  rows.begun = true;
  const reader = new BlockReader(rows, new RecordScanner(), taker);
  const events = [...reader.read(bytes, false)].flat();
  const isWhole = reader.isBetweenRows && !rows.ended && taker?.isOver !== true;
  const isSound = (found: typeof events): found is (RecordEvent | ReadyEvent<Ready>)[] =>
    found.every(({ kind }) => kind === 'record' || kind === 'ready');
  return isWhole && isSound(events) ? { events, lines: rows.line - 1 } : null;
}

/** Cuts blocks into records. What a block ends within is kept for the next. */
class BlockReader<Ready> {
  private readonly rows: CsvRows;
  private readonly taker: RowTaker<Ready> | undefined;
  private readonly scanner: RecordScanner;
  private kept: Uint8Array = new Uint8Array();

  constructor(rows: CsvRows, scanner: RecordScanner, taker: RowTaker<Ready> | undefined) {
    this.rows = rows;
    this.scanner = scanner;
    this.taker = taker;
  }

  /** Whether all that was read ends with a row. */
  get isBetweenRows(): boolean {
    return this.kept.length === 0;
  }

  *read(piece: Uint8Array, isLast: boolean): Generator<(CsvEvent | ReadyEvent<Ready>)[], void, void> {
    const { rows, scanner, taker } = this;
    const block = this.kept.length === 0 ? piece : Buffer.concat([this.kept, piece]);
    const end = block.length;
    let events: (CsvEvent | ReadyEvent<Ready>)[] = [];
    const takeOver = (): void => {
      const ready = taker?.taken();
      if (ready !== undefined) events.push({ kind: 'ready', ready } as ReadyEvent<Ready>);
    };
    let at = this.pastBlankLines(block, 0, end, isLast);
    while (at < end) {
      const next = scanner.scan(block, at, end, isLast);
      if (next < 0 || scanner.open >= 0 || next - at > longestRecord) {
        if (next < 0 && !isLast && end - at <= longestRecord) break;
        takeOver();
        events.push(rows.failed(Buffer.from(block.subarray(at)), scanner.open < 0 ? null : scanner.open - at));
        break;
      }
      if (!rows.begun || taker === undefined || !rows.pass(taker.take(block, at, scanner, rows.line), scanner.breaks)) {
        takeOver();
        events.push(rows.event(block, at, scanner));
      }
      at = this.pastBlankLines(block, next, end, isLast);
      const isHeader = events.length === 1 && events.at(0)?.kind === 'header';
      if (events.length >= batchSize || isHeader || rows.ended) {
        yield events;
        events = [];
      }
      if (rows.ended) return;
    }
    takeOver();
    this.kept = Buffer.from(block.subarray(Math.min(at, end)));
    if (events.length > 0) yield events;
  }

  /** A carriage return at the very end may belong to a line feed that is still to come, so it waits. */
  private pastBlankLines(block: Uint8Array, from: number, end: number, isLast: boolean): number {
    let at = from;
    while (at < end) {
      const byte = block[at];
      if (byte !== lineFeed && byte !== carriageReturn) break;
      if (byte === carriageReturn && at + 1 === end && !isLast) break;
      at += byte === carriageReturn && block[at + 1] === lineFeed ? 2 : 1;
      this.rows.line += 1;
    }
    return at;
  }
}

/** Pieces of bounded size; the first holds at least four bytes, if there are any, and no byte order mark. */
async function* pieces(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array, void, void> {
  let head: Uint8Array | undefined = new Uint8Array();
  for await (const chunk of bytes) {
    if (head === undefined) {
      yield* cut(chunk, size);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < 4) continue;
    yield* cut(withoutMark(head), size);
    head = undefined;
  }
  if (head) yield* cut(withoutMark(head), size);
}

function* cut(chunk: Uint8Array, size: number): Generator<Uint8Array, void, void> {
  for (let at = 0; at < chunk.length; at += size) yield chunk.subarray(at, at + size);
}

/** The same bytes in pieces that end with a line, as far as there are lines. */
async function* byLines(found: AsyncGenerator<Uint8Array, void, void>): AsyncGenerator<Uint8Array, void, void> {
  let rest: Uint8Array = new Uint8Array();
  for await (const piece of found) {
    const block = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const end = block.lastIndexOf(lineFeed) + 1;
    rest = end === 0 ? new Uint8Array() : block.subarray(end);
    yield end === 0 ? block : block.subarray(0, end);
  }
  if (rest.length > 0) yield rest;
}

function withoutMark(head: Uint8Array): Uint8Array {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head;
}
