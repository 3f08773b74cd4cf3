import type { Law } from '../assess/law.ts';
import { type Alike, alikeUnder, factsText } from '../assess/alike.ts';
import { type WorkedAnswer, namesGoods, workAnswer } from '../assess/worked-answer.ts';
import type { AssessedLine } from '../customs/assessment.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import type { Problem } from '../customs/problem.ts';
import type { Fact } from '../customs/table.ts';
import { Decimal, decimal } from '../exact/decimal.ts';
import { type Money, type Rounding, toMoney } from '../exact/money.ts';
import { type Reckoner, type Wanted, makeReckoner } from '../exact/reckon.ts';
import type { RowTaker } from '../intake/csv.ts';
import type { EntryContext } from '../intake/entry-context.ts';
import { parseEntryRows } from '../intake/entry-rows.ts';
import type { HeaderPlan } from '../intake/header.ts';
import { KeyTable } from '../intake/key-table.ts';
import { type Field, trimField } from '../intake/field.ts';
import { type RecordScanner, textsOf, utf8 } from '../intake/record-scanner.ts';
import { RowBytes, readDecimals } from '../intake/row-bytes.ts';
import { type ReadyCells, filledText, readyCells } from '../present/ready-cells.ts';
import { RowEcho } from './row-echo.ts';

/** Rows that were answered from their bytes: what is written of them, and what they add to the sums of the run. */
export interface ReadyRows {
  readonly bytes: readonly Uint8Array[];
  readonly rows: number;
  readonly sums: { readonly value: Decimal; readonly duty: Money; readonly refundable: Money };
  /** Warnings and errors of the rows, in order. */
  readonly problems: readonly Problem[];
}

/** Whole numbers: the value in the units that amounts are read in, the others in payable units. */
interface Sums {
  value: number;
  duty: number;
  refundable: number;
}

/** Classes of what is written in a column, by the number of the text; below zero: it cannot be read, or has none. */
class FieldClasses {
  private known: number[] = [];
  private readonly read: (text: string) => number;

  constructor(parse: (text: string) => Field<string>, classOf: (value: never) => number) {
    this.read = (text) => {
      const trimmed = trimField(text);
      const field = trimmed.length > longestField ? undefined : parse(trimmed);
      return field?.ok ? classOf(field.value as never) : -1;
    };
  }

  get(name: number, block: Uint8Array, scanner: RecordScanner, field: number): number {
    const known = this.known[name];
    if (known !== undefined) return known;
    const found = this.read(utf8(block, scanner.starts[field] ?? 0, scanner.ends[field] ?? 0));
    this.known[name] = found;
    return found;
  }

  forget(): void {
    this.known = [];
  }
}

/** Longer texts are looked at as text. */
const longestField = 100;

/** A worked answer made ready for one row after another. */
interface ReadyAnswer {
  readonly worked: WorkedAnswer;
  readonly reckoner: Reckoner;
  readonly cells: ReadyCells;
  readonly problems: readonly Problem[];
  readonly decimalsOf: (figure: number) => number;
  /** Places of the sums among the results; they follow the figures. */
  readonly duty: number;
  readonly refundable: number;
  /** For amounts that decide otherwise; null: not needed yet. */
  next: ReadyAnswer | null;
}

/** How the rows of the file at hand are read and written. */
interface Plan {
  readonly header: HeaderPlan;
  readonly echo: RowEcho;
  bytes: RowBytes;
}

export interface ReadyLaw {
  readonly law: Law;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly context: EntryContext;
  readonly rounding: Rounding;
  /** Text that a spreadsheet would run is written as it is. */
  readonly isRaw: boolean;
  /** Whether the cells tell what is not covered. */
  readonly tellsNotCovered: boolean;
  /** The cells that an answer adds to a row. */
  readonly write: (answer: AssessedLine) => readonly string[];
}

/** Answers of one combination that decide otherwise for other amounts; more, and the rows are assessed one by one. */
const mostVariants = 4;
/** Different texts and answers that are remembered; then all is forgotten, so that memory stays bounded. */
const mostKnown = 2_000_000;
const mostAnswers = 300_000;

/** Stands for an origin as it is written, where its class is not enough. */
const ownOrigin = 1_000_000;
/** In place of an answer: look it up by what was written. */
const namesItsGoods = 2 ** 30;

const blockSize = 1024 * 1024;
const largest = Number.MAX_SAFE_INTEGER;

/**
 * Answers rows of CSV from their bytes. The first row of each combination of number, origin, stretch of days and facts is worked out by the
 * rules, and how it was worked out is kept; those that follow go through the same steps with their own amounts, in whole numbers. Rows for
 * which that is not the whole truth are left to those who assess them one by one.
 */
export class ReadyRowTaker implements RowTaker<ReadyRows> {
  private readonly ready: ReadyLaw;
  private readonly decimals: number;
  private readonly alike: Alike;
  private plan: Plan | null = null;
  private isOver = false;
  private readonly classes: Readonly<Record<'hts' | 'origin' | 'date', FieldClasses>>;
  private keys = new KeyTable();
  /** For answers that name the goods or the origin: by what was written. */
  private ownKeys = new KeyTable();
  private answers: (ReadyAnswer | null)[] = [];
  /** Places of answers that serve all lines of a situation that agree in the facts that were asked for. */
  private shared = new Map<string, { readonly asked: ReadonlySet<string>; readonly places: Map<string, number> }>();
  private block = new Uint8Array(blockSize);
  private at = 0;
  private from = 0;
  private full: Uint8Array[] = [];
  private rows = 0;
  private sums: Sums = { value: 0, duty: 0, refundable: 0 };
  private problems: Problem[] = [];
  private readonly inputs = new Float64Array(2);

  constructor(ready: ReadyLaw) {
    this.ready = ready;
    this.decimals = decimal(ready.rounding.to).decimalPlaces();
    const alike = alikeUnder(ready.law, ready);
    const { context } = ready;
    this.alike = alike;
    this.classes = {
      hts: new FieldClasses(context.code, alike.goodsOf),
      origin: new FieldClasses(context.country, alike.originsOf),
      date: new FieldClasses(context.date, alike.stretchOf),
    };
  }

  /** Begins a file. `order`: which of its fields are written, in their order. */
  begin(header: HeaderPlan, order: readonly number[]): void {
    if (this.isOver) return;
    this.plan = { header, echo: new RowEcho(order, this.ready.isRaw), bytes: this.newBytes(header) };
    this.forget();
  }

  take(block: Uint8Array, from: number, scanner: RecordScanner, line: number): boolean {
    const { plan } = this;
    if (!plan) return false;
    const { bytes, echo } = plan;
    if (!bytes.read(block, scanner, from)) {
      if (bytes.isJoined) this.end();
      return false;
    }
    if (this.answers.length >= mostAnswers || bytes.known + this.keys.count + this.ownKeys.count >= mostKnown) {
      this.forget();
      return false;
    }
    const answer = this.answerTo(block, scanner);
    if (!answer) return false;
    const { results } = answer.reckoner;
    const { sums } = this;
    const value = sums.value + bytes.value;
    const duty = sums.duty + (results[answer.duty] as number);
    if (value > largest || duty > largest) return false;
    const room = echo.longest(from, scanner) + answer.cells.longest + 1;
    if (this.at + room > this.block.length) this.renew(room);
    const end = echo.write(block, from, scanner, this.block, this.at);
    if (end < 0) return false;
    this.at = answer.cells.write(results, this.block, end);
    this.block[this.at] = 0x0a;
    this.at += 1;
    sums.value = value;
    sums.duty = duty;
    sums.refundable += results[answer.refundable] as number;
    this.rows += 1;
    if (answer.problems.length > 0) this.tell(answer, line);
    return true;
  }

  /** Lines of one entry, or of one moment, were met: they are held back, so from now on none may pass them. */
  private end(): void {
    this.isOver = true;
    this.plan = null;
  }

  taken(): ReadyRows | undefined {
    if (this.rows === 0) return undefined;
    const bytes = [...this.full, this.block.subarray(this.from, this.at)];
    const { rows, sums, problems } = this;
    this.from = this.at;
    this.full = [];
    this.rows = 0;
    this.sums = { value: 0, duty: 0, refundable: 0 };
    this.problems = [];
    const payable = (units: number): Money => toMoney(new Decimal(units).div(10 ** this.decimals), this.ready.rounding);
    return {
      bytes,
      rows,
      sums: {
        value: new Decimal(sums.value).div(10 ** readDecimals.value),
        duty: payable(sums.duty),
        refundable: payable(sums.refundable),
      },
      problems,
    };
  }

  /** The answer that holds for the amounts of the row, with its results reckoned; undefined: there is none. */
  private answerTo(block: Uint8Array, scanner: RecordScanner): ReadyAnswer | undefined {
    const { bytes } = this.plan as Plan;
    this.inputs[0] = bytes.value;
    this.inputs[1] = bytes.weight;
    const stretch = this.classes.date.get(bytes.date, block, scanner, bytes.dateField);
    const goods = this.classes.hts.get(bytes.hts, block, scanner, bytes.htsField);
    if (stretch < 0 || goods < 0) return undefined;
    // What a line may claim turns on the origin itself.
    const origin = bytes.hasClaim
      ? ownOrigin + bytes.origin
      : this.classes.origin.get(bytes.origin, block, scanner, bytes.originField);
    if (origin < 0) return undefined;
    let place = this.keys.get(goods, origin, stretch, bytes.facts);
    if (place === namesItsGoods) place = this.ownKeys.get(bytes.hts, bytes.origin, stretch, bytes.facts);
    const known = place < 0 ? undefined : this.answers[place];
    if (known === null) return undefined;
    let variants = 0;
    for (let one = known ?? null; one; one = one.next) {
      if (one.reckoner.reckon(this.inputs)) return one;
      variants += 1;
    }
    if (variants >= mostVariants) return undefined;
    const line = this.lineOf(block, scanner);
    if (!line) return undefined;
    if (known) {
      const other = this.make(line);
      if (other) other.next = known;
      if (other) this.answers[place] = other;
      return other?.reckoner.reckon(this.inputs) ? other : undefined;
    }
    const found = this.placeFor(line);
    const answer = this.answers[found] ?? null;
    if (answer && namesGoods(answer.worked, line, this.ready.law)) {
      this.keys.set(goods, origin, stretch, bytes.facts, namesItsGoods);
      this.ownKeys.set(bytes.hts, bytes.origin, stretch, bytes.facts, found);
    } else this.keys.set(goods, origin, stretch, bytes.facts, found);
    for (let one: ReadyAnswer | null = answer; one; one = one.next) if (one.reckoner.reckon(this.inputs)) return one;
    return undefined;
  }

  /** The place of the answer to a combination that is met for the first time: another one's that is alike, or its own. */
  private placeFor(line: EntryLine): number {
    const situation = this.alike.situationOf(line);
    const kind = `${situation}|${line.weightKg === null}|${line.facts.size === 0}|${line.quotaTier}`;
    const known = situation === undefined ? undefined : this.shared.get(kind);
    const shared = known?.places.get(factsText(line.facts, known.asked));
    if (shared !== undefined) return shared;
    const { answer, asked } = workAnswer(line, this.ready.law, this.ready.write);
    const made = answer && readyAnswer(answer, this.decimals);
    this.answers.push(made);
    const place = this.answers.length - 1;
    if (situation === undefined || asked === null) return place;
    if (made && namesGoods(made.worked, line, this.ready.law)) return place;
    const kept =
      known && [...asked].every((fact) => known.asked.has(fact))
        ? known
        : { asked: new Set([...(known?.asked ?? []), ...asked]), places: new Map<string, number>() };
    kept.places.set(factsText(line.facts, kept.asked), place);
    this.shared.set(kind, kept);
    return place;
  }

  private make(line: EntryLine): ReadyAnswer | null {
    const { answer } = workAnswer(line, this.ready.law, this.ready.write);
    return answer && readyAnswer(answer, this.decimals);
  }

  /** The row as a line; null: it is none. */
  private lineOf(block: Uint8Array, scanner: RecordScanner): EntryLine | null {
    const { header } = this.plan as Plan;
    const record = { kind: 'record', line: 0, fields: textsOf(block, scanner) } as const;
    const [row] = parseEntryRows([record], header, this.ready.context);
    return row?.kind === 'line' ? row.line : null;
  }

  private tell({ problems, reckoner, decimalsOf }: ReadyAnswer, line: number): void {
    const filled = (text: string): string => filledText(text, reckoner.results, decimalsOf);
    for (const one of problems) {
      const { message, hint } = one;
      const file = this.plan?.header.file ?? null;
      this.problems.push({ ...one, file, line, message: filled(message), hint: hint === null ? null : filled(hint) });
    }
  }

  private renew(room: number): void {
    if (this.at > this.from) this.full.push(this.block.subarray(this.from, this.at));
    this.block = new Uint8Array(Math.max(blockSize, room));
    this.at = 0;
    this.from = 0;
  }

  private newBytes(header: HeaderPlan): RowBytes {
    return new RowBytes(header, this.ready.facts, this.ready.law.claims);
  }

  private forget(): void {
    for (const one of Object.values(this.classes)) one.forget();
    this.keys = new KeyTable();
    this.ownKeys = new KeyTable();
    this.answers = [];
    this.shared = new Map();
    const { plan } = this;
    if (plan) plan.bytes = this.newBytes(plan.header);
  }
}

/** Null: its sums cannot be gone through in whole numbers. */
function readyAnswer(worked: WorkedAnswer, decimals: number): ReadyAnswer | null {
  const { line, texts, sheet } = worked;
  const { totals } = line;
  if (!totals) return null;
  const [duty, refundable] = [sheet.stepOf(totals.duty), sheet.stepOf(totals.refundable)];
  const wanted: Wanted[] = [...sheet.figures, { step: duty, decimals }, { step: refundable, decimals }];
  const reckoner = makeReckoner(sheet, [readDecimals.value, readDecimals.weight], wanted);
  if (!reckoner) return null;
  const decimalsOf = (figure: number): number => sheet.figures[figure]?.decimals ?? 0;
  return {
    worked,
    reckoner,
    cells: readyCells(texts, decimalsOf),
    problems: line.problems.filter(({ severity }) => severity !== 'notice'),
    decimalsOf,
    duty: sheet.figures.length,
    refundable: sheet.figures.length + 1,
    next: null,
  };
}
