/**
 * What the GitHub Action runs: the duty of shipments before a change and after it, told on its pull request. All it is asked comes in the
 * environment, never through the words of a shell. Ends with the exit code of `tariff diff`.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commentOn } from './comment.mjs';
import { baseCommit, bothSides } from './sides.mjs';
import { Stopped, command, lines, message, setting } from './talk.mjs';

const env = process.env;
const event = env.GITHUB_EVENT_PATH ? JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8')) : {};

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Stopped)) throw error;
  command('error', error.message);
  process.exitCode = 2;
}

async function main() {
  const file = setting('FILE');
  const comment = setting('COMMENT') || 'changed';
  if (file === '') throw new Stopped('The input "file" is missing.');
  if (!['changed', 'always', 'never'].includes(comment))
    throw new Stopped(`The input "comment" is "${comment}", which is none of changed, always, never.`);
  const folder = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), 'tariff-diff-'));
  const base = baseCommit(setting('BASE') || event.pull_request?.base?.sha || event.before || '');
  const sides = bothSides({ file, with: setting('WITH'), tables: setting('TABLES') }, base, folder);
  const body = join(folder, 'comment.md');
  const code = sides === null ? nothingDiffers(body) : compare(sides, base, body, comment);
  const text = existsSync(body) ? readFileSync(body, 'utf8') : null;
  const title = setting('TITLE') || file;
  if (text && env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, `### Duty: ${title}\n\n${text}\n`);
  if (env.GITHUB_OUTPUT)
    appendFileSync(
      env.GITHUB_OUTPUT,
      `changed=${sides !== null && text !== ''}\nexit-code=${code}\ncomment-file=${body}\n`,
    );
  if (comment !== 'never') await commentOn(event.pull_request?.number, title, text);
  if (code !== 3 || setting('ALLOW_OPEN') !== 'true') return code;
  command('warning', 'Some lines have no answer; they were let pass.');
  return 0;
}

/** A change of other files is none of ours. */
function nothingDiffers(body) {
  message('Neither the shipments nor the tables differ from the base.');
  writeFileSync(body, '');
  return 0;
}

function compare({ files, law }, base, body, comment) {
  const given = (name, flag) => lines(setting(name)).flatMap((value) => [flag, value]);
  const told = [
    ...['--label', env.GITHUB_BASE_REF || base.slice(0, 12)],
    ...['--label', env.GITHUB_HEAD_REF || env.GITHUB_REF_NAME || 'this change'],
    ...['--format', 'markdown', '--annotations', 'github', '--output', body],
    ...(comment === 'always' ? [] : ['--if-changed']),
  ];
  const asked = [
    ...given('AT', '--at'),
    ...given('KEY', '--key'),
    ...given('FAIL_OVER', '--fail-over'),
    ...given('FAIL_UNDER', '--fail-under'),
    ...given('FAIL_IF', '--fail-if'),
    ...lines(setting('ARGUMENTS')),
  ];
  const run = spawnSync(process.execPath, [tool(), 'diff', ...law, ...told, ...asked, '--', ...files], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (run.error) throw run.error;
  return run.status ?? 70;
}

function tool() {
  return setting('VERSION') === ''
    ? join(import.meta.dirname, '..', 'bin', 'tariff.js')
    : join(env.RUNNER_TEMP ?? '', 'tariff', 'node_modules', 'tariff-calc', 'bin', 'tariff.js');
}
