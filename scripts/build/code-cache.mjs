import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** A shipment that walks through what most answers need, so that the cache holds those functions compiled. */
const sample =
  'calc --hts 7304.29.1010 --origin DE --value 100000 --weight 50t --date 2022-02-01 --melt-pour-country DE --format table';

/**
 * Leaves V8's code cache beside the command, for the version of Node that builds. Made in a process of its own, after the
 * sample has run. Without it the command works too, only later.
 */
export function makeCodeCache(root, out, core) {
  const made = spawnSync(process.execPath, [fileURLToPath(import.meta.url), join(root, 'bin', 'load.js'), out, core], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`The code cache could not be made.\n${made.stderr}`);
}

async function make(loader, out, core) {
  const require = createRequire(import.meta.url);
  const { load, run } = require(loader);
  const { script } = run(join(out, core));
  const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
  const { argv, env } = { argv: sample.split(' '), env: {} };
  await load(out).main({
    argv,
    stdin: process.stdin,
    stdout: nowhere(),
    stderr: nowhere(),
    env,
    today: '2022-02-01',
    clock: () => 0,
  });
  writeFileSync(`${join(out, core)}.${process.version}.cache`, script.createCachedData());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [loader, out, core] = process.argv.slice(2);
  await make(loader, out, core);
}
