import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runHere } from './support/run-here.ts';
import { command } from './support/transcript.ts';

const folder = mkdtempSync(join(tmpdir(), 'tariff-completion-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a script gets for the last of the words. */
async function ask(shell: string, words: readonly string[], place = words.length - 1): Promise<readonly string[]> {
  const { code, stdout } = await runHere(['completion-server', '--', ...words], {
    SHELL: shell,
    COMP_CWORD: String(place),
  });
  expect(code).toBe(0);
  return stdout.split('\n').slice(0, -1);
}

const files = ['__tabtab_complete_files__'];

describe('what is proposed', () => {
  test.each<readonly [line: string, proposals: readonly string[]]>([
    ['tariff hi', ['history']],
    ['tariff quota pl', ['plan']],
    ['tariff import h', ['hts', 'help']],
    ['tariff calc --orig', ['--origin']],
    ['tariff calc --origin DE --orig', []],
    ['tariff calc --balance a=1 --balance', ['--balance', '--balances']],
    ['tariff diff --at 2025-01-01 --a', ['--at', '--annotations']],
    ['tariff calc --decimal ', ['point', 'comma']],
    ['tariff calc --decimal=p', ['--decimal=point']],
    ['tariff search --format ', ['table', 'json']],
    ['tariff calc -f nd', ['ndjson']],
    ['tariff calc --jurisdiction ', ['us', 'eu']],
    ['tariff calc --goods s', ['steel']],
    ['tariff calc --origin KR', ['KR']],
    ['tariff calc --origin South\\ Ko', ['South Korea']],
    ['tariff calc --origin "South Ko', ['South Korea']],
    ['tariff rates --origin DE,Ital', ['DE,Italy']],
    ['tariff calc --melt-pour-country Ukr', ['Ukraine']],
    ['tariff calc --certificate-of-origin ', ['yes', 'no']],
    ['tariff calc --mode ve', ['vessel']],
    ['tariff calc --regimes us-mpf,us-h', ['us-mpf,us-hmf']],
    ['tariff calc --regimes us-hmf,us-h', []],
    ['tariff audit --only us-12', ['us-122']],
    ['tariff audit --layout ace', ['ace-entry-lines']],
    ['tariff calc --summary regime,o', ['regime,origin']],
    ['tariff calc --columns tariff_duty,tariff_f', ['tariff_duty,tariff_fees']],
    ['tariff calc --quota-tier in', ['in-quota']],
    ['tariff calc --balance 9903.80.67', ['9903.80.67/AT', '9903.80.67/BE']],
    ['tariff calc --proration 9903.80.67/DE/2022-', [1, 2, 3, 4].map((quarter) => `9903.80.67/DE/2022-Q${quarter}`)],
    ['tariff help ex', ['exit-codes']],
    ['tariff help aud', ['audit']],
    ['tariff completion ', ['bash', 'zsh', 'fish']],
    ['tariff calc ', files],
    ['tariff calc --with ', files],
    ['tariff calc --sort ', files],
    ['tariff calc a.csv --output du', files],
    ['tariff calc -- --or', files],
    ['tariff calc --value ', []],
    ['tariff nothing ', []],
  ])('%s', async (line, proposals) => {
    const words = line.match(/(?:\\.|"[^"]*|[^\s\\"])+|(?<=\s)$/g) ?? [];
    const found = (await ask('/bin/zsh', words)).map((one) => one.split(/(?<!\\):/)[0]);
    expect(found.slice(0, Math.max(proposals.length, line.endsWith('9903.80.67') ? 2 : found.length))).toEqual(
      proposals,
    );
  });

  test('is told in the way of the shell', async () => {
    const words = ['tariff', 'rates', '--origin', 'South Ko'];
    expect(await ask('bash', words)).toEqual(['South\\ Korea']);
    expect(await ask('fish', words)).toEqual(['South Korea\tKR']);
    expect(await ask('zsh', words)).toEqual(['South Korea:KR']);
    // bash breaks words at the sign of equality, and looks for files by itself.
    expect(await ask('bash', ['tariff', 'calc', '--format', '=', 'nd'])).toEqual(['ndjson']);
    expect(await ask('bash', ['tariff', 'calc', '--with', ''])).toEqual([]);
    // What stands behind the cursor does not count.
    expect(await ask('zsh', ['tariff', 'hist', '--origin', 'DE'], 1)).toHaveLength(1);
  });
});

describe('the installed command', () => {
  writeFileSync(join(folder, 'tariff'), `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`);
  chmodSync(join(folder, 'tariff'), 0o755);
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` };

  const hasBash = spawnSync('bash', ['-c', 'exit 0']).error === undefined;

  /** What bash has after each press of Tab, under the options that trip scripts up, and its IFS at the end. */
  function pressInBash(begin: string, lines: readonly string[]): { stdout: string; stderr: string } {
    const presses = lines.map((line) => {
      const words = line.split(' ');
      return `COMP_WORDS=(${words.join(' ')} ${line.endsWith(' ') ? '""' : ''}); COMP_CWORD=${words.length - 1}; COMP_LINE='${line}'; COMP_POINT=${line.length}
        _tariff_completion; printf '%s\\n' "\${COMPREPLY[@]}"`;
    });
    const program = ['source <(tariff completion bash)', begin, ...presses, 'printf "%q\n" "$IFS"'].join('\n');
    const { stdout, stderr } = spawnSync('bash', ['--norc', '--noprofile', '-c', program], {
      env,
      cwd: folder,
      encoding: 'utf8',
    });
    return { stdout, stderr };
  }
  const usualIfs = "$' \\t\\n'\n";

  test.skipIf(!hasBash)('completes in bash', () => {
    writeFileSync(join(folder, 'Apple.csv'), '');
    const lines = ['tariff rat', 'tariff calc --format nd', 'tariff help qu', 'tariff calc --spi A', 'tariff calc my'];
    expect(pressInBash('complete -p tariff; set -u; shopt -s failglob', lines)).toEqual({
      stdout: [
        'complete -o default -F _tariff_completion tariff',
        ...['rates', 'ndjson', 'quotas', 'quota', 'A', 'A\\*', 'A+', 'AU', '', usualIfs],
      ].join('\n'),
      stderr: '',
    });
  });

  test.skipIf(!hasBash)('leaves bash as it was where the program is gone', () => {
    expect(pressInBash('PATH=/nowhere', ['tariff ca'])).toEqual({ stdout: `\n${usualIfs}`, stderr: '' });
  });

  test('reads no law where a press of Tab needs none', () => {
    const spy = join(folder, 'spy.cjs');
    writeFileSync(
      spy,
      `const fs = require('node:fs'); const read = fs.readFileSync;
       fs.readFileSync = (path, ...rest) => { if (/[\\\\/]law[\\\\/]/.test(path)) process.stderr.write(path + '\\n'); return read(path, ...rest); };`,
    );
    const press = (...words: readonly string[]): string =>
      spawnSync(process.execPath, ['-r', spy, command, 'completion-server', '--', 'tariff', ...words], {
        env: { ...env, SHELL: 'bash', COMP_CWORD: String(words.length) },
        encoding: 'utf8',
      }).stderr;
    expect(press('calc', '--regimes', 'us-')).toBe('');
    expect(press('calc', '--balance', '9903.80.67/DE/')).not.toBe('');
  });
});
