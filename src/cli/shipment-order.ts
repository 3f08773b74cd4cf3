import type { IntakeLine } from '../assess/assess-batch.ts';
import type { Law } from '../assess/law.ts';
import { momentAmong, sharedMoment } from '../assess/presented.ts';
import { problem } from '../customs/problem.ts';
import { groupedText } from '../exact/decimal.ts';
import type { LinesEvent, ShipmentEvent } from './shipment-event.ts';
import { exit } from './world.ts';

/** Lines that were presented at one moment share what a quota holds, so they are passed on together. */
export async function* momentsTogether(events: AsyncIterable<ShipmentEvent>, law: Law): AsyncGenerator<ShipmentEvent> {
  const momentOf = sharedMoment(law.schedule);
  let held: IntakeLine[] = [];
  let moment: string | null = null;
  for await (const event of events) {
    if (event.kind !== 'lines') {
      yield event;
      continue;
    }
    const hasMoment = event.lines.some((one) => one.kind === 'line' && momentOf(one.line) !== null);
    for (const part of hasMoment ? apart(event) : [event]) {
      if (part.between) {
        // Rows that are answered already share no moment with any, and part those that do.
        if (held.length > 0) yield { kind: 'lines', lines: held };
        held = [];
        moment = null;
        yield part;
        continue;
      }
      const done: IntakeLine[] = [];
      for (const one of part.lines) {
        // A line that could not be read stays where it stands.
        const own: string | null = one.kind === 'line' ? momentAmong(one.line, moment, momentOf) : moment;
        if (own === null || own !== moment) {
          for (const before of held) done.push(before);
          held = [];
        }
        moment = own;
        if (own === null) done.push(one);
        else held.push(one);
      }
      if (done.length > 0) yield { kind: 'lines', lines: done };
    }
  }
  if (held.length > 0) yield { kind: 'lines', lines: held };
}

/** Lines and rows that are answered already, each in events of their own. */
function apart({ lines, between = [] }: LinesEvent): readonly LinesEvent[] {
  let at = 0;
  const parts = between.flatMap(({ before, ready }): readonly LinesEvent[] => {
    const own = lines.slice(at, before);
    at = before;
    return [
      { kind: 'lines', lines: own },
      { kind: 'lines', lines: [], between: [{ before: 0, ready }] },
    ];
  });
  return [...parts, { kind: 'lines', lines: lines.slice(at) }];
}

/** Lines that are passed on at once. */
const portion = 1000;

/** `--sort`: all lines in order of presentation, those of one moment as they stand; lines that could not be read stay behind the line above. */
export async function* inPresentationOrder(events: AsyncIterable<ShipmentEvent>): AsyncGenerator<ShipmentEvent> {
  const found: { readonly moment: string; readonly one: IntakeLine }[] = [];
  let moment = '';
  for await (const event of events) {
    if (event.kind !== 'lines') {
      yield event;
      continue;
    }
    for (const one of event.lines) {
      if (one.kind === 'line') moment = one.line.presentedAt ?? one.line.date;
      found.push({ moment, one });
    }
  }
  const sorted = found.toSorted((a, b) => (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0));
  for (let at = 0; at < sorted.length; at += portion)
    yield { kind: 'lines', lines: sorted.slice(at, at + portion).map(({ one }) => one) };
  const moved = sorted.filter((one, index) => one !== found[index]).length;
  const message = `--sort put ${groupedText(String(found.length))} lines in order of presentation, in memory; ${groupedText(String(moved))} of them changed their place`;
  yield { kind: 'problems', problems: [problem('sorted', 'notice', message)], code: exit.done };
}
