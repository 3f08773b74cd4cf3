/**
 * Plays commands in one process, one after the other: the built program is loaded as bin/tariff.js loads it, once. A message asks for
 * one, `{ args, cwd, env, stdin }`; the answer is `{ exit, stdout, stderr }`.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';

const root = join(import.meta.dirname, '..', '..');
const { main } = createRequire(import.meta.url)(join(root, 'bin', 'load.js')).load(join(root, 'dist'));

process.on('message', (asked) => {
  play(asked).then(
    (ended) => process.send(ended),
    (error) =>
      process.send({ exit: null, stdout: Buffer.alloc(0), stderr: Buffer.from(String(error?.stack ?? error)) }),
  );
});

async function play({ args, cwd, env, stdin }) {
  process.chdir(cwd);
  const [stdout, stderr] = [collector(), collector()];
  const exit = await main({
    argv: args,
    stdin: Readable.from([stdin], { objectMode: false }),
    stdout: stdout.stream,
    stderr: stderr.stream,
    env,
    today: new Date().toISOString().slice(0, 10),
    clock: () => performance.now(),
  });
  return { exit, stdout: stdout.bytes(), stderr: stderr.bytes() };
}

function collector() {
  const parts = [];
  const stream = new PassThrough();
  stream.on('data', (bytes) => parts.push(bytes));
  return { stream, bytes: () => Buffer.concat(parts) };
}
