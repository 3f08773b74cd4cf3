import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { action, runAction } from './support/action.ts';
import { withoutSeconds } from './support/transcript.ts';

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
  // A repository with a change of its catalogue, for the page about builds.
  mkdirSync(join(folder, 'law'));
  cpSync(join(root, 'examples', 'my-table.json'), join(folder, 'law', 'my-table.json'));
  cpSync(join(root, 'examples', 'plan-a.csv'), join(folder, 'catalogue.csv'));
  const git = 'git -c user.name=t -c user.email=t@example.org -c commit.gpgsign=false';
  const made = run(`${git} init --quiet --initial-branch main && ${git} add --all && ${git} commit --quiet -m a`);
  if (made.code !== 0) throw new Error(made.output);
  const catalogue = readFileSync(join(folder, 'catalogue.csv'), 'utf8');
  writeFileSync(join(folder, 'catalogue.csv'), catalogue.replace('900000.00', '1000000.00'));
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

test('pages and pictures that are made are what would be made now', () => {
  const script = join(root, 'scripts', 'docs.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
});

/** Code of the pages, and what it prints: the comments behind console.log. */
const samples = ['README.md', 'docs/library.md'].flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => ({
    code,
    printed: [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text = '']) => `${text}\n`).join(''),
  })),
);

test('code prints what it says', () => {
  const library = pathToFileURL(join(root, 'dist', 'library.mjs')).href;
  const files = samples.map(({ code }, index) => {
    writeFileSync(join(folder, `sample-${index}.mjs`), code.replace("'tariff-calc'", JSON.stringify(library)));
    return `await import('./sample-${index}.mjs');\n`;
  });
  writeFileSync(join(folder, 'samples.mjs'), files.join(''));
  const { stdout, stderr } = spawnSync(process.execPath, ['samples.mjs'], { encoding: 'utf8', cwd: folder });
  expect({ stdout, stderr }).toEqual({ stdout: samples.map(({ printed }) => printed).join(''), stderr: '' });
  expect(samples.length).toBeGreaterThan(3);
});

const prose = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? `docs/${name}` : [])),
];

test.each(prose)('links of %s lead somewhere', (file) => {
  const targets = [...readFileSync(join(root, file), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to);
  const broken = targets.filter((to) => !/^https?:/.test(to) && !leadsSomewhere(join(root, file), to));
  expect(broken).toEqual([]);
});

/** A file that is there, and under the heading that is named, if one is. */
function leadsSomewhere(from: string, to: string): boolean {
  const [path = '', heading] = to.split('#');
  const target = path === '' ? from : join(from, '..', path);
  if (!existsSync(target) || heading === undefined) return existsSync(target);
  const headings = readFileSync(target, 'utf8').match(/^#+ .*$/gm) ?? [];
  return headings.some(
    (line) =>
      line
        .replace(/^#+ /, '')
        .toLowerCase()
        .replaceAll(/[^\w -]/g, '')
        .replaceAll(' ', '-') === heading,
  );
}

test('the form for a wrong rate asks for a source', () => {
  const form = parse(readFileSync(join(root, '.github', 'ISSUE_TEMPLATE', 'rate-is-wrong.yml'), 'utf8')) as {
    readonly name: string;
    readonly description: string;
    readonly body: readonly { readonly type: string; readonly id?: string; readonly validations?: object }[];
  };
  const ids = form.body.flatMap(({ id }) => id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(form.body.find(({ id }) => id === 'source')?.validations).toEqual({ required: true });
});

/** Pages with commands, which are all run. */
const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter(
  (file) => file.endsWith('.md') && readFileSync(join(root, file), 'utf8').includes('```console'),
);

describe.each(pages)('%s', (file) => {
  const blocks = [...consoleBlocks(readFileSync(join(root, file), 'utf8'))];

  test.each(blocks)('shows what is printed by: $command', ({ command, shown }) => {
    const { output, code } = run(command);
    expect([0, 3], output).toContain(code);
    if (update) rewrite(file, command, shown, output);
    else if (/^…$/m.test(shown)) expect(output.startsWith(shown.slice(0, shown.search(/^…$/m))), output).toBe(true);
    else if (shown.trim() !== '') expect(withoutSeconds(output)).toBe(withoutSeconds(shown));
  });

  test('has commands', () => expect(blocks.length).toBeGreaterThan(0));
});

describe('docs/ci.md', () => {
  const text = readFileSync(join(root, 'docs', 'ci.md'), 'utf8');
  const [github, gitlab, preCommit] = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block = '']) =>
    parse(block),
  ) as [
    {
      readonly jobs: {
        readonly duty: { readonly steps: readonly { readonly uses: string; readonly with?: object }[] };
      };
    },
    { readonly duty: { readonly script: readonly string[]; readonly after_script: readonly string[] } },
    { readonly repos: readonly { readonly hooks: readonly { readonly entry: string; readonly files: string }[] }[] },
  ];

  test('gives the action inputs that it has', async () => {
    const step = github.jobs.duty.steps.find(({ uses }) => uses.includes('/tariff@'));
    const temp = mkdtempSync(join(tmpdir(), 'tariff-ci-'));
    const inputs = Object.fromEntries(Object.entries(step?.with ?? {}).map(([name, value]) => [name, String(value)]));
    const built = await runAction(folder, inputs, { event: { before: 'main' }, temp });
    expect(built.code, built.log).toBe(0);
    expect(built.summary).toContain('+$50,000.00');
    rmSync(temp, { recursive: true, force: true });
  });

  test('names every input of the action', () => {
    for (const name of Object.keys(action.inputs))
      expect(text).toMatch(new RegExp(`^\\|.*\`${name}\`.*\\|.*\\|$`, 'm'));
  });

  test('has a job for GitLab that compares and comments', () => {
    const settings =
      'CI_MERGE_REQUEST_DIFF_BASE_SHA=main; curl() { echo "posted $*"; }; git() { test "$1" = fetch || command git "$@"; }';
    const { script, after_script } = gitlab.duty;
    const { output, code } = run([settings, ...script, ...after_script].join('\n').trim());
    expect(code, output).toBe(0);
    expect(output).toContain('posted --fail');
    expect(readFileSync(join(folder, 'comment.md'), 'utf8')).toContain('+$50,000.00');
  });

  test.each(preCommit.repos.flatMap(({ hooks }) => hooks))(
    'has a hook that checks files: $entry',
    ({ entry, files }) => {
      const file = ['law/my-table.json', 'catalogue.csv'].find((name) => new RegExp(files).test(name)) ?? '';
      expect(existsSync(join(folder, file))).toBe(true);
      const { output, code } = run(`${entry} ${file}`);
      expect(code, output).toBe(0);
    },
  );
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
