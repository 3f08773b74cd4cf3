import { Buffer } from 'node:buffer';
import type { CsvEvent } from './csv-event.ts';
import type { CsvRows } from './csv-rows.ts';
import type { RecordScanner } from './record-scanner.ts';

/** A record longer than this is taken for a quotation mark that nobody closed: memory stays small. In bytes. */
export const longestRecord = 1024 * 1024;
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

/** Cuts blocks into records. What a block ends within is kept for the next. */
export class BlockReader<Ready> {
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
