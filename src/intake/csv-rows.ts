import type { Buffer } from 'node:buffer';
import type { CsvEvent } from './csv-event.ts';
import { damagedText, otherSeparator, strayQuote, unreadableHeader, unreadRest } from './csv-faults.ts';
import { type RecordScanner, textsOf, utf8 } from './record-scanner.ts';

/** How records are told. */
export interface RowsRule {
  readonly file: string;
  readonly longestRecord: number;
  readonly delimiter: string;
  /** Whether sound records bring their text as it stands; broken ones always do. */
  readonly isRawKept: boolean;
}

/** Turns records into events: counts lines, tells the header from the rest and the broken from the sound. */
export class CsvRows {
  begun = false;
  /** True after an event that ends the file. */
  ended = false;
  /** The line of the file that comes next, from 1. */
  line = 1;
  private readonly file: string;
  private readonly longestRecord: number;
  private readonly delimiter: string;
  private readonly isRawKept: boolean;

  constructor({ file, longestRecord, delimiter, isRawKept }: RowsRule) {
    this.file = file;
    this.longestRecord = longestRecord;
    this.delimiter = delimiter;
    this.isRawKept = isRawKept;
  }

  /** Nothing more can be read: a quotation mark that never closes (`open`, from where `rest` begins), or a record without end. */
  failed(rest: Buffer, open: number | null): CsvEvent {
    this.ended = true;
    const line = open === null ? this.line : this.line + lineBreaks(rest.toString('latin1', 0, open));
    this.begun = true;
    return { kind: 'fatal', problem: unreadRest(this.file, line, open !== null, this.longestRecord) };
  }

  /** Counts the lines of a record that somebody took; gives back whether it was taken. */
  pass(taken: boolean, breaks: number): boolean {
    if (taken) this.line += breaks + 1;
    return taken;
  }

  /** The record that the scanner has just found in the block, where it begins at `from`. */
  event(block: Uint8Array, from: number, scanner: RecordScanner): CsvEvent {
    const line = this.line;
    this.line += scanner.breaks + 1;
    const fields = textsOf(block, scanner);
    const problem = scanner.isPlain && !scanner.hasMarks ? undefined : this.wrongWith(block, from, scanner, line);
    if (this.begun) {
      if (!problem && !this.isRawKept) return { kind: 'record', line, fields };
      const raw = utf8(block, from, scanner.end);
      return problem ? { kind: 'broken', line, raw, fields, problem } : { kind: 'record', line, fields, raw };
    }
    this.begun = true;
    const text = utf8(block, from, scanner.end);
    const fatal =
      otherSeparator(text, fields.length, this.delimiter, { file: this.file, line }) ??
      (problem && unreadableHeader(problem));
    if (!fatal) return { kind: 'header', line, fields };
    this.ended = true;
    return { kind: 'fatal', problem: fatal };
  }

  private wrongWith(block: Uint8Array, from: number, scanner: RecordScanner, line: number): CsvProblem {
    const { stray } = scanner;
    if (scanner.isPlain && !stray) return undefined;
    const text = utf8(block, from, scanner.end);
    return (
      damagedText(text, this.file, line) ??
      (stray && strayQuote(stray, text, this.file, { line, lastLine: line + scanner.breaks }))
    );
  }
}

type CsvProblem = ReturnType<typeof damagedText>;

function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
