import type { ComparedLine } from '../../customs/comparison.ts';
import { groupedText } from '../../exact/decimal.ts';
import { type GridColumn, grid, gridWidth } from '../grid.ts';
import { type Ink, inkFor } from '../ink.ts';
import { lawNote, notCoveredNote, noteText, tablesNote } from '../notes-text.ts';
import { renderDigest } from '../problems.ts';
import type { Style } from '../rendering.ts';
import { summaryTable } from '../summary-table.ts';
import { widest, wrap } from '../text-width.ts';
import { disclaimer } from '../words.ts';
import { type DiffNotes, diffNotes, mostCompared, sumColumns } from './diff-notes.ts';
import type { DiffInfo, DiffRenderer } from './diff-rendering.ts';
import { type ComparedCells, comparedCells, sideWords } from './diff-words.ts';

/** What changed line by line, what that comes to by regime, origin and heading, and the law; all at the end. */
export function diffText(info: DiffInfo, style: Style): DiffRenderer {
  const ink = inkFor(style);
  const taker = diffNotes(info, style);
  const kept: ComparedCells[] = [];
  let left = 0;
  return {
    head: () => '',
    lines: (batch) => {
      taker.add(batch);
      const shown = batch.filter(({ kind }) => kind !== 'unchanged');
      const room = Math.max(0, mostCompared - kept.length);
      kept.push(...shown.slice(0, room).map((line: ComparedLine) => comparedCells(line, style)));
      left += Math.max(0, shown.length - room);
      return '';
    },
    tail: (end) => {
      const notes = taker.notes(end);
      const sections = [
        textLines([
          ...noteText({ label: 'Before', paragraphs: [sideWords(info.before)] }, style.width, ink),
          ...noteText({ label: 'After', paragraphs: [sideWords(info.after)] }, style.width, ink),
        ]),
        kept.length === 0 ? '' : linesTable(kept, style, ink),
        left === 0
          ? ''
          : textLines(wrap(`… and ${groupedText(String(left))} more lines: --format csv -o FILE has all`, style.width)),
        ...notes.sums.map(({ title, rows }) =>
          summaryTable(
            narrowed({ keys: [title], titles: [title, ...sumColumns], rows }, style.width),
            style.width,
            ink,
          ),
        ),
        renderDigest(notes.problems, style),
        totalsText(notes, style, ink),
        lawText(notes, style, ink),
      ];
      return sections.filter((section) => section !== '').join('\n');
    },
  };
}

/** Where there is little room, sums go before how many lines they come from. */
function narrowed({ keys, titles, rows }: Sums, width: number): Sums {
  if (width >= 80) return { keys, titles, rows };
  const without = (row: readonly string[]): readonly string[] => row.filter((_, index) => index !== 1);
  return { keys, titles: without(titles), rows: rows.map(without) };
}

type Sums = Parameters<typeof summaryTable>[0];

const narrowestWhy = 24;

type DiffColumn = readonly [column: GridColumn, cell: (cells: ComparedCells) => readonly string[]];

const idColumn: DiffColumn = [{ title: 'Id', align: 'left' }, ({ id }) => wrap(id, 16, 'break')];

function linesTable(lines: readonly ComparedCells[], style: Style, ink: Ink): string {
  const hasIds = lines.some(({ id }) => id !== '');
  const wide: readonly DiffColumn[] = [
    [{ title: 'Line', align: 'right' }, ({ line }) => [line]],
    ...(hasIds ? [idColumn] : []),
    [{ title: style.code.label, align: 'left' }, ({ goods }) => [goods]],
    [{ title: 'Origin', align: 'left' }, ({ origin }) => [origin]],
    [{ title: 'Before', align: 'right' }, ({ before }) => [before]],
    [{ title: 'After', align: 'right' }, ({ after }) => [after]],
    [{ title: 'Change', align: 'right' }, ({ change }) => [change]],
  ];
  const narrow: readonly DiffColumn[] = [
    [{ title: `Line\n${style.code.label}\nOrigin`, align: 'left' }, ({ line, goods, origin }) => [line, goods, origin]],
    [{ title: 'Before\nAfter\nChange', align: 'right' }, ({ before, after, change }) => [before, after, change]],
  ];
  const half: readonly DiffColumn[] = [
    [{ title: 'Line', align: 'right' }, ({ line }) => [line]],
    [
      { title: hasIds ? `${style.code.label}\nId` : style.code.label, align: 'left' },
      ({ goods, id }) => [goods, ...(id === '' ? [] : [id])],
    ],
    [{ title: 'Origin', align: 'left' }, ({ origin }) => [origin]],
    [{ title: 'Before\nAfter', align: 'right' }, ({ before, after }) => [before, after]],
    [{ title: 'Change', align: 'right' }, ({ change }) => [change]],
  ];
  const widthOf = (columns: readonly DiffColumn[]): number =>
    gridWidth(columns.map(([{ title }, cell]) => widest([...title.split('\n'), ...lines.flatMap(cell)])));
  const columns = [wide, half].find((one) => widthOf(one) + 2 + narrowestWhy <= style.width) ?? narrow;
  const room = Math.max(10, style.width - widthOf(columns) - 2);
  const rows = lines.map((cells) => [
    ...columns.map(([, cell]) => cell(cells).join('\n')),
    cells.why.flatMap((text) => wrap(text, room, 'break')).join('\n'),
  ]);
  const heads = [...columns.map(([column]) => column), { title: 'Why', align: 'left' } as const];
  return grid(heads, rows, columns === wide ? 'head' : 'rows', ink);
}

function totalsText({ totals, counts, notCovered }: DiffNotes, { width }: Style, ink: Ink): string {
  const rows = totals.map(
    ([label, before, after, change, percent]) =>
      `${label}  ${before} → ${after}  ${change}${percent === '' ? '' : ` (${percent})`}`,
  );
  return textLines([
    ...rows.flatMap((row) => wrap(row, width)).map((row) => ink.strong(row)),
    ...wrap(counts, width),
    ...noteText(notCoveredNote(notCovered), width, ink),
  ]);
}

function lawText({ sources, tables }: DiffNotes, { width }: Style, ink: Ink): string {
  const notes = [lawNote(sources.map((source) => ({ ...source, url: null }))), tablesNote(tables)].flatMap((note) =>
    noteText(note, width, ink),
  );
  return [textLines(notes), textLines(wrap(disclaimer, width).map((line) => ink.quiet(line)))]
    .filter((text) => text !== '')
    .join('\n');
}

function textLines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}
