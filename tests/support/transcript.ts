import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/*
 * A story is a folder. `args` says what is typed, one argument a line; an option and its value may share one. Before the
 * arguments may stand settings (COLUMNS=60); lines that begin with # tell the story and its arithmetic. `stdin.csv`, if there,
 * is standard input; other files are what the command finds in its working directory. What comes of it: `exit` (left out: 0),
 * `stdout`, `stderr` (left out: nothing), and under `written/` each file that is made or changed.
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
  const play = async (folder: string, story: string): Promise<Outcome> => {
    const source = join(root, 'tests', folder, story);
    const place = join(stage, 'tests', folder, story);
    cpSync(source, place, { recursive: true, filter: (from) => !told.has(relative(source, from)) });
    const before = filesIn(place);
    const { args, env } = readArgs(readFileSync(join(source, 'args'), 'utf8'));
    const ended = await run(args, place, env, filesIn(source)['stdin.csv']);
    const after = Object.entries(filesIn(place)).filter(([name, bytes]) => !before[name]?.equals(bytes));
    const text = (bytes: Buffer): string => withoutSeconds(withoutVersion(withoutDigests(bytes.toString())));
    return {
      exit: ended.exit,
      stdout: text(ended.stdout),
      stderr: text(ended.stderr),
      written: Object.fromEntries(after.map(([name, bytes]) => [name, text(bytes)])),
    };
  };
  return { play, close: () => rmSync(stage, { recursive: true, force: true }) };
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

function run(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  stdin: Buffer | undefined,
): Promise<{ readonly exit: number | null; readonly stdout: Buffer; readonly stderr: Buffer }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], {
      cwd,
      env: { PATH: process.env['PATH'] ?? '', COLUMNS: '100', LANG: 'en_US.UTF-8', TZ: 'UTC', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
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
function withoutSeconds(text: string): string {
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
