import type { EntryLine } from '../customs/entry-line.ts';
import { baseRateFact } from '../customs/supplied-fact.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { KeyTable } from '../exact/key-table.ts';
import { numbered } from '../exact/numbered.ts';
import { isMute } from './assess-regime.ts';
import type { Docket } from './candidate.ts';
import { rememberByCode } from './kinds.ts';
import type { Law } from './law.ts';
import { keepLikeness } from './likeness.ts';
import { potShape } from './marked-pots.ts';
import { whyPassedOver } from './passed-over.ts';
import { potDays, potHeld } from './pots.ts';
import type { Regime } from './regime.ts';
import { boundsOf, foundOnce, stretchesBetween, stretchesWithPots } from './stretches.ts';

/** The words of a regime that says nothing of the line, or something that turns on what other lines left of a quota. */
export const mute = 0;
export const drawing = 1;

const kept = new WeakMap<Law, readonly RegimeWords[]>();

/** The regimes of a law in its order, with what was found of what they say. */
export function wordsUnder(law: Law): readonly RegimeWords[] {
  const known = kept.get(law) ?? law.regimes.map((regime) => new RegimeWords(regime, law));
  kept.set(law, known);
  return known;
}

/** Finds the regimes that say anything of a line, in the order in which they are decided. Not for days before all law. */
export function keepHeard(law: Law): (line: EntryLine, code: string) => readonly Regime[] {
  const words = wordsUnder(law);
  const places = new Map(law.regimes.map((regime, place) => [regime, place]));
  const kindsOf = rememberByCode((code) => Int32Array.from(words, (one) => one.kindOf(code)));
  const classes = new Map<string, Int32Array>();
  const classesOf = (origin: string): Int32Array => {
    const found = classes.get(origin) ?? Int32Array.from(words, ({ regime }) => regime.originClass(origin));
    classes.set(origin, found);
    return found;
  };
  return (line, code) => {
    const declared = line.facts.has(baseRateFact) ? 1 : 0;
    const [kinds, owns] = [kindsOf(code), classesOf(line.origin)];
    return law.regimesOn(line.date).filter((regime) => {
      // A class of goods has no base duty of its own: it differs from number to number.
      if (regime.table.role === 'base' && line.goods.kind === 'class') return false;
      const place = places.get(regime) ?? 0;
      return words[place]?.isHeard(line, code, { kind: kinds[place] ?? -1, own: owns[place] ?? 0, declared });
    });
  };
}

/** Of goods the kind, and of an origin the class, that a regime has for them; 1: their base duty is declared. */
interface Place {
  readonly kind: number;
  readonly own: number;
  readonly declared: number;
}

/** What a regime says of goods of an origin on the days of a span: a word; one word by the pots of the days; or one by day. */
type Said =
  | { readonly by: 'span'; readonly word: number }
  | { readonly by: 'pots'; readonly docket: Docket; readonly place: number; readonly span: number }
  | { readonly by: 'day' };

/** The days on which what a regime says of goods of an origin may change, ascending, and what it says from each of them on. */
interface Track {
  readonly from: readonly IsoDate[];
  readonly said: (Said | undefined)[];
}

/** A regime with numbers for what it says. */
export class RegimeWords {
  readonly regime: Regime;
  private readonly law: Law;
  private readonly bounds: readonly IsoDate[];
  private readonly boundOf: (date: IsoDate) => number;
  private readonly potsOf: (date: IsoDate) => number;
  private stretch: ((date: IsoDate) => number) | undefined;
  private readonly mutes = new KeyTable();
  private readonly kinds = numbered();
  private readonly words = numbered();
  private readonly tracks = new KeyTable();
  private readonly kept: Track[] = [];
  private readonly lists = new Map<readonly IsoDate[], Map<IsoDate | undefined, readonly IsoDate[]>>();
  private readonly drawn = numbered();
  private readonly ofPots = new KeyTable();
  private readonly likenessOf: (docket: Docket) => string;

  constructor(regime: Regime, law: Law) {
    this.regime = regime;
    this.law = law;
    this.likenessOf = keepLikeness(regime, law);
    this.bounds = boundsOf(regime);
    this.boundOf = stretchesBetween(this.bounds);
    this.potsOf = foundOnce(potDays(Object.values(regime.table.quotas)));
  }

  /** A number for each stretch of days on which nothing in the regime changes. */
  stretchOf(date: IsoDate): number {
    const { days, table } = this.regime;
    this.stretch ??= stretchesWithPots([...this.bounds, ...days], Object.values(table.quotas));
    return this.stretch(date);
  }

  /** Whether it says anything of the line. */
  isHeard(line: EntryLine, code: string, place: Place): boolean {
    if (place.kind < 0 && place.declared === 0) return false;
    const found = this.saidOf(line, code, place);
    if (found.by !== 'day') return found.by === 'pots' || found.word !== mute;
    return !this.isMute(line, code, place);
  }

  /** Below zero: it never reaches such goods. */
  kindOf(code: string): number {
    if (this.regime.reach(code) === undefined) return -1;
    return this.kinds(this.regime.kinds.kindOf(code));
  }

  /** A number for what it says of the line: {@link mute}, {@link drawing}, or a larger one. */
  wordOf(line: EntryLine, code: string, place: Place): number {
    const found = this.saidOf(line, code, place);
    switch (found.by) {
      case 'span':
        return found.word;
      case 'pots':
        return this.wordOfPots(found, line, place);
      default:
        return this.isMute(line, code, place)
          ? mute
          : this.word(`${place.kind}/${place.own}/${this.stretchOf(line.date)}`);
    }
  }

  private saidOf(line: EntryLine, code: string, place: Place): Said {
    const { from, said } = this.trackOf(line, code, place);
    const span = lastBegun(from, line.date);
    return (said[span] ??= this.find(line, code, from[span]));
  }

  private trackOf(line: EntryLine, code: string, { kind, own, declared }: Place): Track {
    const known = this.tracks.get(kind + 1, own, declared, 0);
    if (known >= 0) return this.kept[known] as Track;
    const track = {
      from: this.daysFrom(this.regime.docketDays(code, line.origin), this.regime.reach(code)?.from),
      said: [],
    };
    this.tracks.set(kind + 1, own, declared, 0, this.kept.length);
    this.kept.push(track);
    return track;
  }

  /** Few lists of days serve all goods and origins. */
  private daysFrom(dockets: readonly IsoDate[], begins: IsoDate | undefined): readonly IsoDate[] {
    const known = this.lists.get(dockets) ?? new Map<IsoDate | undefined, readonly IsoDate[]>();
    this.lists.set(dockets, known);
    const days =
      known.get(begins) ??
      [...new Set([...dockets, ...this.bounds, ...(begins === undefined ? [] : [begins])])].toSorted();
    known.set(begins, days);
    return days;
  }

  /** What is said on the span that begins on the day. */
  private find(line: EntryLine, code: string, day: IsoDate | undefined): Said {
    const { regime } = this;
    if (whyPassedOver(line, code, regime, this.law) !== null) return { by: 'span', word: mute };
    const docket = regime.docket(code, line.origin, line.date);
    // Where there are no candidates, what is said may turn on other days.
    if (docket.candidates.length === 0 || regime.table.unsaid !== undefined) return { by: 'day' };
    if (docket.candidates.every(({ quota }) => quota === null))
      return { by: 'span', word: this.word(`${this.likenessOf(docket)}:${this.boundOf(line.date)}`) };
    const place = this.drawn(`${this.likenessOf(docket)}:${this.boundOf(line.date)}`);
    // Whether a limit holds for the origin turns on the days of groups, which begin spans.
    return { by: 'pots', docket, place, span: this.drawn(`${place} from ${day}`) };
  }

  private wordOfPots(
    { docket, place, span }: Extract<Said, { readonly by: 'pots' }>,
    line: EntryLine,
    { own }: Place,
  ): number {
    const pots = this.potsOf(line.date);
    const known = this.ofPots.get(span, own, pots, 0);
    if (known >= 0) return known;
    const held = docket.candidates.flatMap(({ quota, rate }) =>
      quota === null ? [] : [potHeld(quota, rate, line, this.regime.groups)],
    );
    // Lines draw on pots of other names alike, as long as nobody knows what they hold.
    const isKnown = held.some(({ capacity }) => capacity !== null);
    const word = isKnown ? drawing : this.words(`${place}:${held.map(potShape).join(';')}`) + drawing + 1;
    this.ofPots.set(span, own, pots, 0, word);
    return word;
  }

  private isMute(line: EntryLine, code: string, { kind, own, declared }: Place): boolean {
    const stretch = this.stretchOf(line.date) + 1;
    const known = this.mutes.get(kind + 1, own, stretch, declared);
    if (known >= 0) return known === 1;
    const found = whyPassedOver(line, code, this.regime, this.law) !== null || isMute(this.regime, line, code);
    this.mutes.set(kind + 1, own, stretch, declared, found ? 1 : 0);
    return found;
  }

  private word(said: string): number {
    return this.words(said) + drawing + 1;
  }
}

/** The place of the last of the days that has begun; the first one has. */
function lastBegun(days: readonly IsoDate[], date: IsoDate): number {
  let [low, high] = [0, days.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? date) <= date) low = middle;
    else high = middle;
  }
  return low;
}
