import type { CsvEvent } from './csv-event.ts';
import { damagedText, otherSeparator, strayQuote, unreadableHeader, unreadRest } from './csv-faults.ts';
import { readQuotes } from './csv-quotes.ts';

/** Fields of a record, read leniently, and its text with the blank lines before it. A CR LF that ends a line shows as CR. */
export interface ReadRecord {
  readonly record: readonly string[];
  readonly raw: string;
}

/** The text the parser was reading when it gave up. */
export interface ReadFailure {
  readonly raw: string;
}

/** Turns records into events: counts lines, tells the header from the rest and the broken from the sound. */
export class CsvRows {
  begun = false;
  /** True after an event that ends the file. */
  ended = false;
  private line = 1;
  private readonly file: string;
  private readonly longestRecord: number;

  constructor(file: string, longestRecord: number) {
    this.file = file;
    this.longestRecord = longestRecord;
  }

  events(records: readonly ReadRecord[]): CsvEvent[] {
    const events: CsvEvent[] = [];
    for (const record of records) {
      const event = this.event(record);
      events.push(event);
      if (event.kind === 'fatal') {
        this.ended = true;
        break;
      }
    }
    return events;
  }

  /** The parser gave up: a quotation mark that never closes, or a record without end. */
  failed({ raw }: ReadFailure): CsvEvent {
    this.ended = true;
    const text = this.skipBlankLines(raw);
    const { open } = readQuotes(text);
    const line = open === undefined ? this.line : this.line + lineBreaks(text.slice(0, open));
    this.begun = true;
    return { kind: 'fatal', problem: unreadRest(this.file, line, open !== undefined, this.longestRecord) };
  }

  private event({ record, raw }: ReadRecord): CsvEvent {
    const text = this.skipBlankLines(raw);
    const line = this.line;
    const quoted = text.includes('"');
    this.line += quoted ? Math.max(1, lineBreaks(text)) : 1;
    const stray = quoted ? readQuotes(text).stray : undefined;
    const lastLine = this.line - 1;
    const problem =
      damagedText(text, this.file, line) ?? (stray && strayQuote(stray, text, this.file, { line, lastLine }));
    if (this.begun) {
      return problem
        ? { kind: 'broken', line, raw: withoutEnd(text), fields: record, problem }
        : { kind: 'record', line, fields: record };
    }
    this.begun = true;
    const fatal = otherSeparator(text, record.length, this.file, line) ?? (problem && unreadableHeader(problem));
    return fatal ? { kind: 'fatal', problem: fatal } : { kind: 'header', line, fields: record };
  }

  /** No record begins with a line break, so those in front are blank lines; each shows as one character. */
  private skipBlankLines(raw: string): string {
    let blank = 0;
    while (raw[blank] === '\n' || raw[blank] === '\r') blank++;
    this.line += blank;
    return blank === 0 ? raw : raw.slice(blank);
  }
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

function withoutEnd(text: string): string {
  return text.replace(/[\r\n]$/, '');
}
