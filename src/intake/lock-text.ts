import { z } from 'zod';
import type { Lock } from '../customs/lock.ts';
import { type Problem, problem } from '../customs/problem.ts';
import { type Result, fail, ok } from '../exact/result.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256 digest');

/** What `tariff calc --lock FILE` writes. */
export const lockShape = z.strictObject({
  lock: z.literal(1),
  toolVersion: z.string(),
  jurisdiction: z.string(),
  law: sha256.optional(),
  lists: sha256.optional(),
  tables: z.array(z.strictObject({ id: z.string(), sha256, overlays: z.array(sha256) })),
});

/** Reads a lock; fails with what is wrong with it. One that a newer version wrote is told as such. */
export function parseLock(text: string, file: string): Result<Lock, readonly Problem[]> {
  const wrong = (message: string, column: string | null, hint: string | null): Problem =>
    problem('bad-lock', 'error', message, { file, column, hint });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail([wrong('is not JSON', null, 'tariff calc --lock FILE writes one.')]);
  }
  const version: unknown = (value as { readonly lock?: unknown } | null)?.lock;
  if (typeof version === 'number' && version > 1)
    return fail([
      wrong(`was written by a newer version: lock ${version}, 1 is read here`, 'lock', 'Update the program.'),
    ]);
  const read = lockShape.safeParse(value);
  if (read.success) return ok(read.data);
  return fail(
    read.error.issues.map(({ path, message }) =>
      wrong(message, path.length === 0 ? null : path.join('.'), 'tariff calc --lock FILE writes one.'),
    ),
  );
}
