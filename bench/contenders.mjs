/** Who runs on the same file: the program itself, floors below it, and what people would use instead. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { answer } from './measure.mjs';

const here = (file) => join(import.meta.dirname, 'contenders', file);
const node = process.execPath;

/*
 * Of each: `command` of the files it reads and writes; `writes` is true where it opens the output itself. Those of one `job` must
 * write the same records. `version` is null where it is not installed. `fine` are its exit codes when all went well (0).
 */

/** The program on the flat job, with rules as `rulesAsTable` writes them. */
export function flatTariff(command, { table }) {
  const columns = 'rule_id=tariff_measures,duty_usd=tariff_duty';
  return {
    name: 'tariff',
    does: 'one rate table of these rules',
    job: 'flat',
    version: '',
    command: (input) => [node, command, 'calc', input, '--tables', table, '--format', 'csv', '--columns', columns],
  };
}

/** Whose records those of the program are compared with where nobody is raced. */
export function checkedBy({ csv }) {
  return {
    name: 'Python, csv and decimal',
    does: 'exact decimals, what Python brings along',
    job: 'flat',
    version: answer(['python3', '--version']),
    command: (input) => ['python3', here('flat_python.py'), csv, input],
  };
}

/** Programs that do the flat job, by the same rules. */
export function flatContenders(command, rules) {
  const { csv } = rules;
  const stringify = packageVersion('csv-stringify');
  return [
    flatTariff(command, rules),
    {
      name: 'DuckDB, all cores',
      does: 'decimals of the database',
      job: 'flat',
      version: packageVersion('@duckdb/node-api'),
      writes: true,
      command: (input, output) => [node, here('flat-duckdb.mjs'), csv, input, output],
    },
    checkedBy(rules),
    {
      name: 'Node, the obvious program',
      does: `csv-parse, decimal.js, ${stringify === null ? 'its own writing' : `csv-stringify ${stringify}`}`,
      job: 'flat',
      version: packageVersion('csv-parse'),
      command: (input) => [node, here('flat-node.mjs'), csv, input],
    },
    {
      name: 'mawk',
      does: 'whole numbers within 53 bits',
      job: 'flat',
      version: answer(['mawk', '-W', 'version'])?.split(/[\n,]/, 1)[0] ?? null,
      command: (input) => ['env', 'LC_ALL=C', 'mawk', '-v', `RULES=${csv}`, '-f', here('flat.awk'), input],
    },
    {
      name: 'Miller',
      does: 'whole numbers of 64 bits',
      job: 'flat',
      version: answer(['mlr', '--version']),
      command: (input) => ['mlr', '--csv', 'put', '-f', here('flat.mlr'), csv, input],
    },
  ];
}

/** On shipments of metals: the program itself first, then who does less with the same file. */
export function lawContenders(command) {
  const python = answer(['python3', '--version']);
  return [
    {
      name: 'tariff',
      does: 'all bundled law: origins, dates, quotas, reasons',
      job: 'law',
      version: '',
      fine: [0, 3], // lines without an answer are part of the job
      command: (input) => [node, command, 'calc', input, '--format', 'csv'],
    },
    {
      name: 'Node, bytes',
      does: 'reads and writes blocks, looks at nothing',
      job: 'bytes',
      version: process.version,
      command: (input) => [node, here('bytes-node.mjs'), input],
    },
    {
      name: 'Node, csv-parse',
      does: 'reads rows, writes them again',
      job: 'pass',
      version: packageVersion('csv-parse'),
      command: (input) => [node, here('metal-node.mjs'), 'pass', input],
    },
    {
      name: 'Node, csv-parse and decimal.js',
      does: 'one rate per metal on the value',
      job: 'metal',
      version: packageVersion('decimal.js'),
      command: (input) => [node, here('metal-node.mjs'), 'metal', input],
    },
    {
      name: 'Python, csv',
      does: 'reads rows, writes them again',
      job: 'pass',
      version: python,
      command: (input) => ['python3', here('metal_python.py'), 'pass', input],
    },
    {
      name: 'Python, csv and decimal',
      does: 'one rate per metal on the value',
      job: 'metal',
      version: python,
      command: (input) => ['python3', here('metal_python.py'), 'metal', input],
    },
    {
      name: 'Miller',
      does: 'reads rows, writes them again',
      job: 'pass',
      version: answer(['mlr', '--version']),
      command: (input) => ['mlr', '--csv', 'cat', input],
    },
    {
      name: 'DuckDB, all cores',
      does: 'one rate per metal on the value',
      job: 'metal',
      version: packageVersion('@duckdb/node-api'),
      writes: true,
      command: (input, output) => [node, here('metal-duckdb.mjs'), input, output],
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
