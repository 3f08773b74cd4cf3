import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'bin', 'tariff.js');
let folder = '';

/** `UPDATE=1 npx vitest run tests/readme.test.ts` writes what is printed now, as many lines of it as are shown; then read it. */
const update = process.env['UPDATE'] === '1';

/** Commands may write files, so they run beside a copy of the examples. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tariff-readme-'));
  cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true });
  cpSync(join(root, 'data'), join(folder, 'data'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string): { readonly output: string; readonly code: number | null } {
  const shell = `tariff() { "${process.execPath}" "${bin}" "$@"; }; npx() { "$@"; }; set -o pipefail; { ${command}; } 2>&1`;
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  const result = spawnSync('bash', ['-c', shell], {
    cwd: folder || root,
    encoding: 'utf8',
    env: { ...env, COLUMNS: '100' },
  });
  // How long a run takes is never the same.
  const output = result.stdout.replaceAll(/(rows? in )[\d.,]+ s\b/g, '$10.2 s');
  return { output, code: result.status };
}

/** A command after "$ ", and the output that follows; "…" on a line of its own: the rest is not shown. */
function* consoleBlocks(text: string): Generator<{ readonly command: string; readonly shown: string }> {
  for (const [, block = ''] of text.matchAll(/```console\n([\s\S]*?)```/g)) {
    for (const part of block.split(/^\$ /m).slice(1)) {
      const [command = '', ...lines] = part.split('\n');
      yield { command, shown: lines.join('\n') };
    }
  }
}

/** Puts what is printed now in place of what is shown. */
function rewrite(file: string, command: string, shown: string, output: string): void {
  const [first = '', rest] = shown.split(/^…$/m);
  if (shown.trim() === '') return;
  const lines = first.split('\n').length - 1;
  const now = rest === undefined ? output : `${output.split(/^/m).slice(0, lines).join('')}…${rest}`;
  const text = readFileSync(join(root, file), 'utf8');
  writeFileSync(
    join(root, file),
    text.replace(`$ ${command}\n${shown}`, () => `$ ${command}\n${now}`),
  );
}

test('the picture of the staircase is what is drawn now', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, command = ''] = /^\$ (npx tariff history .*)$/m.exec(readme) ?? [];
  const { output } = run(`${command} --format svg`);
  const file = join(root, 'docs', 'staircase-eu-steel.svg');
  if (update) writeFileSync(file, output);
  expect(readFileSync(file, 'utf8')).toBe(output);
});

describe.each(['README.md', 'docs/rate-tables.md', 'docs/jurisdictions.md'])('%s', (file) => {
  const blocks = [...consoleBlocks(readFileSync(join(root, file), 'utf8'))];

  test.each(blocks)('shows what is printed by: $command', ({ command, shown }) => {
    const { output, code } = run(command);
    expect([0, 3], output).toContain(code);
    if (update) rewrite(file, command, shown, output);
    else if (/^…$/m.test(shown)) expect(output.startsWith(shown.slice(0, shown.search(/^…$/m))), output).toBe(true);
    else if (shown.trim() !== '') expect(output).toBe(shown);
  });

  test('has commands', () => expect(blocks.length).toBeGreaterThan(0));
});

describe.each([
  '--help',
  'calc --help',
  'rates --help',
  'history --help',
  'diff --help',
  'audit --help',
  'check --help',
])('tariff %s', (flags) => {
  const examples = run(`tariff ${flags}`.replace('tariff', `"${process.execPath}" "${bin}"`))
    .output.split('\n')
    .filter((line) => /^ {2}(?:tariff|cat) /.test(line))
    .map((line) => line.trim().replace(/ {3,}.*$/, ''));

  test('has examples', () => expect(examples.length).toBeGreaterThan(0));

  test.each(examples)('%s', (command) => {
    const { output, code } = run(command);
    // An audit that finds something ends with 1.
    expect(command.startsWith('tariff audit') ? [0, 1, 3] : [0, 3], output).toContain(code);
  });
});
