import { type Field, trimField } from '../intake/field.ts';
import { type RecordScanner, utf8 } from '../intake/record-scanner.ts';

/** Longer texts are left to those who read text. */
const longestField = 100;

/** What is written in a column, by the number of the text: what it is read as, and its class. Below zero: it cannot be read, or is of no class. */
export class FieldClasses<Value extends string> {
  private classes: number[] = [];
  private values: (Value | undefined)[] = [];
  private readonly parse: (text: string) => Field<Value>;
  private readonly classOf: (value: Value) => number;

  constructor(parse: (text: string) => Field<Value>, classOf: (value: Value) => number) {
    this.parse = parse;
    this.classOf = classOf;
  }

  /** `name`: the number of the text that the scanner has found in the field. */
  get(name: number, block: Uint8Array, scanner: RecordScanner, field: number): number {
    return this.classes[name] ?? this.read(name, utf8(block, scanner.starts[field] ?? 0, scanner.ends[field] ?? 0));
  }

  /** What the text was read as whose class was got before; undefined: it could not be read. */
  valueOf(name: number): Value | undefined {
    return this.values[name];
  }

  forget(): void {
    this.classes = [];
    this.values = [];
  }

  private read(name: number, text: string): number {
    const trimmed = trimField(text);
    const field = trimmed.length > longestField ? undefined : this.parse(trimmed);
    const found = field?.ok ? this.classOf(field.value) : -1;
    this.classes[name] = found;
    this.values[name] = field?.ok ? field.value : undefined;
    return found;
  }
}
