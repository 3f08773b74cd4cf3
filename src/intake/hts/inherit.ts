import type { CodeRule } from '../../customs/jurisdiction.ts';
import type { ImportedLine } from '../../customs/imported-schedule.ts';
import { rateColumns } from './export-row.ts';
import type { Findings } from './findings.ts';
import { type ScheduleLine, claimedColumn } from './lines.ts';

/** What the lines of an edition come to: those that lay rates, and how many others there are of which kind. */
export interface Inherited {
  readonly lines: ReadonlyMap<string, ImportedLine>;
  readonly headings: number;
  readonly statistical: number;
}

/** The rate of a column that prints none though its line prints others: the law is there, its rate is not on hand. */
const notOnHand = 'unknown';

/**
 * Gives each line the texts it does not print from the nearest line above whose number begins its own, column by column. The
 * numbers carry that, not the indents: a line below another always begins with its number.
 */
export function inherit(lines: ReadonlyMap<string, ScheduleLine>, code: CodeRule, findings: Findings): Inherited {
  const tree = new Tree(lines, code);
  const kept = new Map<string, ImportedLine>();
  let [headings, statistical] = [0, 0];
  for (const line of lines.values()) {
    const above = tree.above(line.number);
    if (prints(line) || (tree.isLeaf(line.number) && !above.some(prints))) {
      const imported = importedLine(line, [line, ...above], tree, findings);
      kept.set(imported.number, imported);
    } else if (line.number.length === code.full) statistical++;
    else headings++;
  }
  return { lines: kept, headings, statistical };
}

function prints(line: ScheduleLine): boolean {
  return line.cells.some((text) => text !== '');
}

function importedLine(
  line: ScheduleLine,
  family: readonly ScheduleLine[],
  tree: Tree,
  findings: Findings,
): ImportedLine {
  const cells = rateColumns.map(({ id }, column) => {
    const text = family.find((one) => one.cells[column] !== '')?.cells[column] ?? '';
    if (text !== '' || id === claimedColumn) return text;
    const { row, number } = line.place;
    const message = `${number} (row ${row}) prints no rate here, nor does a line above: it is not "Free", but unknown`;
    findings.problem('empty-rate', 'warning', message, { ...line.place, column: id }, '');
    return notOnHand;
  });
  const number = tree.rateNumber(line.number);
  return { number, cells, units: line.units, words: line.words, suffixes: tree.suffixesBelow(number) };
}

/** The numbers of an edition, above and below each other. */
class Tree {
  private readonly lines: ReadonlyMap<string, ScheduleLine>;
  private readonly code: CodeRule;
  private readonly suffixes = new Map<string, string[]>();
  private readonly parents = new Set<string>();
  /** Digits of a number without its statistical suffix. */
  private readonly rateLength: number;

  constructor(lines: ReadonlyMap<string, ScheduleLine>, code: CodeRule) {
    this.lines = lines;
    this.code = code;
    this.rateLength = code.full - (code.groups.at(-1) ?? 0);
    for (const number of lines.keys()) {
      for (const length of code.lengths) if (length < number.length) this.parents.add(number.slice(0, length));
      if (number.length === code.full) this.addSuffix(number);
    }
  }

  private addSuffix(number: string): void {
    const base = number.slice(0, this.rateLength);
    this.suffixes.set(base, [...(this.suffixes.get(base) ?? []), number.slice(this.rateLength)]);
  }

  /** Lines whose numbers begin this one, the nearest first. */
  above(number: string): readonly ScheduleLine[] {
    return this.code.lengths
      .filter((length) => length < number.length)
      .toSorted((a, b) => b - a)
      .flatMap((length) => this.lines.get(number.slice(0, length)) ?? []);
  }

  /** Goods are entered under it: nothing is below, and it is no heading. */
  isLeaf(number: string): boolean {
    return number.length >= this.rateLength && !this.parents.has(number);
  }

  /** A full number that is alone below its subheading stands for it: 0101.30.00.00 is 0101.30.00, with the suffix 00. */
  rateNumber(number: string): string {
    const base = number.slice(0, this.rateLength);
    return number.length < this.code.full || this.lines.has(base) || (this.suffixes.get(base)?.length ?? 0) > 1
      ? number
      : base;
  }

  suffixesBelow(number: string): readonly string[] {
    return number.length === this.rateLength ? (this.suffixes.get(number) ?? []).toSorted() : [];
  }
}
