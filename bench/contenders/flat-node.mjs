/**
 * The flat job as most would write it in Node: csv-parse, decimal.js, and csv-stringify where it is installed.
 *   node flat-node.mjs RULES.csv IN.csv > OUT.csv
 */
import { createReadStream, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { parse as parseAll } from 'csv-parse/sync';
import { Decimal } from 'decimal.js';

const [rulesFile, file] = process.argv.slice(2);
const lengths = [12, 10, 7, 4, 2];
const rules = Map.groupBy
  ? Map.groupBy(readRules(), keyOf)
  : readRules().reduce(
      (groups, rule) => groups.set(keyOf(rule), [...(groups.get(keyOf(rule)) ?? []), rule]),
      new Map(),
    );
const known = new Map();

await pipeline(createReadStream(file), parse({ columns: true }), priced, await writer(), process.stdout);

async function* priced(rows) {
  for await (const row of rows) {
    const rule = candidates(row.hts, row.origin).find(({ from, to }) => from <= row.entry_date && row.entry_date < to);
    const duty = rule && new Decimal(row.value_usd).times(rule.rate).plus(new Decimal(row.weight_kg).times(rule.perKg));
    yield { ...row, rule_id: rule?.id ?? '', duty_usd: duty?.toFixed(2, Decimal.ROUND_HALF_UP) ?? '' };
  }
}

/** The rules of a number and an origin, of whatever days, the one that wins first. */
function candidates(hts, origin) {
  const key = `${hts}|${origin}`;
  let found = known.get(key);
  if (found === undefined) {
    found = lengths.flatMap((length) =>
      [origin, '*'].flatMap((place) => rules.get(`${hts.slice(0, length)}|${place}`) ?? []),
    );
    known.set(key, found);
  }
  return found;
}

function readRules() {
  return parseAll(readFileSync(rulesFile), { columns: true }).map(({ rate, per_kg, ...rule }) => ({
    ...rule,
    rate: new Decimal(rate),
    perKg: new Decimal(per_kg),
  }));
}

function keyOf({ hts_prefix: prefix, origin }) {
  return `${prefix}|${origin}`;
}

async function writer() {
  try {
    const { stringify } = await import('csv-stringify');
    return stringify({ header: true });
  } catch {
    return written;
  }
}

async function* written(rows) {
  let header = true;
  for await (const row of rows) {
    if (header) yield `${Object.keys(row).join(',')}\n`;
    header = false;
    yield `${Object.values(row).map(quoted).join(',')}\n`;
  }
}

function quoted(field) {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
