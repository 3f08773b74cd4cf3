import type { Edition, ImportedRow } from '../../src/customs/imported-schedule.ts';
import { isoDate } from '../../src/exact/iso-date.ts';
import { readEdition } from '../../src/intake/hts/edition.ts';
import { readExport } from '../../src/intake/hts/export-file.ts';
import { Findings } from '../../src/intake/hts/findings.ts';
import { codeRule } from './nouns.ts';

/** An export read to an edition, and what was found; throws where it is none. */
export async function imported(
  text: string,
  chapters: readonly string[],
  day: string | null = null,
): Promise<{ readonly edition: Edition; readonly findings: Findings }> {
  const rows = await readExport(text, 'export');
  if (!rows.ok) throw new Error(rows.error.map(({ message }) => message).join('\n'));
  const findings = new Findings();
  const source = { file: 'export', effective: day === null ? null : (isoDate(day) ?? null) };
  return { edition: readEdition(rows.value, source, { code: codeRule, chapters }, findings), findings };
}

/** Everything a row lays on the numbers it stands for: itself, and the full numbers it names. */
export function numbersOf({ number, suffixes }: Pick<ImportedRow, 'number' | 'suffixes'>): readonly string[] {
  return [number, ...suffixes.map((suffix) => number + suffix)];
}
