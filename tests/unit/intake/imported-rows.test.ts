import { describe, expect, test } from 'vitest';
import { rowsOfChapters } from '../../../src/intake/imported-rows.ts';

const rows = [
  '      ["0101.21.00", "Free", "", "Free"],',
  '      ["7606.12.30", "3%", "Free (A*,KR)", "13.5%"],',
  '      ["7606.91.60", "2.7%", "", "11.5%"],',
  '      ["8501.10.40", "4.4%", "", "35%"]',
].join('\n');
/** Stands for SHA-256: as long, and another for another text. */
const digest = (texts: readonly string[]): string => String(texts.join('').length).padStart(64, '0');
const table = (body: string, sha256 = digest([rows])): string =>
  `{\n  "regime": "base",\n  "schedule": {\n    "imported": { "rows": 4, "sha256": "${sha256}" },\n    "rows": [\n${body}\n    ]\n  }\n}\n`;

describe('rows of chapters of an imported table', () => {
  const kept = (text: string, chapters: readonly string[]): unknown => {
    const found = rowsOfChapters(text, chapters, digest);
    return found && (JSON.parse(found) as { schedule: { rows: string[][] } }).schedule.rows.map(([number]) => number);
  };

  test.each([
    [['76'], ['7606.12.30', '7606.91.60']],
    [['85'], ['8501.10.40']],
    [
      ['01', '85'],
      ['0101.21.00', '8501.10.40'],
    ],
  ])('%j', (chapters, numbers) => {
    expect(kept(table(rows), chapters)).toEqual(numbers);
  });

  test('are not taken out of a text that was changed since, or has none of the chapter', () => {
    expect(kept(table(rows.replace('3%', '13%')), ['76'])).toBeUndefined();
    expect(kept(table(rows, 'f'.repeat(64)), ['76'])).toBeUndefined();
    expect(kept(table(rows), ['99'])).toBeUndefined();
    expect(kept('{"regime": "base", "measures": []}', ['76'])).toBeUndefined();
  });
});
