/**
 * What a script in Node does with csv-parse: node metal-node.mjs pass|metal IN.csv > OUT.csv
 * `pass` reads rows and writes them again. `metal` also lays one rate per metal on the value (25% on chapters 72 and 73, 10%
 * on 76), exact by decimal.js, rounded half up to the cent: no origins, no dates, no quotas, no reasons.
 */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { Decimal } from 'decimal.js';

const [job, file] = process.argv.slice(2);
const rates = new Map([
  ['72', '0.25'],
  ['73', '0.25'],
  ['76', '0.10'],
]);
const rowsPerWrite = 1000;

await pipeline(createReadStream(file), parse({ bom: true }), job === 'metal' ? priced : same, written, process.stdout);

async function* same(rows) {
  yield* rows;
}

async function* priced(rows) {
  let at;
  for await (const row of rows) {
    if (at === undefined) {
      at = { hts: row.indexOf('hts'), value: row.indexOf('value') };
      yield [...row, 'duty'];
    } else {
      const rate = rates.get(row[at.hts].slice(0, 2)) ?? '0';
      yield [...row, new Decimal(row[at.value]).times(rate).toFixed(2, Decimal.ROUND_HALF_UP)];
    }
  }
}

async function* written(rows) {
  let text = '';
  let count = 0;
  for await (const row of rows) {
    text += `${row.map(quoted).join(',')}\n`;
    count += 1;
    if (count % rowsPerWrite === 0) {
      yield text;
      text = '';
    }
  }
  yield text;
}

function quoted(field) {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
