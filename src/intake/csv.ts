import { Buffer } from 'node:buffer';
import { BlockReader, type ReadyEvent, type RowTaker, longestRecord } from './block-reader.ts';
import type { CsvEvent } from './csv-event.ts';
import { alienBytes, emptyFile } from './csv-faults.ts';
import { CsvRows } from './csv-rows.ts';
import { RecordScanner } from './record-scanner.ts';
import { type SegmentHelp, atTheirLines, byLines, offered } from './segments.ts';

const pieceSize = 256 * 1024;

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

function withoutMark(head: Uint8Array): Uint8Array {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head;
}
