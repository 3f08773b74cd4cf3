import type { EntryLine } from '../customs/entry-line.ts';
import type { Problem } from '../customs/problem.ts';
import type { Fact } from '../customs/table.ts';
import { byteBlock } from '../exact/byte-block.ts';
import { Decimal, decimal } from '../exact/decimal.ts';
import { type Money, type Rounding, toMoney } from '../exact/money.ts';
import type { RowTaker } from '../intake/block-reader.ts';
import { parseEntryRows } from '../intake/entry-rows.ts';
import type { HeaderPlan } from '../intake/header.ts';
import { RecordScanner, textsOf } from '../intake/record-scanner.ts';
import { RowBytes, readDecimals } from '../intake/row-bytes.ts';
import { problemsAt } from './ready-answer.ts';
import { type AnswersLaw, type AskedRow, ReadyAnswers } from './ready-answers.ts';
import { RowEcho } from './row-echo.ts';

/** Rows that were answered from their bytes: what is written of them, and what they add to the sums of the run. */
export interface ReadyRows {
  readonly bytes: readonly Uint8Array[];
  readonly rows: number;
  /** How many of them have no answer; the others are assessed. */
  readonly unknown: number;
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

/** How the rows of the file at hand are read and written. */
interface Plan {
  readonly header: HeaderPlan;
  readonly echo: RowEcho;
  readonly row: AskedRow;
}

export interface ReadyLaw extends Omit<AnswersLaw, 'decimals'> {
  readonly facts: Readonly<Record<string, Fact>>;
  readonly rounding: Rounding;
  /** Text that a spreadsheet would run is written as it is. */
  readonly isRaw: boolean;
}

/** Different texts that are remembered; then all is forgotten, so that memory stays bounded. */
const mostTexts = 500_000;

const blockSize = 1024 * 1024;
const largest = Number.MAX_SAFE_INTEGER;

/**
 * Answers rows of CSV from their bytes. The first row of each combination of goods, origin, stretch of days and facts is worked out by the
 * rules, and how it was worked out is kept; those that follow go through the same steps with their own amounts, in whole numbers. Rows for
 * which that is not the whole truth are left to those who assess them one by one.
 */
export class ReadyRowTaker implements RowTaker<ReadyRows> {
  private readonly ready: ReadyLaw;
  private readonly decimals: number;
  private readonly answers: ReadyAnswers;
  private plan: Plan | null = null;
  /** A row was met that belongs together with others. */
  isOver = false;
  /** What is written stands between `from` and `at`, behind blocks that are full. */
  private block = byteBlock(new Uint8Array(blockSize));
  private at = 0;
  private from = 0;
  private full: Uint8Array[] = [];
  private rows = 0;
  private unknown = 0;
  private sums: Sums = { value: 0, duty: 0, refundable: 0 };
  private problems: Problem[] = [];

  constructor(ready: ReadyLaw) {
    this.ready = ready;
    this.decimals = decimal(ready.rounding.to).decimalPlaces();
    this.answers = new ReadyAnswers({ ...ready, decimals: this.decimals });
  }

  /** Begins a file. `order`: which of its fields are written, in their order. */
  begin(header: HeaderPlan, order: readonly number[]): void {
    if (this.isOver) return;
    const row: AskedRow = {
      bytes: this.newBytes(header),
      block: new Uint8Array(),
      scanner: new RecordScanner(),
      line: () => this.lineOf(row, header),
    };
    this.plan = { header, echo: new RowEcho(order, this.ready.isRaw), row };
    this.answers.forget();
  }

  take(block: Uint8Array, from: number, scanner: RecordScanner, line: number): boolean {
    const { plan } = this;
    if (!plan) return false;
    const { echo, row } = plan;
    const { bytes } = row;
    if (!bytes.read(block, scanner, from)) {
      // Lines of one entry, or of one moment, are held back, so from now on none may pass them.
      this.isOver ||= bytes.isJoined;
      if (this.isOver) this.plan = null;
      return false;
    }
    if (this.answers.isFull || bytes.known >= mostTexts) {
      this.answers.forget();
      row.bytes = this.newBytes(plan.header);
      return false;
    }
    row.block = block;
    row.scanner = scanner;
    const answer = this.answers.find(row);
    if (!answer) return false;
    const { results } = answer.reckoner;
    const { sums } = this;
    const value = answer.isAssessed ? sums.value + bytes.value : sums.value;
    const duty = answer.isAssessed ? sums.duty + (results[answer.duty] as number) : sums.duty;
    if (value > largest || duty > largest) return false;
    const room = echo.longest(from, scanner) + answer.cells.longest(answer.pots) + 1;
    if (this.at + room > this.block.bytes.length) this.renew(room);
    const end = echo.write(block, from, scanner, this.block, this.at);
    if (end < 0) return false;
    this.at = answer.cells.write(results, answer.pots, this.block, end);
    this.block.bytes[this.at] = 0x0a;
    this.at += 1;
    sums.value = value;
    sums.duty = duty;
    if (answer.isAssessed) sums.refundable += results[answer.refundable] as number;
    else this.unknown += 1;
    this.rows += 1;
    if (answer.problems.length > 0) this.problems.push(...problemsAt(answer, plan.header.file, line));
    return true;
  }

  taken(): ReadyRows | undefined {
    if (this.rows === 0) return undefined;
    const bytes = [...this.full, this.block.bytes.subarray(this.from, this.at)];
    const { rows, unknown, sums, problems } = this;
    this.from = this.at;
    this.full = [];
    this.rows = 0;
    this.unknown = 0;
    this.sums = { value: 0, duty: 0, refundable: 0 };
    this.problems = [];
    const payable = (units: number): Money => toMoney(new Decimal(units).div(10 ** this.decimals), this.ready.rounding);
    return {
      bytes,
      rows,
      unknown,
      sums: {
        value: new Decimal(sums.value).div(10 ** readDecimals.value),
        duty: payable(sums.duty),
        refundable: payable(sums.refundable),
      },
      problems,
    };
  }

  /** The row as a line; null: it is none. */
  private lineOf({ block, scanner }: AskedRow, header: HeaderPlan): EntryLine | null {
    const record = { kind: 'record', line: 0, fields: textsOf(block, scanner) } as const;
    const [read] = parseEntryRows([record], header, this.ready.context);
    return read?.kind === 'line' ? read.line : null;
  }

  /** What was written may still be waited for, so a new block is begun. */
  private renew(room: number): void {
    if (this.at > this.from) this.full.push(this.block.bytes.subarray(this.from, this.at));
    this.block = byteBlock(new Uint8Array(Math.max(blockSize, room)));
    this.at = 0;
    this.from = 0;
  }

  private newBytes(header: HeaderPlan): RowBytes {
    const { law, facts, tellsNotCovered } = this.ready;
    // What is claimed of that which is not covered is told where it is known what is not covered.
    const claimed = law.schedule.jurisdiction.notCovered.flatMap(({ claimedBy }) => claimedBy ?? []);
    return new RowBytes(header, facts, { claims: law.claims, untold: tellsNotCovered ? [] : claimed });
  }
}
