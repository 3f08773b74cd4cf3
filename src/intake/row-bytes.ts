import { Buffer, isUtf8 } from 'node:buffer';
import type { Fact } from '../customs/table.ts';
import { ByteNames } from './byte-names.ts';
import type { HeaderPlan } from './header.ts';
import { KeyTable } from '../exact/key-table.ts';
import { type RecordScanner, fieldKind } from './record-scanner.ts';

/** Decimals that amounts may have to be read from bytes: more are read as text. */
export const readDecimals = { value: 2, weight: 3 } as const;

/** Columns that say which line it is; they are carried through, and change no answer as long as there is neither ledger nor entry number. */
const names = new Set(['id', 'entry_line']);

/** Columns that make a row one that is not answered by itself. */
const joining = new Set(['entry_number', 'presented_at']);

/** What a column is read as. */
const part = {
  carried: 0,
  hts: 1,
  origin: 2,
  date: 3,
  value: 4,
  weight: 5,
  named: 6,
  blank: 7,
  joining: 8,
  claim: 9,
} as const;

const parts: Readonly<Record<string, number>> = {
  hts: part.hts,
  origin: part.origin,
  date: part.date,
  value: part.value,
  weight_kg: part.weight,
};

const none = -1;

/**
 * Reads what decides an answer from the bytes of a row: numbers that stand for the texts of number, origin, day and declared facts, and the
 * amounts. It reads what nearly all rows are like, and leaves the others to those who read text.
 */
export class RowBytes {
  hts = 0;
  origin = 0;
  date = 0;
  /** Stands for all other facts together, and for whether a weight is declared. */
  facts = 0;
  /** In the units that {@link readDecimals} say. */
  value = 0;
  weight = 0;
  /** Whether a program is claimed. */
  hasClaim = false;
  /** Places of the columns. */
  htsField = 0;
  originField = 0;
  dateField = 0;
  /** A row was met that belongs together with others: from now on none can be answered by itself. */
  isJoined = false;

  private readonly isClaimGiven: boolean;
  /** How many fields a row has. */
  private readonly width: number;
  /** The fields that are looked at, and what each of them is read as. */
  private readonly looked: Int32Array;
  private readonly parts: Uint8Array;
  private readonly texts = {
    hts: new ByteNames(),
    origin: new ByteNames(),
    date: new ByteNames(),
    facts: new ByteNames(),
  };
  private readonly together = new KeyTable();

  /** `claims`: facts by which lines claim programs; `untold`: facts that a row may not declare. */
  constructor(
    { headers, fields, given }: HeaderPlan,
    facts: Readonly<Record<string, Fact>>,
    { claims, untold }: { readonly claims: readonly string[]; readonly untold: readonly string[] },
  ) {
    const looked = [...fields].flatMap(([column, field]) => {
      const own = partOf(column, facts);
      const told = own === part.named && claims.includes(column) ? part.claim : own;
      return own === part.carried ? [] : [{ field, part: untold.includes(column) ? part.blank : told }];
    });
    this.width = headers.length;
    this.looked = Int32Array.from(looked, (one) => one.field);
    this.parts = Uint8Array.from(looked, (one) => one.part);
    this.isClaimGiven = claims.some((fact) => given?.has(fact));
    this.htsField = fields.get('hts') ?? 0;
    this.originField = fields.get('origin') ?? 0;
    this.dateField = fields.get('date') ?? 0;
  }

  /** How many different texts are known. */
  get known(): number {
    const { hts, origin, date, facts } = this.texts;
    return hts.count + origin.count + date.count + facts.count + this.together.count;
  }

  /** Whether the row that the scanner has just found could be read. */
  read(block: Uint8Array, scanner: RecordScanner, from: number): boolean {
    const { texts, looked, parts: columns } = this;
    if (scanner.fields !== this.width || scanner.stray) return false;
    if (!scanner.isPlain && !isSound(block.subarray(from, scanner.end))) return false;
    this.hts = this.origin = this.date = this.value = none;
    this.weight = none;
    this.hasClaim = this.isClaimGiven;
    let facts = 0;
    for (let place = 0; place < looked.length; place += 1) {
      const field = looked[place] as number;
      const start = scanner.starts[field] as number;
      const end = scanner.ends[field] as number;
      if (start === end) continue;
      if (scanner.kinds[field] === fieldKind.doubled) return false;
      switch (columns[place]) {
        case part.hts:
          this.hts = texts.hts.nameOf(block, start, end);
          break;
        case part.origin:
          this.origin = texts.origin.nameOf(block, start, end);
          break;
        case part.date:
          this.date = texts.date.nameOf(block, start, end);
          break;
        case part.value:
          this.value = amount(block, start, end, readDecimals.value);
          if (this.value <= 0) return false;
          break;
        case part.weight:
          this.weight = amount(block, start, end, readDecimals.weight);
          if (this.weight < 0) return false;
          break;
        case part.claim:
          this.hasClaim = true;
          facts = this.with(facts, field, texts.facts.nameOf(block, start, end));
          break;
        case part.named:
          facts = this.with(facts, field, texts.facts.nameOf(block, start, end));
          break;
        case part.joining:
          this.isJoined = true;
          return false;
        default:
          return false;
      }
    }
    this.facts = facts * 2 + (this.weight < 0 ? 0 : 1);
    return this.hts >= 0 && this.origin >= 0 && this.date >= 0 && this.value > 0;
  }

  /** A number for the facts so far with one more. */
  private with(facts: number, field: number, text: number): number {
    const known = this.together.get(facts, field, text, 0);
    if (known >= 0) return known;
    const made = this.together.count + 1;
    this.together.set(facts, field, text, 0, made);
    return made;
  }
}

function partOf(column: string, facts: Readonly<Record<string, Fact>>): number {
  if (joining.has(column)) return part.joining;
  if (names.has(column)) return part.carried;
  const own = parts[column];
  if (own !== undefined) return own;
  // An amount differs from row to row, so that hardly any two would share an answer.
  const type = facts[column]?.type;
  return type === 'money' || type === 'quantity' || column === 'goods' || column === 'currency'
    ? part.blank
    : part.named;
}

/** Whether bytes are UTF-8 text without NUL and without the sign for damaged text. */
function isSound(bytes: Uint8Array): boolean {
  if (!isUtf8(bytes) || bytes.includes(0)) return false;
  return !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('\uFFFD');
}

/** More digits may not be exact. */
const mostDigits = 14;

/** Digits with at most so many decimals, as a whole number of the last of them; below zero: it is written in another way. */
function amount(block: Uint8Array, start: number, end: number, decimals: number): number {
  let number = 0;
  let at = start;
  for (; at < end; at += 1) {
    const digit = (block[at] as number) - 0x30;
    if (digit < 0 || digit > 9) break;
    number = number * 10 + digit;
  }
  if (at === start || at - start > mostDigits - decimals) return none;
  let places = 0;
  if (at < end) {
    if (block[at] !== 0x2e || at + 1 === end) return none;
    for (at += 1; at < end; at += 1) {
      const digit = (block[at] as number) - 0x30;
      if (digit < 0 || digit > 9 || places === decimals) return none;
      number = number * 10 + digit;
      places += 1;
    }
  }
  for (; places < decimals; places += 1) number *= 10;
  return number;
}
