import { describe, expect, test } from 'vitest';
import { RowHelpers } from '../../../src/cli/row-helpers.ts';
import type { Helper } from '../../../src/cli/world.ts';
import { decimalText } from '../../../src/exact/decimal.ts';

const cent = decimalText('0.01');
if (cent === undefined) throw new Error('a cent is an amount');
const rounding = { to: cent, how: 'half up' } as const;
const task = { options: { color: false }, isRawKept: false, today: '2026-05-01' };
const segment = new TextEncoder().encode('a,b\n');

/** A thread that does what the test says. */
function thread(): {
  readonly helper: Helper;
  readonly say: (event: string, message?: unknown) => void;
  asked: number;
} {
  const listeners = new Map<string, (message: never) => void>();
  const told = {
    asked: 0,
    say: (event: string, message?: unknown) => listeners.get(event)?.(message as never),
    helper: {
      on: (event: string, listener: (message: never) => void) => listeners.set(event, listener),
      postMessage: () => void (told.asked += 1),
      terminate: () => undefined,
    },
  };
  return told;
}

/** Helpers that were called: so many segments are offered before that. */
function called(one: ReturnType<typeof thread>): RowHelpers {
  const helpers = new RowHelpers(1, { start: () => one.helper, task, rounding });
  for (let offered = 0; offered < 8; offered += 1) expect(helpers.offer(segment)).toBeUndefined();
  return helpers;
}

describe('threads that help', () => {
  test('are asked once they are ready, and for no more than they can do', async () => {
    const one = thread();
    const helpers = called(one);
    expect(helpers.offer(segment), 'not ready yet').toBeUndefined();
    one.say('message', { kind: 'ready' });
    const first = helpers.offer(segment);
    expect(helpers.offer(segment)).toBeDefined();
    expect(helpers.offer(segment), 'two wait for it').toBeUndefined();
    one.say('message', { kind: 'read', number: 1, segment: { events: [], lines: 1 } });
    expect(await first).toEqual({ events: [], lines: 1 });
  });

  test.each(['error', 'exit'])('that end with an %s lose nothing: it is read here', async (event) => {
    const one = thread();
    const helpers = called(one);
    one.say('message', { kind: 'ready' });
    const found = helpers.offer(segment);
    one.say(event, new Error('out of memory'));
    expect(await found).toBeNull();
    expect(helpers.offer(segment), 'nobody is asked again').toBeUndefined();
  });

  test('that are sent home answer what waits for them', async () => {
    const one = thread();
    const helpers = called(one);
    one.say('message', { kind: 'ready' });
    const found = helpers.offer(segment);
    helpers.dismiss();
    expect(await found).toBeNull();
  });
});
