import { type SummaryKey, summaryKeys } from '../customs/summary.ts';
import { closest } from '../exact/suggest.ts';
import { isSameFile } from '../io/files.ts';
import { standardInput } from '../io/input.ts';
import { isFileFormat } from '../present/file-formats.ts';
import { exampleShipment } from './command-parts.ts';
import { type CalcFormat, type CalcOptions, calcFormats } from './calc-options.ts';
import { checkNoFileOptions } from './file-options.ts';
import { keepsColumns } from './read-shipments.ts';
import { formatOf, toStandardOutput } from './run-options.ts';
import { usage } from './stop.ts';
import type { World } from './world.ts';

/** What `tariff calc` is asked for. Throws a usage error where files and options do not fit together, before anything is read. */
export function asked(
  files: readonly string[],
  isSingle: boolean,
  options: CalcOptions,
  world: World,
): { readonly format: CalcFormat; readonly summaryBy: readonly SummaryKey[] } {
  if (isSingle && files.length > 0)
    throw usage(
      'a shipment by flags and files of shipments cannot be mixed',
      null,
      'Leave out the files, or the flags that describe a shipment.',
    );
  if (!isSingle && files.length === 0)
    throw usage(
      'no shipment was given',
      null,
      `Give one by flags (${exampleShipment}), or a CSV file, or - for standard input.`,
    );
  if (isSingle) checkNoFileOptions(options);
  const summaryBy = parseSummary(options);
  // Nobody sees a table that is not printed; what is wrong is told on standard error then.
  const isHidden = options.quiet === true && toStandardOutput(options);
  const format = isHidden ? 'ndjson' : formatOf(options, calcFormats);
  checkFileFormat(format, options, world);
  checkExplain(options, format, isSingle);
  if (options.commit === true && options.knownOn !== undefined)
    throw usage('a ledger records what the law is, not what it was known to be', '--known-on', 'Leave out --commit.');
  if (options.columns !== undefined && summaryBy.length > 0)
    throw usage('--columns names columns of lines, and --summary gives sums', '--columns', 'Leave one of them out.');
  checkOutput(files, options);
  return { format, summaryBy };
}

/** An output that is one of the inputs would replace what the user cannot make again. */
export function checkOutput(files: readonly string[], { output }: CalcOptions): void {
  if (output === undefined || output === '-') return;
  const read = files.find((file) => file !== standardInput && isSameFile(file, output));
  if (read !== undefined)
    throw usage('is a file that this run reads, and would be replaced', '--output', 'Name another file.', output);
}

/** Bytes on a terminal help nobody. */
function checkFileFormat(format: CalcFormat, options: CalcOptions, { stdout }: World): void {
  if (isFileFormat(format) && toStandardOutput(options) && stdout.isTTY === true)
    throw usage(`${format} is not for a terminal`, '--format', `Name a file: -o duties.${format}`, format);
}

/** An explanation is a page of its own: rows and sums have no place for it. */
function checkExplain(options: CalcOptions, format: CalcFormat, single: boolean): void {
  if (options.explain !== true) return;
  if (options.summary !== undefined) throw usage('--explain and --summary do not go together', '--explain');
  if (format === 'json' || format === 'ndjson' || (single && !keepsColumns(format))) return;
  throw usage(
    single ? `--explain has no place in ${format}` : `--explain of files of shipments has no place in ${format}`,
    '--format',
    single ? 'Use --format table, markdown or json.' : 'Use --format json or ndjson: each line then has its "trace".',
  );
}

function parseSummary(options: CalcOptions): readonly SummaryKey[] {
  if (options.summary === undefined) return [];
  const format = formatOf(options, calcFormats);
  if (format === 'ndjson' || format === 'parquet')
    throw usage(
      `--summary gives sums, and ${format} gives lines`,
      '--format',
      'Use --format json, csv, xlsx, table or markdown.',
    );
  const keys = options.summary.split(',').map((key) => key.trim());
  for (const key of keys) {
    if ((summaryKeys as readonly string[]).includes(key)) continue;
    const near = closest(key, summaryKeys);
    throw usage(
      `"${key}" is nothing lines can be summed up by`,
      '--summary',
      near ? `Did you mean "${near}"?` : `One or several of ${summaryKeys.join(', ')}`,
    );
  }
  return keys as SummaryKey[];
}
