import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { command } from '../../support/transcript.ts';

/** A folder without any file: what is shown must work there. */
const folder = mkdtempSync(join(tmpdir(), 'tariff-welcome-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function tariff(...args: readonly string[]): Ran {
  const env = { PATH: process.env['PATH'] };
  return spawnSync(process.execPath, [command, ...args], { cwd: folder, env, encoding: 'utf8' });
}

describe('tariff alone', () => {
  const said = tariff();
  const [examples = [], next = []] = said.stderr
    .split('To go on:')
    .map((part) => part.match(/(?<=^ {2}tariff )\S+(?: \S+)*/gm) ?? []);

  test('is no answer, so that a script in which the command went missing stops', () => {
    expect({ status: said.status, stdout: said.stdout }).toEqual({ status: 2, stdout: '' });
    expect([examples.length, next.length]).toEqual([3, 4]);
  });

  test.each([...examples, ...next])('tariff %s works', (line) => {
    const { status, stdout, stderr } = tariff(...line.split(' '));
    expect({ status, stderr: line.startsWith('init') ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    expect((stdout + stderr).length).toBeGreaterThan(100);
  });
});
