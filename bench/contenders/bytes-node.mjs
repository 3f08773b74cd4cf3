/** Reads a file and writes it again without looking at it: what Node cannot do without. node bytes-node.mjs IN.csv > OUT.csv */
import { Buffer } from 'node:buffer';
import { openSync, readSync, writeSync } from 'node:fs';

const block = Buffer.allocUnsafe(1024 * 1024);
const input = openSync(process.argv[2], 'r');
for (let read = readSync(input, block); read > 0; read = readSync(input, block)) {
  for (let written = 0; written < read;) written += writeSync(1, block, written, read - written);
}
