/**
 * Writes shipments as CSV to standard output: node bench/generate.mjs [--rows 1000] [--seed 1] [--quoted 0.05]
 * The same arguments give the same bytes. A slow reader is waited for; one that has seen enough ends it.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { shipments } from './shipments.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    quoted: { type: 'string', default: '0.05' },
  },
});
const { rows, seed, quoted } = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, Number(text)]));

if (!Number.isInteger(rows) || rows < 0 || !Number.isInteger(seed) || !(quoted >= 0 && quoted <= 1)) {
  process.stderr.write('--rows and --seed are whole numbers, --quoted is a share from 0 to 1\n');
  process.exitCode = 2;
} else {
  try {
    await pipeline(Readable.from(shipments({ rows, seed, quoted })), process.stdout);
  } catch (error) {
    if (error.code !== 'EPIPE') throw error;
  }
}
