import { factsText } from '../assess/alike.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import { KeyTable } from '../exact/key-table.ts';
import type { RowBytes } from '../intake/row-bytes.ts';

/** Facts that somebody asked for in a situation, and places of answers by what lines declare of them. */
interface Shared {
  readonly asked: ReadonlySet<string>;
  readonly places: Map<string, { readonly place: number; readonly isOfOrigin: boolean }>;
}

/** Where an answer stands, which facts it turned on (null: all of them), and whether it serves lines of its origin alone. */
interface Kept {
  readonly place: number;
  readonly asked: ReadonlySet<string> | null;
  readonly isOfOrigin: boolean;
}

/** Places of answers that serve all lines of a situation which agree in the facts that anybody asked for. */
export class SharedPlaces {
  private readonly byKind = new Map<string, Shared>();
  /** By situation and the number of all facts, and by the number of the origin, from 1, where they serve that alone. */
  private readonly known = new KeyTable();

  get count(): number {
    return this.known.count;
  }

  find(situation: number, line: EntryLine, { facts, origin }: RowBytes): number | undefined {
    let place = this.known.get(situation, facts, 0, 0);
    if (place < 0) place = this.known.get(situation, facts, origin + 1, 0);
    if (place >= 0) return place;
    for (const kind of kindsOf(situation, line)) {
      const shared = this.byKind.get(kind);
      const found = shared?.places.get(factsText(line.facts, shared.asked));
      if (found === undefined) continue;
      this.known.set(situation, facts, found.isOfOrigin ? origin + 1 : 0, 0, found.place);
      return found.place;
    }
    return undefined;
  }

  keep(situation: number, line: EntryLine, { facts, origin }: RowBytes, { place, asked, isOfOrigin }: Kept): void {
    this.known.set(situation, facts, isOfOrigin ? origin + 1 : 0, 0, place);
    if (asked === null) return;
    const [all, ofOrigin] = kindsOf(situation, line);
    const kind = isOfOrigin ? ofOrigin : all;
    const known = this.byKind.get(kind);
    const isEnough = known && [...asked].every((fact) => known.asked.has(fact));
    const shared = isEnough ? known : { asked: new Set([...(known?.asked ?? []), ...asked]), places: new Map() };
    shared.places.set(factsText(line.facts, shared.asked), { place, isOfOrigin });
    this.byKind.set(kind, shared);
  }
}

/** Lines that are told alike, and those of one origin among them, but for their facts. */
function kindsOf(situation: number, { weightKg, quotaTier, origin }: EntryLine): readonly [string, string] {
  const kind = `${situation}|${weightKg === null}|${quotaTier}`;
  return [kind, `${kind}|${origin}`];
}
