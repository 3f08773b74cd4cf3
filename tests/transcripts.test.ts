import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { problemCodes } from '../src/customs/problem.ts';
import { expectedOf, openStage, rewrite, storiesIn } from './support/transcript.ts';

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
