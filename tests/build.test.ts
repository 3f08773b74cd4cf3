import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';

const project = join(import.meta.dirname, '..');

/** A project of a few lines, built by the real scripts and started by the real bin/tariff.js. */
describe('the build', () => {
  const root = mkdtempSync(join(tmpdir(), 'tariff-build-'));

  for (const name of ['scripts', 'bin', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.types.json']) {
    cpSync(join(project, name), join(root, name), { recursive: true });
  }
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'), 'junction');
  write('src/virtual.d.ts', readFileSync(join(project, 'src/virtual.d.ts'), 'utf8'));
  write('src/customs/manifest.ts', 'export interface LawManifest { readonly shard: string }');
  write(
    'src/build/compile-law.ts',
    `import { readFileSync } from 'node:fs';
    export async function compileLaw(folder: string) {
      const text = readFileSync(folder + '/law.txt', 'utf8');
      if (text.includes('wrong')) throw new Error('data/law.txt: wrong');
      return { manifest: { shard: text + '.json' }, shards: [{ name: text + '.json', text: JSON.stringify(text) }] };
    }`,
  );
  write(
    'src/main.ts',
    `import { readFileSync } from 'node:fs';
    import { lawFolder, manifest } from 'virtual:law-manifest';
    import { version } from 'virtual:package';
    export async function main({ argv, stdin, stdout }: any) {
      stdout.write(version + ',' + readFileSync(lawFolder + '/' + manifest.shard, 'utf8'));
      if (argv[0] === 'wait') for await (const _ of stdin);
      const { later } = await import('./later.ts');
      stdout.write(',' + later);
      return 3;
    }`,
  );
  write('src/library.ts', "export { type Decimal } from 'decimal.js'; export const library = 1;");

  beforeEach(() => {
    set('one');
    build('--force');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('is silent, and skipped while nothing has changed', () => {
    const before = readFileSync(join(root, 'dist/.build.json'), 'utf8');
    rmSync(join(root, 'dist/law-manifest.json'));
    expect(build()).toBe('');
    expect(existsSync(join(root, 'dist/law-manifest.json'))).toBe(true);
    const made = readdirSync(join(root, 'dist'));
    expect(build()).toBe('');
    expect(readFileSync(join(root, 'dist/.build.json'), 'utf8')).toBe(before);
    expect(readdirSync(join(root, 'dist'))).toEqual(made);
  });

  test('gives the same bytes for the same sources, and no place on this machine', () => {
    const first = filesOfBuild();
    build('--force');
    expect(filesOfBuild()).toEqual(first);
    expect(JSON.stringify(first)).not.toContain(root);
    expect(JSON.stringify(first)).not.toContain(project);
  });

  test('passes the exit code on', () => {
    const { status, stdout } = start();
    expect({ status, stdout }).toEqual({ status: 3, stdout: expect.stringMatching(/^\d+\.\d+\.\d+,"one",one$/) });
  });

  test('that fails says why and leaves the last one in place', () => {
    const before = filesOfBuild();
    write('data/law.txt', 'wrong');
    expect(() => build()).toThrow(/The build failed\.\ndata\/law\.txt: wrong/);
    expect(filesOfBuild()).toEqual(before);
    expect(leftovers()).toEqual([]);
  });

  test('keeps for a running process what it will still load, until the build after the next', async () => {
    const running = spawn(process.execPath, [join(root, 'bin/tariff.js'), 'wait']);
    let said = '';
    running.stdout.on('data', (text: Buffer) => (said += text.toString()));
    await once(running.stdout, 'data');
    set('two');
    build();
    expect(readdirSync(join(root, 'dist/law')).toSorted()).toEqual(['one.json', 'two.json']);
    running.stdin.end();
    expect(await once(running, 'close')).toEqual([3, null]);
    expect(said).toMatch(/"one",one$/);
    set('three');
    build();
    expect(readdirSync(join(root, 'dist/law')).toSorted()).toEqual(['three.json', 'two.json']);
  });

  test('may be made by several at once, while the command is used', async () => {
    set('four');
    const builds = [[], [], ['--force']].map((args) =>
      promisify(execFile)(process.execPath, [join(root, 'scripts/build.mjs'), ...args]),
    );
    const running = new Set(builds);
    for (const one of builds) one.finally(() => running.delete(one)).catch(() => {});
    const answers = new Set<string>();
    while (running.size > 0) {
      answers.add(start().stdout.replace(/^[\d.]+,/, ''));
      await new Promise((next) => setImmediate(next));
    }
    expect((await Promise.all(builds)).map(({ stdout, stderr }) => stdout + stderr)).toEqual(['', '', '']);
    answers.add(start().stdout.replace(/^[\d.]+,/, ''));
    expect([...answers]).toEqual(['"one",one', '"four",four']);
    expect(leftovers()).toEqual([]);
  });

  test('says what is missing', () => {
    rmSync(join(root, 'dist'), { recursive: true });
    const { status, stderr } = start();
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('npm ci') });
  });

  function set(word: string): void {
    write('data/law.txt', word);
    write('src/later.ts', `export const later = '${word}';`);
  }

  function write(name: string, text: string): void {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }

  function build(...args: readonly string[]): string {
    const command = [join(root, 'scripts/build.mjs'), ...args];
    return execFileSync(process.execPath, command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  function start(): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(process.execPath, [join(root, 'bin/tariff.js')], { encoding: 'utf8' });
  }

  /** Every file of dist/ with its content; the stamp aside, since it also tells of the build before. */
  function filesOfBuild(): Record<string, string> {
    const { files } = JSON.parse(readFileSync(join(root, 'dist/.build.json'), 'utf8')) as { files: readonly string[] };
    const made = files.filter((file) => !file.endsWith('.cache')); // the engine's own, different at every run
    return Object.fromEntries(made.map((file) => [file, readFileSync(join(root, 'dist', file), 'utf8')]));
  }

  function leftovers(): string[] {
    return readdirSync(root).filter((name) => name.startsWith('dist.'));
  }
});
