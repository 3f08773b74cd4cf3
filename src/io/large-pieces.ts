import { Buffer } from 'node:buffer';

/** How long more is waited for, in milliseconds, before what has come is handed on. */
const patience = 5;

/**
 * The same bytes in pieces of about `size`, as long as they come that fast; what comes slowly is handed on as it comes, so that nobody waits for a
 * piece to fill up.
 */
export async function* largePieces(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  const reader = bytes[Symbol.asyncIterator]();
  let waiting: Uint8Array[] = [];
  let length = 0;
  const piece = (): Uint8Array => {
    const all = waiting.length === 1 ? (waiting[0] as Uint8Array) : Buffer.concat(waiting);
    waiting = [];
    length = 0;
    return all;
  };
  try {
    let next = reader.next();
    for (;;) {
      if (length > 0 && !(await comesSoon(next))) yield piece();
      const { value, done } = await next;
      if (done === true) break;
      next = reader.next();
      waiting.push(value);
      length += value.length;
      if (length >= size) yield piece();
    }
    if (length > 0) yield piece();
  } finally {
    await reader.return?.();
  }
}

async function comesSoon(next: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  const come = next.then(
    () => true,
    () => true,
  );
  const soon = await Promise.race([come, late]);
  clearTimeout(timer);
  return soon;
}
