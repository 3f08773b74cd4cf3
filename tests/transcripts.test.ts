import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { problemCodes } from '../src/customs/problem.ts';
import { command, expectedOf, openStage, rewrite, storiesIn } from './support/transcript.ts';

/** `UPDATE=1 npx vitest run tests/transcripts.test.ts` writes what is printed now; every changed figure is then checked by hand. */
const update = process.env['UPDATE'] === '1';
const stage = openStage();
afterAll(stage.close);

describe.each(['cases', 'problems'])('%s', (folder) => {
  test.concurrent.each(storiesIn(folder))('%s', async (story) => {
    const outcome = await stage.play(folder, story);
    if (update) rewrite(folder, story, outcome);
    expect(outcome).toEqual(expectedOf(folder, story));
  });
});

test('a shipment without a date enters today', () => {
  const day = (): string => new Date().toISOString().slice(0, 10);
  const flags = ['--hts', '7208', '--origin', 'IN', '--value', '1', '--format', 'ndjson'];
  const before = day();
  const { stdout } = spawnSync(process.execPath, [command, 'calc', ...flags], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC' },
  });
  const { date } = JSON.parse(stdout) as { readonly date: string };
  expect([before, day()]).toContain(date);
});

/** Codes that no command line shows yet, and why. */
const notShown: Readonly<Record<string, string>> = {};

describe('every problem', () => {
  const codes = Object.keys(problemCodes).filter((code) => !(code in notShown));

  test.each(codes)('%s has a folder whose transcript names it', (code) => {
    const { stdout, stderr } = expectedOf('problems', code);
    expect(existsSync(join(import.meta.dirname, 'problems', code, 'args'))).toBe(true);
    expect(stdout + stderr).toMatch(new RegExp(`(?:\\[|"code": ?"|[",;])${code}(?:\\]|"|: )`));
  });

  test('has a folder of its own name, and perhaps more that begin with it', () => {
    const unknown = storiesIn('problems').filter((story) => !((story.split('--')[0] ?? '') in problemCodes));
    expect(unknown).toEqual([]);
    expect(Object.keys(notShown).filter((code) => !(code in problemCodes))).toEqual([]);
  });
});
