import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import { type Problem, problem } from '../../customs/problem.ts';
import { type Result, fail, ok } from '../../exact/result.ts';
import { JsonRows } from './json-rows.ts';
import type { ExportRow } from './export-row.ts';

/**
 * Reads the JSON export: an array of objects, one for each row of the schedule. All of it or nothing: a text that ends early, a
 * row with other keys, a key written twice are problems with their lines.
 */
export function readJsonExport(text: string, file: string): Result<readonly ExportRow[], readonly Problem[]> {
  const rows = new JsonRows(file);
  let broken: Problem | undefined;
  try {
    visit(
      text,
      {
        onObjectBegin: (_offset, _length, line) => rows.open('object', line + 1),
        onObjectEnd: () => rows.close(),
        onArrayBegin: (_offset, _length, line) => rows.open('array', line + 1),
        onArrayEnd: () => rows.close(),
        onObjectProperty: (name, _offset, _length, line) => rows.key(name, line + 1),
        onLiteralValue: (value: unknown, _offset, _length, line) => rows.value(value, line + 1),
        onError: (error, offset, _length, line, character) => {
          broken ??= notJson(error, { text, offset, line: line + 1, character: character + 1 }, file, rows.count);
        },
      },
      { disallowComments: true, allowTrailingComma: false },
    );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    broken = problem('bad-export', 'error', 'the JSON is nested too deeply', { file, line: 1 });
  }
  if (broken) return fail([broken]);
  return rows.problems.length > 0 ? fail(rows.problems) : ok(rows.rows);
}

interface Place {
  readonly text: string;
  readonly offset: number;
  readonly line: number;
  readonly character: number;
}

function notJson(error: ParseErrorCode, { text, offset, line, character }: Place, file: string, rows: number): Problem {
  const words = printParseErrorCode(error)
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  const ends = offset >= text.trimEnd().length || words.startsWith('unexpected end');
  const what = ends ? 'the file ends in the middle' : `not JSON: ${words}`;
  return problem('bad-export', 'error', `${what}, at line ${line}, column ${character}, in or after row ${rows}`, {
    file,
    line,
    value: text.slice(offset, offset + 20).split('\n')[0] || null,
    hint: ends ? 'Download it again: the rows up to there would be a smaller schedule.' : null,
  });
}
