import { readSegment } from '../intake/segments.ts';
import { addedColumns } from './added-columns.ts';
import type { Asked, HelperTask, Said } from './helper-messages.ts';
import { packed } from './packed-rows.ts';
import { readyTaker } from './ready-taker.ts';
import { lawFor, setUpRun } from './run-setup.ts';
import type { HelperPort, World } from './world.ts';

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
