/** Where a line leaves a cell. */
export const side = { left: 1, right: 2, up: 4, down: 8 } as const;

/** Glyphs by the sides they join, for each way to draw a line; told apart without colour. */
const light = '·───│┘└┴│┐┌┬│┤├┼';
const styles = [light, '·═══║╝╚╩║╗╔╦║╣╠╬', '·━━━┃┛┗┻┃┓┏┳┃┫┣╋', '·╌╌╌╎┘└┴╎┐┌┬╎┤├┼'] as const;

/** How the line of a series looks: "─", "═", "━", "╌". */
export function lineSample(series: number): string {
  return glyph(series, side.left | side.right);
}

function glyph(series: number, sides: number): string {
  return (styles[series % styles.length] ?? light).charAt(sides);
}

interface Cell {
  sides: number;
  series: number;
}

/** Cells in rows from the top, in which lines meet and texts stand. */
export class Canvas {
  readonly width: number;
  private readonly texts: string[][];
  private readonly cells: (Cell | undefined)[][];

  constructor(width: number, height: number) {
    this.width = width;
    this.texts = Array.from({ length: height }, () => Array.from({ length: width }, () => ' '));
    this.cells = Array.from({ length: height }, () => Array.from({ length: width }, () => undefined));
  }

  /** Lines of several series in one cell are drawn as the first of them. */
  join(row: number, column: number, sides: number, series: number): void {
    const cells = this.cells[row];
    if (!cells || column < 0 || column >= this.width || sides === 0) return;
    const known = cells[column];
    if (known) {
      known.sides |= sides;
      known.series = Math.min(known.series, series);
    } else cells[column] = { sides, series };
  }

  hasLine(row: number, column: number): boolean {
    return this.cells[row]?.[column] !== undefined;
  }

  /** Whether a line passes straight through, so that a text may stand in its place. */
  isStraight(row: number, column: number): boolean {
    const sides = this.cells[row]?.[column]?.sides;
    return sides === undefined || sides === (side.left | side.right);
  }

  isFree(row: number, column: number): boolean {
    return !this.hasLine(row, column) && this.texts[row]?.[column] === ' ';
  }

  /** Texts stand over lines; what does not fit is left out. */
  write(row: number, column: number, text: string): void {
    const texts = this.texts[row];
    if (!texts) return;
    for (const [index, sign] of Array.from(text).entries())
      if (column + index < this.width) texts[column + index] = sign;
  }

  lines(): readonly string[] {
    return this.texts.map((texts, row) =>
      texts
        .map((text, column) => {
          const cell = this.cells[row]?.[column];
          return text === ' ' && cell ? glyph(cell.series, cell.sides) : text === '\u00A0' ? ' ' : text;
        })
        .join(''),
    );
  }
}
