import type { Segment, SegmentHelp } from '../intake/segments.ts';
import type { HeaderPlan } from '../intake/header.ts';
import type { Rounding } from '../exact/money.ts';
import type { Asked, HelperTask, Said } from './helper-messages.ts';
import { type PackedSegment, unpacked } from './packed-rows.ts';
import type { ReadyRows } from './ready-rows.ts';
import type { Helper, StartHelper } from './world.ts';

/** So many segments are read before anybody is called for help: smaller files are done sooner than a helper is ready. */
const patience = 8;
/** Segments that wait at a helper, so that it need not wait for the next. */
const mostWaiting = 2;

/** Threads that read segments of CSV beside this one. They are called when there is much to read, and sent home at the end. */
export class RowHelpers implements SegmentHelp<ReadyRows> {
  readonly size = 1024 * 1024;
  readonly ahead: number;
  private readonly count: number;
  private readonly start: StartHelper;
  private readonly task: HelperTask;
  private readonly rounding: Rounding;
  private offered = 0;
  private crew: One[] = [];
  private begun: Asked | undefined;

  /** `count`: how many helpers. */
  constructor(
    count: number,
    given: { readonly start: StartHelper; readonly task: HelperTask; readonly rounding: Rounding },
  ) {
    this.count = count;
    this.ahead = count * mostWaiting + 1;
    this.start = given.start;
    this.task = given.task;
    this.rounding = given.rounding;
  }

  /** From now on segments are of a file with such a header. */
  begin(header: HeaderPlan, order: readonly number[]): void {
    this.begun = { kind: 'begin', header, order };
    for (const one of this.crew) one.tell(this.begun);
  }

  offer(segment: Uint8Array): Promise<Segment<ReadyRows> | null> | undefined {
    this.offered += 1;
    if (this.offered === patience) this.call();
    const [free] = this.crew
      .filter((one) => one.isReady && one.waiting < mostWaiting)
      .toSorted((a, b) => a.waiting - b.waiting);
    return free?.read(segment).then((found) => found && unpacked(found, this.rounding));
  }

  moved(ready: ReadyRows, lines: number): ReadyRows {
    const problems = ready.problems.map((one) => ({ ...one, line: one.line === null ? null : one.line + lines }));
    return { ...ready, problems };
  }

  dismiss(): void {
    for (const one of this.crew) one.dismiss();
    this.crew = [];
  }

  private call(): void {
    this.crew = Array.from({ length: this.count }, () => new One(this.start(this.task)));
    for (const one of this.crew) if (this.begun) one.tell(this.begun);
  }
}

/** One helper, and what waits for it. */
class One {
  isReady = false;
  private readonly helper: Helper;
  private readonly asked = new Map<number, (found: PackedSegment | null) => void>();
  private last = 0;

  constructor(helper: Helper) {
    this.helper = helper;
    helper.on('message', (said: Said) => {
      if (said.kind === 'ready') this.isReady = true;
      else this.answer(said.number, said.segment);
    });
    // Whatever befell it: what it had to read is read here.
    helper.on('error', () => this.dismiss());
    helper.on('exit', () => this.dismiss());
  }

  get waiting(): number {
    return this.asked.size;
  }

  tell(asked: Asked): void {
    this.helper.postMessage(asked, []);
  }

  read(bytes: Uint8Array): Promise<PackedSegment | null> {
    this.last += 1;
    const number = this.last;
    return new Promise((resolve) => {
      this.asked.set(number, resolve);
      this.tell({ kind: 'read', number, bytes });
    });
  }

  dismiss(): void {
    this.isReady = false;
    for (const number of this.asked.keys()) this.answer(number, null);
    void this.helper.terminate();
  }

  private answer(number: number, found: PackedSegment | null): void {
    this.asked.get(number)?.(found);
    this.asked.delete(number);
  }
}
