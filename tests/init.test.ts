import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, describe, expect, test } from 'vitest';
import { action } from './support/action.ts';

const bin = join(import.meta.dirname, '..', 'bin', 'tariff.js');
const top = mkdtempSync(join(tmpdir(), 'tariff-init-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

function run(command: string): { readonly stdout: string; readonly stderr: string; readonly status: number | null } {
  const shell = `tariff() { "${process.execPath}" "${bin}" "$@"; }; ${command}`;
  return spawnSync('sh', ['-c', shell], { cwd: top, encoding: 'utf8', env: { PATH: process.env['PATH'] } });
}

describe('tariff init', () => {
  const { stdout, stderr, status } = run('tariff init "my duties"');
  const [enter = '', ...commands] = stdout
    .split('\n')
    .flatMap((line) => /^ {2}((?:cd|tariff) .*)$/.exec(line)?.[1] ?? []);

  test('makes a folder and says what to run there', () => {
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(enter).toBe("cd 'my duties'");
    expect(commands.length).toBeGreaterThan(3);
  });

  test.each(commands)('%s', (command) => {
    const ran = run(`${enter} && ${command}`);
    expect({ ...ran, stdout: '' }, ran.stdout).toMatchObject({ stdout: '', status: 0 });
    expect(ran.stderr).toMatch(
      /^(?:From tariff\.config\.json: --with law(?: --map Order=id)?\n)?(?:.*assessed, duty .*\n)?$/,
    );
  });

  test('gives the action inputs that it has', () => {
    const { jobs } = parse(readFileSync(join(top, 'my duties', '.github', 'workflows', 'duty.yml'), 'utf8')) as {
      readonly jobs: {
        readonly duty: { readonly steps: readonly { readonly uses: string; readonly with?: object }[] };
      };
    };
    const step = jobs.duty.steps.find(({ uses }) => uses.includes('/tariff@'));
    expect(Object.keys(step?.with ?? {})).toContain('file');
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step?.with ?? {})));
  });
});
