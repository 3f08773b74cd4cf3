import { type ByteBlock, byteBlock, copyBytes } from '../exact/byte-block.ts';
import { type RecordScanner, fieldKind, utf8 } from '../intake/record-scanner.ts';
import { wouldRun } from '../present/formula-safe.ts';

const comma = 0x2c;
const quote = 0x22;

/** What a first or last byte of a field may be a sign of. */
const edge = { none: 0, blank: 1, formula: 2 } as const;

/** First bytes of what a spreadsheet may run, wide signs among them; blank and tab are looked at anyway. */
const edgeOf = new Uint8Array(256);
for (const byte of [0x3d, 0x2b, 0x2d, 0x40, 0x0d, 0x0a, 0xef]) edgeOf[byte] = edge.formula;
for (const byte of [0x20, 0x09]) edgeOf[byte] = edge.blank;

/** Writes the fields of a row again from their bytes, in quotation marks only where they need them, as all rows are written. */
export class RowEcho {
  private readonly order: readonly number[];
  private readonly isWhole: boolean;
  private readonly isRaw: boolean;
  /** The block that rows are read from. */
  private source = byteBlock(new Uint8Array());

  /** `order`: which fields are written, in their order. `isRaw`: also those that a spreadsheet would run are written as they are. */
  constructor(order: readonly number[], isRaw: boolean) {
    this.order = order;
    this.isRaw = isRaw;
    this.isWhole = order.every((field, place) => field === place);
  }

  /** The most bytes that the row may need. */
  longest(from: number, scanner: RecordScanner): number {
    return scanner.end - from + 3 * this.order.length;
  }

  /** Gives the place after what was written; below zero: the row has a field that is better looked at as text. */
  write(block: Uint8Array, from: number, scanner: RecordScanner, target: ByteBlock, start: number): number {
    const { starts, ends, fields } = scanner;
    for (let field = 0; field < fields; field += 1)
      if (this.needsLook(block, starts[field] as number, ends[field] as number)) return -1;
    if (this.source.bytes !== block) this.source = byteBlock(block);
    const { source } = this;
    if (!this.isWhole || this.order.length !== fields) return this.writeFields(scanner, target, start);
    if (!scanner.hasMarks) return copyBytes(source, from, scanner.end, target, start);
    // All of it but for marks that nobody needs.
    let at = start;
    let next = from;
    for (let field = 0; field < fields; field += 1) {
      const [first, end] = [starts[field] as number, ends[field] as number];
      if (scanner.kinds[field] !== fieldKind.quoted || needsMarks(block, first, end)) continue;
      at = copyBytes(source, next, first - 1, target, at);
      at = copyBytes(source, first, end, target, at);
      next = end + 1;
    }
    return copyBytes(source, next, scanner.end, target, at);
  }

  private writeFields(scanner: RecordScanner, target: ByteBlock, start: number): number {
    const { order, source } = this;
    const block = source.bytes;
    let at = start;
    for (let place = 0; place < order.length; place += 1) {
      if (place > 0) {
        target.bytes[at] = comma;
        at += 1;
      }
      const field = order[place] as number;
      const [first, end] = [scanner.starts[field] as number, scanner.ends[field] as number];
      const kind = scanner.kinds[field];
      const isMarked = kind === fieldKind.doubled || (kind === fieldKind.quoted && needsMarks(block, first, end));
      at = copyBytes(source, isMarked ? first - 1 : first, isMarked ? end + 1 : end, target, at);
    }
    return at;
  }

  /** Whether a field begins or ends with a blank, which text is written with marks for, or would be run by a spreadsheet. */
  private needsLook(block: Uint8Array, first: number, end: number): boolean {
    if (first === end) return false;
    const begin = edgeOf[block[first] as number] as number;
    if (begin === edge.none) return edgeOf[block[end - 1] as number] === edge.blank;
    return begin === edge.blank || edgeOf[block[end - 1] as number] === edge.blank || this.isFormula(block, first, end);
  }

  private isFormula(block: Uint8Array, first: number, end: number): boolean {
    return !this.isRaw && wouldRun(utf8(block, first, end));
  }
}

function needsMarks(block: Uint8Array, first: number, end: number): boolean {
  for (let at = first; at < end; at += 1) {
    const byte = block[at];
    if (byte === comma || byte === quote || byte === 0x0a || byte === 0x0d) return true;
  }
  return false;
}
