import { Buffer } from 'node:buffer';
import { type Piece, piecesOf } from '../exact/worksheet.ts';
import { quoted } from './csv-text.ts';

/** Cells of a row of CSV that are written again and again with other amounts. */
export interface ReadyCells {
  /** The most bytes that `write` may need. */
  readonly longest: number;
  /** Writes the cells with a comma before each, and gives the place after them. `figures`: whole numbers, by the number of the figure. */
  readonly write: (figures: Float64Array, target: Uint8Array, at: number) => number;
}

/** A number in a cell: which figure, how many of its digits are decimals, and whether the others stand in threes. */
interface Slot {
  readonly figure: number;
  readonly decimals: number;
  readonly grouped: boolean;
}

type Part = Uint8Array | Slot | Choice;

/** A cell that needs quotation marks as soon as one of its figures has a comma. */
interface Choice {
  readonly slots: readonly Slot[];
  readonly bare: readonly Part[];
  readonly marked: readonly Part[];
}

/** Digits, sign, point and commas of any number that is exact. */
const longestNumber = 26;

/** `decimalsOf` a figure: how many are written. Texts hold marks where figures stand. */
export function readyCells(texts: readonly string[], decimalsOf: (figure: number) => number): ReadyCells {
  const parts = merged(texts.flatMap((text) => [Buffer.from(','), ...partsOf(piecesOf(text), decimalsOf)]));
  return { longest: longestOf(parts), write: (figures, target, at) => writeParts(parts, figures, target, at) };
}

function partsOf(pieces: readonly Piece[], decimalsOf: (figure: number) => number): readonly Part[] {
  const fixed = pieces.filter((piece) => typeof piece === 'string').join('\u0001');
  const isMarked = quoted(fixed) !== fixed;
  const slots = pieces.flatMap((piece) =>
    typeof piece === 'string' ? [] : [{ ...piece, decimals: decimalsOf(piece.figure) }],
  );
  const parts = (marked: boolean): readonly Part[] => {
    const own = pieces.map((piece) =>
      typeof piece === 'string'
        ? Buffer.from(marked ? piece.replaceAll('"', '""') : piece)
        : { ...piece, decimals: decimalsOf(piece.figure) },
    );
    return marked ? [Buffer.from('"'), ...own, Buffer.from('"')] : own;
  };
  if (isMarked || !slots.some(({ grouped }) => grouped)) return parts(isMarked);
  return [{ slots, bare: parts(false), marked: parts(true) }];
}

/** Bytes that follow each other as one. */
function merged(parts: readonly Part[]): readonly Part[] {
  const found: Part[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (last instanceof Uint8Array && part instanceof Uint8Array) found[found.length - 1] = Buffer.concat([last, part]);
    else found.push(part);
  }
  return found;
}

function longestOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => {
    if (part instanceof Uint8Array) return sum + part.length;
    return sum + ('figure' in part ? longestNumber : longestOf(part.marked));
  }, 0);
}

function writeParts(parts: readonly Part[], figures: Float64Array, target: Uint8Array, from: number): number {
  let at = from;
  for (let place = 0; place < parts.length; place += 1) {
    const part = parts[place] as Part;
    if (part instanceof Uint8Array) {
      for (let index = 0; index < part.length; index += 1) target[at + index] = part[index] as number;
      at += part.length;
    } else if ('figure' in part)
      at = writeNumber(figures[part.figure] as number, part.decimals, part.grouped, target, at);
    else {
      const hasComma = part.slots.some(
        ({ figure, decimals, grouped }) => grouped && Math.abs(figures[figure] as number) >= 10 ** (decimals + 3),
      );
      at = writeParts(hasComma ? part.marked : part.bare, figures, target, at);
    }
  }
  return at;
}

const digits = new Uint8Array(longestNumber);

/** Writes a whole number with a point before its last `decimals` digits. */
function writeNumber(number: number, decimals: number, grouped: boolean, target: Uint8Array, from: number): number {
  let rest = Math.abs(number);
  let count = 0;
  do {
    const digit = rest % 10;
    digits[count] = digit;
    count += 1;
    rest = (rest - digit) / 10;
  } while (rest > 0 || count <= decimals);
  let at = from;
  if (number < 0) {
    target[at] = 0x2d;
    at += 1;
  }
  for (let place = count - 1; place >= 0; place -= 1) {
    target[at] = 0x30 + (digits[place] as number);
    at += 1;
    const whole = place - decimals;
    if (place === decimals && decimals > 0) {
      target[at] = 0x2e;
      at += 1;
    } else if (grouped && whole > 0 && whole % 3 === 0) {
      target[at] = 0x2c;
      at += 1;
    }
  }
  return at;
}

/** A text with its figures in their places. */
export function filledText(text: string, figures: Float64Array, decimalsOf: (figure: number) => number): string {
  return piecesOf(text)
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const { figure, grouped } = piece;
      const end = writeNumber(figures[figure] as number, decimalsOf(figure), grouped, written, 0);
      return Buffer.from(written.subarray(0, end)).toString('latin1');
    })
    .join('');
}

const written = new Uint8Array(2 * longestNumber);
