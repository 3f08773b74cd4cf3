/** Who runs on the same file: the program itself, floors below it, and what people would use instead. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { answer } from './measure.mjs';

const here = (file) => join(import.meta.dirname, 'contenders', file);
const node = process.execPath;

/**
 * `command` of the files it reads and writes; `writes` is true where it opens the output itself. Those of one `job` must write
 * the same records. `version` is null where it is not installed.
 */
export function contenders(command) {
  const python = answer(['python3', '--version']);
  const miller = answer(['mlr', '--version']);
  const duckdb = packageVersion('@duckdb/node-api');
  return [
    {
      name: 'tariff',
      does: 'all bundled law: origins, dates, quotas, reasons',
      job: 'law',
      version: '',
      command: (input) => [node, command, 'calc', input, '--format', 'csv'],
    },
    {
      name: 'Node, bytes',
      does: 'reads and writes blocks, looks at nothing',
      job: 'bytes',
      version: process.version,
      command: (input) => [node, here('node-bytes.mjs'), input],
    },
    {
      name: 'Node, csv-parse',
      does: 'reads rows, writes them again',
      job: 'pass',
      version: packageVersion('csv-parse'),
      command: (input) => [node, here('node-csv.mjs'), 'pass', input],
    },
    {
      name: 'Node, csv-parse and decimal.js',
      does: 'one rate per metal on the value',
      job: 'flat',
      version: packageVersion('decimal.js'),
      command: (input) => [node, here('node-csv.mjs'), 'flat', input],
    },
    {
      name: 'Python, csv',
      does: 'reads rows, writes them again',
      job: 'pass',
      version: python,
      command: (input) => ['python3', here('python_csv.py'), 'pass', input],
    },
    {
      name: 'Python, csv and decimal',
      does: 'one rate per metal on the value',
      job: 'flat',
      version: python,
      command: (input) => ['python3', here('python_csv.py'), 'flat', input],
    },
    {
      name: 'Miller',
      does: 'reads rows, writes them again',
      job: 'pass',
      version: miller,
      command: (input) => ['mlr', '--csv', 'cat', input],
    },
    {
      name: 'DuckDB, all cores',
      does: 'one rate per metal on the value',
      job: 'flat',
      version: duckdb,
      writes: true,
      command: (input, output) => [node, here('duckdb-flat.mjs'), input, output],
    },
  ];
}

function packageVersion(name) {
  const require = createRequire(import.meta.url);
  for (const folder of require.resolve.paths(name)) {
    try {
      return require(join(folder, name, 'package.json')).version;
    } catch {
      // in another folder, or nowhere
    }
  }
  return null;
}
