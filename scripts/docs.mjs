/**
 * Writes what in docs/ is made and not written: the library's reference, the sources of the law, and the two pictures.
 * `--check` only names the files that are stale, and then fails. Needs a build (npm run build).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commentPicture } from './docs/comment-picture.mjs';
import { libraryPage } from './docs/library-page.mjs';
import { sourcesPage } from './docs/sources-page.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');

const pages = {
  'library.md': () => between(read('docs/library.md'), libraryPage(root)),
  'data-sources.md': () => between(read('docs/data-sources.md'), sourcesPage(root)),
  'staircase-eu-steel.svg': () => tariff(...commandOf('history'), '--format', 'svg'),
  'pull-request-comment.svg': () =>
    commentPicture(
      tariff(
        'diff',
        'examples/plan-a.csv',
        'examples/plan-b.csv',
        '--label',
        'main',
        '--label',
        'spring-plan',
        '--format',
        'markdown',
      ),
    ),
};

for (const [name, make] of Object.entries(pages)) {
  const file = join(root, 'docs', name);
  const text = make();
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (check) process.exitCode = 1;
  else writeFileSync(file, text);
  process.stdout.write(`docs/${name} ${check ? 'is stale. Run: npm run docs' : 'written'}\n`);
}

function read(path) {
  return readFileSync(join(root, path), 'utf8');
}

/** A page written by hand, with what is made in the place that it keeps for it. */
function between(page, made) {
  const [before, rest] = page.split('<!-- made by npm run docs -->\n');
  const [, after] = (rest ?? '').split('<!-- end -->\n');
  if (after === undefined) throw new Error('a page keeps no place for what is made');
  return `${before}<!-- made by npm run docs -->\n\n${made.trim()}\n\n<!-- end -->\n${after}`;
}

/** The arguments of the first command of that name in the README: the picture shows what stands beside it. */
function commandOf(name) {
  const [, rest = ''] = new RegExp(`^\\$ npx tariff (${name} .*)$`, 'm').exec(read('README.md')) ?? [];
  return rest.split(' ');
}

function tariff(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin', 'tariff.js'), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  if (status !== 0) throw new Error(`tariff ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}
