import type { RecordEvent } from '../intake/csv-event.ts';
import type { Segment } from '../intake/segments.ts';
import { Decimal } from '../exact/decimal.ts';
import type { ReadyRows } from './ready-rows.ts';
import { type Rounding, toMoney } from '../exact/money.ts';

/** Answered rows as they go from one thread to another: amounts are text. */
interface PackedReady extends Omit<ReadyRows, 'sums'> {
  readonly kind: 'ready';
  readonly sums: Readonly<Record<keyof ReadyRows['sums'], string>>;
}

/** A segment as it goes from one thread to another. */
export interface PackedSegment {
  readonly events: readonly (RecordEvent | PackedReady)[];
  readonly lines: number;
}

/** `buffers`: what may go over without being copied again. */
export function packed({ events, lines }: Segment<ReadyRows>): {
  readonly segment: PackedSegment;
  readonly buffers: readonly ArrayBuffer[];
} {
  const buffers: ArrayBuffer[] = [];
  const all = events.map((event): RecordEvent | PackedReady => {
    if (event.kind === 'record') return event;
    const { sums, ...rest } = event.ready;
    // What was written is a part of larger blocks, which stay here.
    const bytes = event.ready.bytes.map((one) => one.slice());
    buffers.push(...bytes.map(({ buffer }) => buffer));
    const { value, duty, refundable } = sums;
    const texts = { value: value.toFixed(), duty: duty.toFixed(), refundable: refundable.toFixed() };
    return { ...rest, kind: 'ready', bytes, sums: texts };
  });
  return { segment: { events: all, lines }, buffers };
}

export function unpacked({ events, lines }: PackedSegment, rounding: Rounding): Segment<ReadyRows> {
  return {
    lines,
    events: events.map((event) => {
      if (event.kind === 'record') return event;
      const { kind, sums, ...rest } = event;
      const money = (text: string): ReturnType<typeof toMoney> => toMoney(new Decimal(text), rounding);
      const { value, duty, refundable } = sums;
      const own = { value: new Decimal(value), duty: money(duty), refundable: money(refundable) };
      return { kind, ready: { ...rest, sums: own } };
    }),
  };
}
