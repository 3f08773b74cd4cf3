/**
 * The flat job in DuckDB, on all cores: node flat-duckdb.mjs RULES.csv IN.csv OUT.csv
 * The rule of each number, origin and period is found once, then joined to the shipments. Amounts are DECIMAL throughout.
 */
import { DuckDBInstance } from '@duckdb/node-api';

const [rules, input, output] = process.argv.slice(2).map((file) => `'${file.replaceAll("'", "''")}'`);
const instance = await DuckDBInstance.create();
const connection = await instance.connect();
await connection.run(`
  SET preserve_insertion_order = false;
  CREATE TABLE rules AS FROM read_csv(${rules}, header = true, auto_detect = false, columns = {
    'id': 'VARCHAR', 'hts_prefix': 'VARCHAR', 'origin': 'VARCHAR', 'from': 'VARCHAR', 'to': 'VARCHAR',
    'rate': 'DECIMAL(6, 5)', 'per_kg': 'DECIMAL(6, 4)'
  });
  CREATE TABLE shipments AS FROM read_csv(${input}, header = true, auto_detect = false, delim = ',', quote = '"',
    escape = '"', columns = {
      'shipment_id': 'VARCHAR', 'entry_date': 'VARCHAR', 'hts': 'VARCHAR', 'origin': 'VARCHAR',
      'value_usd': 'DECIMAL(11, 2)', 'weight_kg': 'DECIMAL(11, 3)'
    });
  CREATE TABLE prices AS
    WITH
      periods AS (
        SELECT day AS first, lead(day, 1, '9999-12-31') OVER (ORDER BY day) AS next
        FROM (SELECT DISTINCT "from" AS day FROM rules)
      ),
      prefixes AS (
        SELECT hts, origin, unnest([2, 4, 7, 10, 12]) AS length
        FROM (SELECT DISTINCT hts, origin FROM shipments)
      ),
      candidates AS (
        SELECT prefixes.*, rules.* EXCLUDE (origin), rules.origin AS place
        FROM prefixes JOIN rules ON rules.hts_prefix = left(prefixes.hts, prefixes.length)
        WHERE rules.origin IN (prefixes.origin, '*')
      )
    SELECT hts, origin, first, next, id, rate, per_kg
    FROM candidates JOIN periods ON "from" <= first AND first < "to"
    QUALIFY row_number() OVER (PARTITION BY hts, origin, first ORDER BY length DESC, place = '*') = 1;
  COPY (
    SELECT shipments.*, id AS rule_id, CAST(round(value_usd * rate + weight_kg * per_kg, 2) AS DECIMAL(14, 2)) AS duty_usd
    FROM shipments LEFT JOIN prices
      ON shipments.hts = prices.hts AND shipments.origin = prices.origin AND entry_date >= first AND entry_date < next
  ) TO ${output} (FORMAT csv, HEADER);
`);
