import { Buffer } from 'node:buffer';
import { type ByteBlock, byteBlock, copyBytes } from '../exact/byte-block.ts';
import { type Piece, piecesOf } from '../exact/worksheet.ts';
import { quoted } from './csv-text.ts';

/** Cells of a row of CSV that are written again and again with other amounts and names. */
export interface ReadyCells {
  /** The most bytes that `write` may need, with such names. */
  readonly longest: (names: ReadyNames) => number;
  /** Writes the cells with a comma before each, and gives the place after them. `figures`: whole numbers, by the number of the figure. */
  readonly write: (figures: Float64Array, names: ReadyNames, target: ByteBlock, at: number) => number;
}

/** Names in cells, by number: they look the same in any cell, whatever stands around them. */
export interface ReadyNames {
  readonly texts: readonly string[];
  readonly block: ByteBlock;
  readonly places: readonly Fixed[];
  readonly longest: number;
}

/** How a figure is written: how many of its digits are decimals, and whether zeros at their end are left out. */
export interface Written {
  readonly decimals: number;
  readonly isTrimmed: boolean;
}

/** A number in a cell: which figure, and whether its digits stand in threes. */
interface Slot extends Written {
  readonly kind: 'number';
  readonly figure: number;
  readonly grouped: boolean;
}

/** A name in a cell. */
interface Named {
  readonly kind: 'name';
  readonly name: number;
}

type Part = Fixed | Slot | Named | Choice;

/** Bytes that are the same in every row: a run of those that belong to all parts. */
interface Fixed {
  readonly kind: 'bytes';
  readonly first: number;
  readonly end: number;
}

/** A cell that needs quotation marks as soon as one of its figures has a comma. */
interface Choice {
  readonly kind: 'choice';
  readonly slots: readonly Slot[];
  readonly bare: readonly Part[];
  readonly marked: readonly Part[];
}

/** Digits, sign, point and commas of any number that is exact. */
const longestNumber = 26;

/** What stands between figures in cells, of one answer after another in blocks of bytes: few large ones cost less than many small ones. */
export class CellStore {
  private block = byteBlock(Buffer.alloc(0));
  private at = 0;

  /** `writtenAs`: how a figure is written. Texts hold marks where figures stand. */
  cells(texts: readonly string[], writtenAs: readonly Written[]): ReadyCells {
    this.makeRoom(texts);
    const { block } = this;
    const fixed = (text: string): Fixed => this.put(text);
    const parts = merged(texts.flatMap((text) => [fixed(','), ...partsOf(piecesOf(text), writtenAs, fixed)]));
    const [least, named] = [longestOf(parts), namesIn(parts)];
    return {
      longest: (names) => least + named * names.longest,
      write: (figures, names, target, at) => writeParts(parts, { block, names }, figures, target, at),
    };
  }

  names(texts: readonly string[]): ReadyNames {
    this.makeRoom(texts);
    const { block } = this;
    const places = texts.map((text) => this.put(text));
    return { texts, block, places, longest: Math.max(0, ...places.map(({ first, end }) => end - first)) };
  }

  private put(text: string): Fixed {
    const first = this.at;
    this.at += (this.block.bytes as Buffer).write(text, first);
    return { kind: 'bytes', first, end: this.at };
  }

  /** In the worst case all of a text stands twice, bare and in marks, and is nothing but marks that are doubled. */
  private makeRoom(texts: readonly string[]): void {
    const room = texts.reduce((sum, text) => sum + 1 + 2 + 3 * Buffer.byteLength(text), 0);
    if (this.at + room <= this.block.bytes.length) return;
    this.block = byteBlock(Buffer.allocUnsafeSlow(Math.max(blockSize, room)));
    this.at = 0;
  }
}

const blockSize = 256 * 1024;

const unscaled: Written = { decimals: 0, isTrimmed: false };

export const noNames: ReadyNames = { texts: [], block: byteBlock(Buffer.alloc(0)), places: [], longest: 0 };

function partsOf(
  pieces: readonly Piece[],
  writtenAs: readonly Written[],
  fixed: (text: string) => Fixed,
): readonly Part[] {
  // What stands for a number or a name begins and ends as one.
  const words = pieces.map((piece) => (typeof piece === 'string' ? piece : '0')).join('');
  const isMarked = quoted(words) !== words;
  const slotOf = (piece: Exclude<Piece, string>): Slot | Named =>
    'name' in piece
      ? { kind: 'name', ...piece }
      : { kind: 'number', ...piece, ...(writtenAs[piece.figure] ?? unscaled) };
  const slots = pieces
    .flatMap((piece) => (typeof piece === 'string' ? [] : [slotOf(piece)]))
    .filter((slot) => slot.kind === 'number');
  const parts = (marked: boolean): readonly Part[] => {
    const open = marked ? [fixed('"')] : [];
    const own = pieces.map((piece) =>
      typeof piece === 'string' ? fixed(marked ? piece.replaceAll('"', '""') : piece) : slotOf(piece),
    );
    return [...open, ...own, ...(marked ? [fixed('"')] : [])];
  };
  if (isMarked || !slots.some(({ grouped }) => grouped)) return parts(isMarked);
  return [{ kind: 'choice', slots, bare: parts(false), marked: parts(true) }];
}

/** Runs of bytes that follow each other as one. */
function merged(parts: readonly Part[]): readonly Part[] {
  const found: Part[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (last?.kind === 'bytes' && part.kind === 'bytes' && last.end === part.first)
      found[found.length - 1] = { ...last, end: part.end };
    else found.push(part);
  }
  return found;
}

/** The most bytes of all but names. */
function longestOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => {
    switch (part.kind) {
      case 'bytes':
        return sum + part.end - part.first;
      case 'number':
        return sum + longestNumber;
      case 'name':
        return sum;
      default:
        return sum + longestOf(part.marked);
    }
  }, 0);
}

function namesIn(parts: readonly Part[]): number {
  return parts.reduce(
    (sum, part) => sum + (part.kind === 'name' ? 1 : part.kind === 'choice' ? namesIn(part.marked) : 0),
    0,
  );
}

/** What the parts are written from, beside figures. */
interface Sources {
  readonly block: ByteBlock;
  readonly names: ReadyNames;
}

function writeParts(
  parts: readonly Part[],
  sources: Sources,
  figures: Float64Array,
  target: ByteBlock,
  from: number,
): number {
  let at = from;
  for (let place = 0; place < parts.length; place += 1) {
    const part = parts[place] as Part;
    switch (part.kind) {
      case 'bytes':
        at = copyBytes(sources.block, part.first, part.end, target, at);
        break;
      case 'number':
        at = writeNumber(figures[part.figure] as number, part, target.bytes, at);
        break;
      case 'name': {
        const { first, end } = sources.names.places[part.name] as Fixed;
        at = copyBytes(sources.names.block, first, end, target, at);
        break;
      }
      default: {
        const hasComma = part.slots.some(
          ({ figure, decimals, grouped }) => grouped && Math.abs(figures[figure] as number) >= 10 ** (decimals + 3),
        );
        at = writeParts(hasComma ? part.marked : part.bare, sources, figures, target, at);
      }
    }
  }
  return at;
}

/** Digits of the number that is being written, the last one first. */
const digits = new Uint8Array(longestNumber);
/** So many digits are a number that integer arithmetic is quick with. */
const digitsAtOnce = 7;
const partSize = 10 ** digitsAtOnce;

type HowWritten = Written & { readonly grouped: boolean };

/** Writes a whole number with a point before its decimals. */
function writeNumber(whole: number, how: HowWritten, target: Uint8Array, from: number): number {
  const { isTrimmed, grouped } = how;
  let { decimals } = how;
  let number = whole;
  if (isTrimmed) for (; decimals > 0 && number % 10 === 0; decimals -= 1) number /= 10;
  const count = takeApart(Math.abs(number), decimals + 1);
  let at = from;
  if (number < 0) {
    target[at] = 0x2d;
    at += 1;
  }
  for (let place = count - 1; place >= 0; place -= 1) {
    target[at] = 0x30 + (digits[place] as number);
    at += 1;
    const above = place - decimals;
    if (place === decimals && decimals > 0) {
      target[at] = 0x2e;
      at += 1;
    } else if (grouped && above > 0 && above % 3 === 0) {
      target[at] = 0x2c;
      at += 1;
    }
  }
  return at;
}

/** Fills `digits`, with zeros up to `least` of them, and gives how many there are. */
function takeApart(number: number, least: number): number {
  let count = 0;
  let rest = number;
  while (rest >= partSize) {
    let above = Math.floor(rest / partSize);
    // The quotient of doubles may have been rounded up to the next whole number.
    if (above * partSize > rest) above -= 1;
    let part = (rest - above * partSize) | 0;
    for (let digit = 0; digit < digitsAtOnce; digit += 1) {
      const shorter = (part / 10) | 0;
      digits[count] = part - shorter * 10;
      part = shorter;
      count += 1;
    }
    rest = above;
  }
  let part = rest | 0;
  while (part > 0 || count < least) {
    const shorter = (part / 10) | 0;
    digits[count] = part - shorter * 10;
    part = shorter;
    count += 1;
  }
  return count;
}

/** A text that was taken apart, with its figures and names in their places. */
export function filledText(
  pieces: readonly Piece[],
  figures: Float64Array,
  names: readonly string[],
  writtenAs: readonly Written[],
): string {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else if ('name' in piece) text += names[piece.name] ?? '';
    else {
      const { figure, grouped } = piece;
      const end = writeNumber(figures[figure] as number, { ...(writtenAs[figure] ?? unscaled), grouped }, written, 0);
      text += Buffer.from(written.subarray(0, end)).toString('latin1');
    }
  }
  return text;
}

const written = new Uint8Array(2 * longestNumber);
