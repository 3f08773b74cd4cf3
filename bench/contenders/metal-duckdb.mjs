/** The job `metal` of metal-node.mjs in one query of DuckDB, on all cores: node metal-duckdb.mjs IN.csv OUT.csv */
import { DuckDBInstance } from '@duckdb/node-api';

const [input, output] = process.argv.slice(2).map((file) => `'${file.replaceAll("'", "''")}'`);
const instance = await DuckDBInstance.create();
const connection = await instance.connect();
await connection.run(`
  COPY (
    SELECT *,
      round(
        CAST(value AS DECIMAL(18, 2)) * CASE substr(hts, 1, 2)
          WHEN '72' THEN CAST(0.25 AS DECIMAL(3, 2))
          WHEN '73' THEN CAST(0.25 AS DECIMAL(3, 2))
          WHEN '76' THEN CAST(0.10 AS DECIMAL(3, 2))
          ELSE CAST(0 AS DECIMAL(3, 2))
        END,
        2
      ) AS duty
    FROM read_csv(${input}, header = true, all_varchar = true)
  ) TO ${output} (HEADER, DELIMITER ',')`);
