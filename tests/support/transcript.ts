import { type ChildProcess, fork, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/*
 * A story is a folder. `args` says what is typed, one argument a line; an option and its value may share one. Before the
 * arguments may stand settings (COLUMNS=60); lines that begin with # tell the story and its arithmetic. `stdin.csv`, if there,
 * is standard input; other files are what the command finds in its working directory. What comes of it: `exit` (left out: 0),
 * `stdout`, `stderr` (left out: nothing), and under `written/` each file that is made or changed.
 *
 * Starting a process costs more than most stories. So of the stories that name the same command and end with the same exit code, the
 * first runs bin/tariff.js in a process of its own, as does any with settings of its own or a ledger (which is closed when the process
 * ends); the others are played one after the other in processes that have loaded the program once (player.mjs).
 */

const root = join(import.meta.dirname, '..', '..');
/** The command as it is installed. */
export const command = join(root, 'bin', 'tariff.js');
const told = new Set(['args', 'exit', 'stdout', 'stderr', 'written']);

export interface Outcome {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly written: Readonly<Record<string, string>>;
}

/** Names of the stories in a folder under tests/. */
export function storiesIn(folder: string): readonly string[] {
  return readdirSync(join(root, 'tests', folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

/** A place in which stories run beside the examples and the data, so that nothing is written into the project. */
export function openStage(): { readonly play: (folder: string, story: string) => Promise<Outcome>; close: () => void } {
  const stage = mkdtempSync(join(tmpdir(), 'tariff-stories-'));
  for (const name of ['examples', 'data']) symlinkSync(join(root, name), join(stage, name), 'junction');
  const alone = storiesAlone();
  const players = openPlayers();
  const play = async (folder: string, story: string): Promise<Outcome> => {
    const source = join(root, 'tests', folder, story);
    const place = join(stage, 'tests', folder, story);
    cpSync(source, place, { recursive: true, filter: (from) => !told.has(relative(source, from)) });
    const before = filesIn(place);
    const { args, env } = argsOf(folder, story);
    const call = { args, cwd: place, env: { ...usualEnv, ...env }, stdin: filesIn(source)['stdin.csv'] };
    const ended = await (alone.has(`${folder}/${story}`) ? run(call) : players.play(call));
    const after = Object.entries(filesIn(place)).filter(([name, bytes]) => !before[name]?.equals(bytes));
    const text = (bytes: Uint8Array): string =>
      withoutSeconds(withoutVersion(withoutDigests(Buffer.from(bytes).toString())));
    return {
      exit: ended.exit,
      stdout: text(ended.stdout),
      stderr: text(ended.stderr),
      written: Object.fromEntries(after.map(([name, bytes]) => [name, text(bytes)])),
    };
  };
  return {
    play,
    close: () => {
      players.close();
      rmSync(stage, { recursive: true, force: true });
    },
  };
}

/** Stories that run in a process of their own: the first of each command and exit code, and those that leave traces in a process. */
function storiesAlone(): ReadonlySet<string> {
  const kinds = new Map<string, string>();
  const stories = ['cases', 'problems'].flatMap((folder) =>
    storiesIn(folder).map((story) => ({ folder, story, ...argsOf(folder, story) })),
  );
  const apart = stories.filter(
    ({ args, env }) => args.includes('--ledger') || Object.keys(env).some((name) => name !== 'COLUMNS'),
  );
  for (const { folder, story, args } of stories) {
    const kind = `${args.slice(0, args[0] === 'quota' ? 2 : 1).join(' ')} ${expectedOf(folder, story).exit}`;
    if (!kinds.has(kind)) kinds.set(kind, `${folder}/${story}`);
  }
  return new Set([...kinds.values(), ...apart.map(({ folder, story }) => `${folder}/${story}`)]);
}

function argsOf(folder: string, story: string): ReturnType<typeof readArgs> {
  return readArgs(readFileSync(join(root, 'tests', folder, story, 'args'), 'utf8'));
}

/** What the folder says must come of it. */
export function expectedOf(folder: string, story: string): Outcome {
  const files = filesIn(join(root, 'tests', folder, story));
  const text = (name: string): string => files[name]?.toString() ?? '';
  const written = Object.entries(files).filter(([name]) => name.startsWith('written/'));
  return {
    exit: Number(text('exit')),
    stdout: text('stdout'),
    stderr: text('stderr'),
    written: Object.fromEntries(written.map(([name, bytes]) => [name.slice('written/'.length), bytes.toString()])),
  };
}

/** Writes down what came of it, for a reader to check. The exit code and the duties of a story are never taken from a run. */
export function rewrite(folder: string, story: string, { stdout, stderr, written }: Outcome): void {
  const place = join(root, 'tests', folder, story);
  rmSync(join(place, 'written'), { recursive: true, force: true });
  for (const [name, text] of Object.entries({ stdout, stderr })) {
    if (text === '') rmSync(join(place, name), { force: true });
    else writeFileSync(join(place, name), text);
  }
  for (const [name, text] of Object.entries(written)) {
    mkdirSync(dirname(join(place, 'written', name)), { recursive: true });
    writeFileSync(join(place, 'written', name), text);
  }
}

function readArgs(text: string): { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> } {
  const args: string[] = [];
  const env: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const [, name, setting] = /^([A-Z][A-Z_]*)=(.*)$/.exec(line) ?? [];
    const [, option, value] = /^(--?[a-z][a-z-]*) (.*)$/.exec(line) ?? [];
    if (line === '' || line.startsWith('#')) continue;
    if (name !== undefined && args.length === 0) env[name] = setting ?? '';
    else args.push(...(option === undefined ? [line] : [option, value ?? '']));
  }
  return { args, env };
}

const usualEnv = { PATH: process.env['PATH'] ?? '', COLUMNS: '100', LANG: 'en_US.UTF-8', TZ: 'UTC' };

interface Call {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: Buffer | undefined;
}

interface Ended {
  readonly exit: number | null;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
}

function run({ args, cwd, env, stdin }: Call): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (bytes: Buffer) => stdout.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => stderr.push(bytes));
    child.stdin.on('error', () => {}); // it may end without having read
    child.stdin.end(stdin);
    child.on('error', reject);
    child.on('close', (exit) => resolve({ exit, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) }));
  });
}

/** Two processes that play stories, each one at a time; started when they are needed. */
function openPlayers(): { readonly play: (call: Call) => Promise<Ended>; readonly close: () => void } {
  const children: ChildProcess[] = [];
  const turns: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
  let next = 0;
  const start = (): ChildProcess =>
    fork(join(import.meta.dirname, 'player.mjs'), { env: usualEnv, serialization: 'advanced', execArgv: [] });
  return {
    play: (call) => {
      const place = next;
      next = (next + 1) % turns.length;
      const child = (children[place] ??= start());
      const turn = (turns[place] ?? Promise.resolve()).then(() => asked(child, call));
      turns[place] = turn.catch(() => undefined);
      return turn;
    },
    close: () => {
      for (const child of children) child.kill();
    },
  };
}

function asked(child: ChildProcess, call: Call): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null): void => reject(new Error(`the player ended with ${code}`));
    child.once('exit', gone);
    child.once('message', (ended) => {
      child.off('exit', gone);
      resolve(ended as Ended);
    });
    child.send({ ...call, stdin: call.stdin ?? Buffer.alloc(0) });
  });
}

function filesIn(folder: string): Readonly<Record<string, Buffer>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  return Object.fromEntries(names.toSorted().map((name) => [name, readFileSync(join(folder, name))]));
}

/** A new version changes no story. */
function withoutVersion(text: string): string {
  return text.replaceAll(/("toolVersion": ?)"[^"]*"/g, '$1"(version)"');
}

/** How long a run takes is never the same. */
export function withoutSeconds(text: string): string {
  return text.replaceAll(/(rows? in )[\d.,]+ s\b/g, '$1(seconds)');
}

/** The digest of a bundled table changes with each word of it; what is checked is that it is the digest the build has. */
function withoutDigests(text: string): string {
  const named = text.replaceAll(
    /"(law|lists)": ?"[0-9a-f]{64}"/g,
    (_, name: string) => `"${name}":"(digest of the ${name})"`,
  );
  return digests().reduce((rest, [sha256, name]) => rest.replaceAll(sha256, name), named);
}

function digests(): readonly (readonly [sha256: string, name: string])[] {
  const { tables } = JSON.parse(readFileSync(join(root, 'dist', 'law-manifest.json'), 'utf8')) as {
    readonly tables: readonly { readonly regime: string; readonly sha256: string }[];
  };
  return tables.map(({ regime, sha256 }) => [sha256, `(digest of the bundled ${regime})`]);
}
