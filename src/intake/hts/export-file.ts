import { type Problem, problem } from '../../customs/problem.ts';
import { type Result, fail } from '../../exact/result.ts';
import { readCsvExport } from './export-csv.ts';
import { readJsonExport } from './export-json.ts';
import type { ExportRow } from './export-row.ts';

/** Reads an export of the schedule, JSON or CSV, told by how it begins: its name does not matter. */
export async function readExport(
  text: string,
  file: string,
): Promise<Result<readonly ExportRow[], readonly Problem[]>> {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const [first] = bare.trimStart();
  const wrong = (message: string, hint: string): { ok: false; error: readonly Problem[] } =>
    fail([problem('bad-export', 'error', message, { file, line: 1, hint })]);
  if (first === undefined) return wrong('the file is empty', 'Download the export again, as JSON or CSV.');
  if (first === '<')
    return wrong(
      'is a web page or XML, not an export',
      'The site may have answered with an error page: download again.',
    );
  return first === '[' || first === '{' ? readJsonExport(bare, file) : readCsvExport(bare, file);
}
