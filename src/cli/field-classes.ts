import { type Field, trimField } from '../intake/field.ts';
import { type RecordScanner, utf8 } from '../intake/record-scanner.ts';

/** Longer texts are left to those who read text. */
const longestField = 100;

/** Classes of what is written in a column, by the number of the text; below zero: it cannot be read, or is of no class. */
export class FieldClasses {
  private known: number[] = [];
  private readonly read: (text: string) => number;

  constructor(parse: (text: string) => Field<string>, classOf: (value: never) => number) {
    this.read = (text) => {
      const trimmed = trimField(text);
      const field = trimmed.length > longestField ? undefined : parse(trimmed);
      return field?.ok ? classOf(field.value as never) : -1;
    };
  }

  /** `name`: the number of the text that the scanner has found in the field. */
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
