import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { run } from '../../src/cli/program.ts';

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line of the sources, without a process: 100 columns, no colours, unless `env` says otherwise. */
export async function runHere(argv: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Said> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, err] = [text(stdout), text(stderr)];
  const world = { argv, stdin: process.stdin, stdout, stderr, env, today: '2026-05-01', clock: () => 0 };
  const code = await run(world);
  stdout.end();
  stderr.end();
  return { code, stdout: await out, stderr: await err };
}
