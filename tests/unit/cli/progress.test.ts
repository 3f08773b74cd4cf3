import { describe, expect, test } from 'vitest';
import { showsProgress, startProgress } from '../../../src/cli/progress.ts';
import type { World } from '../../../src/cli/world.ts';
import { progressWords } from '../../../src/present/progress-words.ts';

/** A terminal whose clock is turned by hand. */
function place(rest: { readonly columns?: number } = {}): {
  readonly world: World;
  readonly said: string[];
  now: number;
} {
  const said: string[] = [];
  const stage = { said, now: 0, world: {} as World };
  const stderr = { write: (text: string) => said.push(text), isTTY: true, columns: 80, ...rest };
  stage.world = { stderr, stdout: { isTTY: false }, env: {}, clock: () => stage.now } as unknown as World;
  return stage;
}

describe('progress', () => {
  test('is silent in a short run, then drawn no more than ten times a second', () => {
    const stage = place();
    const progress = startProgress(stage.world, 1000);
    progress.rows(10);
    stage.now = 499;
    progress.bytes(100);
    expect(stage.said).toEqual([]);
    expect(progress.erase()).toBe('');
    stage.now = 500;
    progress.rows(90);
    expect(stage.said).toEqual(['\r\u001B[K100 rows, 200 rows/s, 10%, 4.5 s left']);
    stage.now = 599;
    progress.rows(100);
    expect(stage.said).toHaveLength(1);
    stage.now = 1000;
    progress.bytes(400);
    expect(stage.said[1]).toBe('\r\u001B[K200 rows, 200 rows/s, 50%, 1.0 s left');
  });

  test('is taken away before anything else is written, once', () => {
    const stage = place();
    const progress = startProgress(stage.world, null);
    stage.now = 1000;
    progress.rows(5000);
    expect(stage.said).toEqual(['\r\u001B[K5,000 rows, 5,000 rows/s']);
    expect([progress.erase(), progress.erase()]).toEqual(['\r\u001B[K', '']);
    progress.end();
    expect(stage.said).toHaveLength(1);
  });

  test('is for terminals', () => {
    const { world } = place();
    const other = (rest: object): World => ({ ...world, ...rest }) as World;
    expect(showsProgress(world, true)).toBe(true);
    expect(showsProgress(other({ stderr: { isTTY: false } }), false)).toBe(false);
    expect(showsProgress(other({ env: { TERM: 'dumb' } }), false)).toBe(false);
    expect(showsProgress(other({ stdout: { isTTY: true } }), true)).toBe(false);
    expect(showsProgress(other({ stdout: { isTTY: true } }), false)).toBe(true);
  });
});

test.each([
  [{ rows: 0, bytes: 5, size: 10, milliseconds: 1000 }, 80, 'reading, 50%, 1.0 s left'],
  [{ rows: 1_234_000, bytes: 10, size: 10, milliseconds: 4000 }, 80, '1,234,000 rows, 308,500 rows/s'],
  [{ rows: 1_234_000, bytes: 1, size: 100, milliseconds: 4000 }, 80, '1,234,000 rows, 308,500 rows/s, 1%, 7 min left'],
  [{ rows: 1_234_000, bytes: 1, size: 100, milliseconds: 4000 }, 40, '1,234,000 rows, 308,500 rows/s, 1%'],
  [{ rows: 1_234_000, bytes: 1, size: null, milliseconds: 4000 }, 10, '1,234,000'],
])('%j in %d columns: %s', (standing, width, words) => expect(progressWords(standing, width)).toBe(words));
