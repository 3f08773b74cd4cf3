import type { EntryLine } from '../customs/entry-line.ts';
import { baseRateFact } from '../customs/supplied-fact.ts';
import { KeyTable } from '../exact/key-table.ts';
import type { Law } from './law.ts';
import { isListed } from './plan.ts';
import type { Regime } from './regime.ts';
import { type RegimeWords, drawing, mute, wordsUnder } from './regime-words.ts';

/** Where a line stands: numbers for its goods, its origin and its day, equal where nothing in the law tells them apart. */
export interface Standing {
  readonly goods: number;
  readonly origin: number;
  readonly stretch: number;
}

/** More of what was found is not remembered: then it is found anew, under other numbers. */
const mostRemembered = 300_000;

/** The situation of lines that may draw on a quota whose content is known: what they find there changes from line to line. */
export const drawsOnQuota = -1;

/**
 * A number for what the law says of a line, the same for lines of which each regime says the same: it has the same candidates, within the same
 * bounds. What a regime says turns on its kind of the goods, its class of the origin and its stretch of days alone, so it is found once for these.
 */
export class Situations {
  private readonly law: Law;
  private readonly regimes: readonly RegimeWords[];
  private readonly places: ReadonlyMap<Regime, number>;
  /** For goods, a number of their kind in each regime; for origins, of their class. */
  private readonly kinds: Int32Array[] = [];
  private readonly classes: Int32Array[] = [];
  /** For stretches of days: the regimes in the order in which they are decided, and the stretch of each regime's own. */
  private readonly orders: Int32Array[] = [];
  private readonly stretches: Int32Array[] = [];
  /** What each regime says, as it was asked last. */
  private words = new KeyTable();
  private ways = new KeyTable();
  private early = new KeyTable();
  private listed = new KeyTable();
  private count = 0;

  constructor(law: Law) {
    this.law = law;
    this.regimes = wordsUnder(law);
    this.places = new Map(law.regimes.map((regime, place) => [regime, place]));
  }

  /** The number of the line's situation, or {@link drawsOnQuota}. */
  of(line: EntryLine, code: string, standing: Standing): number {
    const { law } = this;
    const declared = line.facts.has(baseRateFact) ? 1 : 0;
    if (law.begins !== undefined && line.date < law.begins) return this.earlyWay(standing, declared);
    const kinds = (this.kinds[standing.goods] ??= Int32Array.from(this.regimes, (one) => one.kindOf(code)));
    const classes = (this.classes[standing.origin] ??= Int32Array.from(this.regimes, ({ regime }) =>
      regime.originClass(line.origin),
    ));
    const order = (this.orders[standing.stretch] ??= Int32Array.from(
      law.regimesOn(line.date),
      (regime) => this.places.get(regime) ?? 0,
    ));
    const stretches = (this.stretches[standing.stretch] ??= Int32Array.from(this.regimes, (one) =>
      one.stretchOf(line.date),
    ));
    let way = this.isListed(line, code, standing, declared) ? 1 : 0;
    for (let index = 0; index < order.length; index += 1) {
      const place = order[index] as number;
      const kind = kinds[place] as number;
      if (kind < 0 && declared === 0) continue;
      const own = classes[place] as number;
      const asked = place * 2 + declared;
      const span = stretches[place] as number;
      let word = this.words.get(asked, kind + 1, own, span + 1);
      if (word < 0) {
        this.makeRoom();
        word = (this.regimes[place] as RegimeWords).wordOf(line, code, { kind, own, declared });
        this.words.set(asked, kind + 1, own, span + 1, word);
      }
      if (word === drawing) return drawsOnQuota;
      if (word !== mute) way = this.next(way, place, word);
    }
    return way;
  }

  /** What the regimes said so far, and what one more says. */
  private next(way: number, place: number, word: number): number {
    const known = this.ways.get(way, place, word, 0);
    if (known >= 0) return known;
    const made = this.made();
    this.ways.set(way, place, word, 0, made);
    return made;
  }

  /** A number that no situation had before. */
  private made(): number {
    this.count += 1;
    return this.count + 1;
  }

  /** What is said of days before all law turns on what begins first: such lines share with none but their like. */
  private earlyWay({ goods, origin, stretch }: Standing, declared: number): number {
    const known = this.early.get(goods, origin, stretch, declared);
    if (known >= 0) return known;
    this.makeRoom();
    const made = this.made();
    this.early.set(goods, origin, stretch, declared, made);
    return made;
  }

  private isListed(line: EntryLine, code: string, { goods, origin }: Standing, declared: number): boolean {
    const known = this.listed.get(goods, origin, declared, 0);
    if (known >= 0) return known === 1;
    const found = isListed(line, code, this.law);
    this.makeRoom();
    this.listed.set(goods, origin, declared, 0, found ? 1 : 0);
    return found;
  }

  private makeRoom(): void {
    const { words, ways, early, listed } = this;
    if (words.count + ways.count + early.count + listed.count < mostRemembered) return;
    this.words = new KeyTable();
    this.ways = new KeyTable();
    this.early = new KeyTable();
    this.listed = new KeyTable();
  }
}
