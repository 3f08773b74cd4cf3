import { Buffer } from 'node:buffer';
import type { Options, Parser } from 'csv-parse';
import type { CsvEvent } from './csv-event.ts';
import { alienBytes, emptyFile } from './csv-faults.ts';
import { CsvRows, type ReadFailure, type ReadRecord } from './csv-rows.ts';

/** A record longer than this is taken for a quotation mark that nobody closed: memory stays small. In bytes. */
const longestRecord = 1024 * 1024;
const pieceSize = 64 * 1024;
const batchSize = 1000;

const options = {
  record_delimiter: ['\r\n', '\n', '\r'],
  skip_empty_lines: true,
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: longestRecord,
  raw: true,
} satisfies Options;

/**
 * Reads CSV (RFC 4180, commas, UTF-8 with or without a byte order mark, any line ends) to events in the order of the file,
 * up to 1,000 at a time, with memory that does not grow. Blank lines are counted and skipped. Throws only what `bytes` throws.
 * The parser behind it is lenient about quotes and gives each record's text, by which `CsvRows` tells the broken ones.
 */
export async function* readCsv(bytes: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<CsvEvent[], void, void> {
  const rows = new CsvRows(file, longestRecord);
  const records: ReadRecord[] = [];
  let parser: Parser | undefined;
  for await (const piece of pieces(bytes)) {
    if (parser === undefined) {
      const alien = alienBytes(piece, file);
      if (alien) return yield [{ kind: 'fatal', problem: alien }];
      parser = await openParser(records);
    }
    const failure = await feed(parser, piece);
    yield* batches(records, rows, failure);
    if (failure ?? rows.ended) return;
  }
  const failure = parser && (await finish(parser));
  yield* batches(records, rows, failure);
  if (!rows.begun) yield [{ kind: 'fatal', problem: emptyFile(file) }];
}

/**
 * Loaded only when a file is read: one shipment by flags does without. The parser's records are taken here instead of being
 * left in its buffer, which is thrown away at an error.
 */
async function openParser(records: ReadRecord[]): Promise<Parser> {
  const csvParse = await import('csv-parse');
  class TakingParser extends csvParse.Parser {
    override push(read: ReadRecord | null): boolean {
      if (read === null) return super.push(null);
      records.push(read);
      return true;
    }
  }
  const parser = new TakingParser(options);
  parser.on('error', () => undefined); // told through the callbacks below
  return parser;
}

function feed(parser: Parser, piece: Uint8Array): Promise<ReadFailure | undefined> {
  return new Promise((resolve) => parser.write(piece, (error) => resolve(asFailure(error))));
}

function finish(parser: Parser): Promise<ReadFailure | undefined> {
  return new Promise((resolve) => parser.end((error?: Error | null) => resolve(asFailure(error))));
}

/** The parser leaves the text it was reading on its errors, untyped. */
function asFailure(error: Error | null | undefined): ReadFailure | undefined {
  return error ? { raw: 'raw' in error && typeof error.raw === 'string' ? error.raw : '' } : undefined;
}

function* batches(
  records: ReadRecord[],
  rows: CsvRows,
  failure: ReadFailure | undefined,
): Generator<CsvEvent[], void, void> {
  const read = records.splice(0);
  for (let at = 0; at < read.length && !rows.ended; at += batchSize) yield rows.events(read.slice(at, at + batchSize));
  if (failure && !rows.ended) yield [rows.failed(failure)];
}

/** Pieces of bounded size; the first holds at least four bytes, if there are any, and no byte order mark. */
async function* pieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  let head: Uint8Array | undefined = new Uint8Array();
  for await (const chunk of bytes) {
    if (head === undefined) {
      yield* cut(chunk);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < 4) continue;
    yield* cut(withoutMark(head));
    head = undefined;
  }
  if (head) yield* cut(withoutMark(head));
}

function* cut(chunk: Uint8Array): Generator<Uint8Array, void, void> {
  for (let at = 0; at < chunk.length; at += pieceSize) yield chunk.subarray(at, at + pieceSize);
}

function withoutMark(head: Uint8Array): Uint8Array {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head;
}
