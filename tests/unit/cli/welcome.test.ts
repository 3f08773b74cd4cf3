import { beforeAll, describe, expect, test } from 'vitest';
import { type Said, runHere } from '../../support/run-here.ts';

describe('tariff alone', () => {
  let said: Said;
  beforeAll(async () => {
    said = await runHere([]);
  });

  test('is no answer, so that a script in which the command went missing stops', () => {
    expect({ code: said.code, stdout: said.stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('shows three examples and where to go on, each of which works', async () => {
    const shown = said.stderr.split('\n').flatMap((line) => /^ {2}tariff (.+?)(?: {2,}.*)?$/.exec(line)?.[1] ?? []);
    const [examples, next] = said.stderr.split('To go on:');
    expect(examples?.match(/^ {2}tariff /gm)).toHaveLength(3);
    expect(next?.match(/^ {2}tariff /gm)?.length).toBeGreaterThanOrEqual(3);
    for (const line of shown) {
      const { code, stdout, stderr } = await runHere(line.split(' '));
      expect({ line, code, stderr }).toEqual({ line, code: 0, stderr: '' });
      expect(stdout.length).toBeGreaterThan(100);
    }
  });
});
