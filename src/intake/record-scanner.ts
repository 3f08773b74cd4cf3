import { Buffer } from 'node:buffer';

/** What is to be said of a field: as it stands; in quotation marks; in marks with doubled ones inside; or with marks out of place. */
export const fieldKind = { bare: 0, quoted: 1, doubled: 2, stray: 3 } as const;

const comma = 0x2c;
const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Classes of bytes: text; what is no plain ASCII text; what may end a field. */
const kinds = new Uint8Array(256);
kinds.fill(1, 0x80);
kinds[0] = 1;
kinds[quote] = 2;
kinds[lineFeed] = 3;
kinds[carriageReturn] = 3;

/** A quotation mark out of place: in which field (from 1), and whether text follows the mark that closed it. */
export interface Stray {
  readonly field: number;
  readonly where: 'inside' | 'after-closing';
}

/**
 * Finds the fields of one record of CSV (RFC 4180) in a block of bytes, and makes no text of them. Lenient about quotation marks as readers
 * are: a mark opens a field only at its beginning, a doubled one stands for itself, and what follows a closing mark is taken as it is.
 */
export class RecordScanner {
  /** Number of fields of the record that was found last. */
  fields = 0;
  /** Where fields begin and end, marks around them left out; only of the record found last. */
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  /** For each field one of {@link fieldKind}. */
  kinds = new Uint8Array(64);
  /** Line breaks within the record, that at its end left out. */
  breaks = 0;
  /** Where the record ends; what `scan` gives is the place after its line end. */
  end = 0;
  /** Whether all of it is plain ASCII text without NUL. */
  isPlain = true;
  /** Whether it holds a quotation mark. */
  hasMarks = false;
  /** The first mark out of place; undefined: there is none. */
  stray: Stray | undefined;
  /** Place of a mark that never closes; -1: none. Known where the block ends. */
  open = -1;

  private readonly separator: number;

  constructor(separator: number = comma) {
    this.separator = separator;
  }

  /**
   * Reads the record that begins at `from` and gives the place after it. Below zero: the block ends before the record does. `isLast`: nothing
   * comes after the block, so its end ends a record.
   */
  scan(block: Uint8Array, from: number, end: number, isLast: boolean): number {
    const { separator } = this;
    this.fields = 0;
    this.breaks = 0;
    this.isPlain = true;
    this.hasMarks = false;
    this.open = -1;
    this.stray = undefined;
    let at = from;
    for (;;) {
      const start = at;
      const isMarked = at < end && block[at] === quote;
      if (isMarked) {
        this.hasMarks = true;
        at = this.pastClosing(block, at, end);
        if (at < 0) return -1;
        // Whether a mark at the end of the block closes the field turns on what comes next.
        if (at === end && !isLast) return -1;
      }
      const closed = at;
      let hasMark = false;
      while (at < end) {
        const byte = block[at] as number;
        if (byte === separator) break;
        const found = kinds[byte] as number;
        if (found === 3) break;
        if (found === 1) this.isPlain = false;
        else if (found === 2) hasMark = true;
        at += 1;
      }
      if (at === end && !isLast) return -1;
      if (isMarked ? at > closed : hasMark) {
        this.hasMarks = true;
        this.stray ??= { field: this.fields + 1, where: isMarked ? 'after-closing' : 'inside' };
        this.keep(start, at, fieldKind.stray);
      } else if (isMarked) this.keep(start + 1, at - 1, this.isDoubled ? fieldKind.doubled : fieldKind.quoted);
      else this.keep(start, at, fieldKind.bare);
      if (at === end) {
        this.end = at;
        return at;
      }
      if (block[at] === separator) {
        at += 1;
        continue;
      }
      this.end = at;
      if (block[at] === lineFeed) return at + 1;
      if (at + 1 < end) return block[at + 1] === lineFeed ? at + 2 : at + 1;
      return isLast ? at + 1 : -1;
    }
  }

  private isDoubled = false;

  /** The place after the mark that closes the one at `open`; below zero: none does. */
  private pastClosing(block: Uint8Array, open: number, end: number): number {
    this.isDoubled = false;
    let at = open + 1;
    while (at < end) {
      const byte = block[at] as number;
      const found = kinds[byte] as number;
      at += 1;
      if (found === 0) continue;
      if (found === 2) {
        if (at >= end || block[at] !== quote) return at;
        this.isDoubled = true;
        at += 1;
      } else if (found === 1) this.isPlain = false;
      else if (byte === lineFeed || at >= end || block[at] !== lineFeed) this.breaks += 1;
    }
    this.open = open;
    return -1;
  }

  private keep(start: number, end: number, kind: number): void {
    const place = this.fields;
    if (place === this.starts.length) {
      this.starts = grown(this.starts);
      this.ends = grown(this.ends);
      const kindsOfFields = new Uint8Array(place * 2);
      kindsOfFields.set(this.kinds);
      this.kinds = kindsOfFields;
    }
    this.starts[place] = start;
    this.ends[place] = end;
    this.kinds[place] = kind;
    this.fields = place + 1;
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** The fields of the record that the scanner has just found in the block, as text. */
export function textsOf(block: Uint8Array, scanner: RecordScanner): readonly string[] {
  const texts: string[] = [];
  for (let field = 0; field < scanner.fields; field += 1) {
    const text = utf8(block, scanner.starts[field] ?? 0, scanner.ends[field] ?? 0);
    texts.push(scanner.kinds[field] === fieldKind.doubled ? text.replaceAll('""', '"') : text);
  }
  return texts;
}

/** Bytes that are not UTF-8 become the sign for damaged text. */
export function utf8(block: Uint8Array, from: number, end: number): string {
  return Buffer.from(block.buffer, block.byteOffset + from, end - from).toString('utf8');
}
