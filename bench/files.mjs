/** The files of a run: on a memory disk where there is one, so that no disk is measured; gone when it ends. */
import { createWriteStream, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { flatRules, rulesAsCsv, rulesAsTable } from './flat-rules.mjs';
import { flatShipments } from './flat-shipments.mjs';
import { shipments } from './shipments.mjs';

export const memoryDisk = existsSync('/dev/shm');

const makers = { flat: flatShipments, law: shipments };

/** Calls `use` with the maker of files, and removes them after it, whatever happens. */
export async function withFiles(say, use) {
  const folder = mkdtempSync(join(memoryDisk ? '/dev/shm' : tmpdir(), 'tariff-bench-'));
  try {
    return await use({
      output: join(folder, 'out.csv'),
      /** The shipments of a job, `flat` or `law`; written once. */
      shipments: async (job, rows) => {
        const file = join(folder, `${job}-${rows}.csv`);
        if (existsSync(file)) return file;
        say(`writing ${rows} shipments for the ${job} job`);
        await pipeline(Readable.from(makers[job]({ rows })), createWriteStream(file));
        return file;
      },
      /** The rules of the flat job, as CSV and as a rate table. */
      rules: (count) => {
        const [csv, table] = [join(folder, `rules-${count}.csv`), join(folder, `rules-${count}.json`)];
        const rules = flatRules(count);
        writeFileSync(csv, rulesAsCsv(rules));
        writeFileSync(table, rulesAsTable(rules));
        return { csv, table };
      },
      remove: (file) => rmSync(file, { force: true }),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function megabytes(file) {
  return statSync(file).size / 1e6;
}
