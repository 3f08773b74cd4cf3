import { Buffer } from 'node:buffer';

/** What is to be said of a field: as it stands; in quotation marks; in marks with doubled ones inside; or with marks out of place. */
export const fieldKind = { bare: 0, quoted: 1, doubled: 2, stray: 3 } as const;

const comma = 0x2c;
const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Classes of bytes. */
const byteKind = { text: 0, alien: 1, quote: 2, lineEnd: 3, separator: 4 } as const;

/** Most bytes are text; NUL and what is not ASCII is looked at later; the others may end a field. */
function byteKinds(separator: number): Uint8Array {
  const kinds = new Uint8Array(256);
  kinds.fill(byteKind.alien, 0x80);
  kinds[0] = byteKind.alien;
  kinds[quote] = byteKind.quote;
  kinds[lineFeed] = byteKind.lineEnd;
  kinds[carriageReturn] = byteKind.lineEnd;
  kinds[separator] = byteKind.separator;
  return kinds;
}

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

  private readonly byteKinds: Uint8Array;

  constructor(separator: number = comma) {
    this.byteKinds = byteKinds(separator);
  }

  /**
   * Reads the record that begins at `from` and gives the place after it. Below zero: the block ends before the record does. `isLast`: nothing
   * comes after the block, so its end ends a record.
   */
  scan(block: Uint8Array, from: number, end: number, isLast: boolean): number {
    this.fields = 0;
    this.breaks = 0;
    this.isPlain = true;
    this.hasMarks = false;
    this.open = -1;
    this.stray = undefined;
    const found = this.byteKinds;
    let start = from;
    let at = from;
    for (; at < end; at += 1) {
      const kind = found[block[at] as number] as number;
      if (kind === byteKind.text) continue;
      if (kind === byteKind.separator) {
        this.keep(start, at, fieldKind.bare);
        start = at + 1;
      } else if (kind === byteKind.alien) this.isPlain = false;
      else if (kind === byteKind.lineEnd) {
        this.keep(start, at, fieldKind.bare);
        return this.past(block, at, end, isLast);
      } else {
        at = this.markedField(block, start, at, end, isLast);
        if (at < 0) return -1;
        if (at === end) return this.past(block, at, end, isLast);
        if (found[block[at] as number] === byteKind.lineEnd) return this.past(block, at, end, isLast);
        start = at + 1;
      }
    }
    if (!isLast) return -1;
    this.keep(start, at, fieldKind.bare);
    return this.past(block, at, end, isLast);
  }

  /** The place after the line end at `at`, which ends the record. */
  private past(block: Uint8Array, at: number, end: number, isLast: boolean): number {
    this.end = at;
    if (at === end) return at;
    if (block[at] === lineFeed) return at + 1;
    if (at + 1 < end) return block[at + 1] === lineFeed ? at + 2 : at + 1;
    return isLast ? at + 1 : -1;
  }

  /** The end of a field that begins at `start` and has its first quotation mark at `mark`. Below zero: the block ends before. */
  private markedField(block: Uint8Array, start: number, mark: number, end: number, isLast: boolean): number {
    const found = this.byteKinds;
    const isMarked = mark === start;
    let at = isMarked ? this.pastClosing(block, mark, end) : mark;
    if (at < 0) return -1;
    const closed = at;
    for (; at < end; at += 1) {
      const kind = found[block[at] as number] as number;
      if (kind >= byteKind.lineEnd) break;
      if (kind === byteKind.alien) this.isPlain = false;
    }
    // Whether a mark at the end of the block closes the field turns on what comes next.
    if (at === end && !isLast) return -1;
    this.hasMarks = true;
    if (!isMarked || at > closed) {
      this.stray ??= { field: this.fields + 1, where: isMarked ? 'after-closing' : 'inside' };
      this.keep(start, at, fieldKind.stray);
    } else this.keep(start + 1, at - 1, this.isDoubled ? fieldKind.doubled : fieldKind.quoted);
    return at;
  }

  private isDoubled = false;

  /** The place after the mark that closes the one at `open`; below zero: none does. */
  private pastClosing(block: Uint8Array, open: number, end: number): number {
    this.isDoubled = false;
    let at = open + 1;
    while (at < end) {
      const byte = block[at] as number;
      const found = this.byteKinds[byte] as number;
      at += 1;
      if (found === byteKind.text || found === byteKind.separator) continue;
      if (found === byteKind.quote) {
        if (at >= end || block[at] !== quote) return at;
        this.isDoubled = true;
        at += 1;
      } else if (found === byteKind.alien) this.isPlain = false;
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
