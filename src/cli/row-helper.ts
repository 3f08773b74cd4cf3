import { readSegment } from '../intake/csv.ts';
import type { HeaderPlan } from '../intake/header.ts';
import { addedColumns } from './added-columns.ts';
import type { CalcOptions } from './calc-options.ts';
import { type PackedSegment, packed } from './packed-rows.ts';
import { readyTaker } from './ready-taker.ts';
import { lawFor, setUpRun } from './run-setup.ts';
import type { HelperPort, World } from './world.ts';

/** What a helper is started with. */
export interface HelperTask {
  readonly options: CalcOptions;
  readonly isRawKept: boolean;
  /** The day on which the program runs. */
  readonly today: string;
}

/** What is asked of a helper: to get ready for a file, or to read a segment of it. */
export type Asked =
  | { readonly kind: 'begin'; readonly header: HeaderPlan; readonly order: readonly number[] }
  | { readonly kind: 'read'; readonly number: number; readonly bytes: Uint8Array };

/** What a helper says: that it is ready, or what it read; null: that is not to be read by itself. */
export type Said =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly number: number; readonly segment: PackedSegment | null };

/** Serves segments in a thread of its own, with the law and the options of the run. */
export async function serveSegments(port: HelperPort, task: HelperTask, world: Pick<World, 'stdin'>): Promise<void> {
  const { options, isRawKept, today } = task;
  const loaded = await lawFor(options);
  const setup = await setUpRun(loaded, options, { ...world, today });
  const taker = readyTaker(loaded, setup.context, {
    balances: setup.start().balances,
    added: addedColumns(options.columns, 'csv'),
    isRaw: options.raw === true,
  });
  port.on('message', (asked: Asked) => {
    if (asked.kind === 'begin') {
      taker.begin(asked.header, asked.order);
      return;
    }
    const segment = readSegment(asked.bytes, { taker, isRawKept });
    const { segment: found, buffers } = segment ? packed(segment) : { segment: null, buffers: [] };
    port.postMessage({ kind: 'read', number: asked.number, segment: found } satisfies Said, buffers);
  });
  port.postMessage({ kind: 'ready' } satisfies Said, []);
}
