import type { EntryLine } from '../customs/entry-line.ts';
import { baseRateFact } from '../customs/supplied-fact.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { KeyTable } from '../exact/key-table.ts';
import { numbered } from '../exact/numbered.ts';
import { isMute } from './assess-regime.ts';
import type { Candidate, Docket } from './candidate.ts';
import type { Law } from './law.ts';
import { boundsOf, foundOnce, isListed, stretchesBetween, stretchesWithPots, whyPassedOver } from './plan.ts';
import { potShape } from './marked-pots.ts';
import { potDays, potHeld } from './pots.ts';
import type { Regime } from './regime.ts';

/** Where a line stands: numbers for its goods, its origin and its day, equal where nothing in the law tells them apart. */
export interface Standing {
  readonly goods: number;
  readonly origin: number;
  readonly stretch: number;
}

/** More of what was found is not remembered: then it is found anew, under other numbers. */
const mostRemembered = 300_000;

/** The order among more candidates is not compared. */
const mostCompared = 8;

/** Nothing is said of the line. */
const mute = 0;
/** What is said turns on what other lines left of a quota. */
const drawing = 1;

/** The situation of lines that may draw on a quota whose content is known: what they find there changes from line to line. */
export const drawsOnQuota = -1;

/**
 * A number for what the law says of a line, the same for lines of which each regime says the same: it has the same candidates, within the same
 * bounds. What a regime says turns on its kind of the goods, its class of the origin and its stretch of days alone, so it is found once for these.
 */
export class Situations {
  private readonly law: Law;
  private readonly regimes: readonly OneRegime[];
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
    this.regimes = law.regimes.map((regime) => new OneRegime(regime, law));
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
        word = (this.regimes[place] as OneRegime).wordOf(line, code, { kind, own, declared });
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
class OneRegime {
  readonly regime: Regime;
  /** A number for each stretch of days on which nothing in the regime changes. */
  readonly stretchOf: (date: IsoDate) => number;
  private readonly law: Law;
  private readonly bounds: readonly IsoDate[];
  private readonly boundOf: (date: IsoDate) => number;
  private readonly potsOf: (date: IsoDate) => number;
  private readonly kinds = numbered();
  private readonly words = numbered();
  private tracks = new KeyTable();
  private readonly kept: Track[] = [];
  private readonly lists = new Map<readonly IsoDate[], Map<IsoDate | undefined, readonly IsoDate[]>>();
  private readonly drawn = numbered();
  private ofPots = new KeyTable();
  private readonly likenesses = new WeakMap<Docket, string>();
  private readonly alike = numbered();

  constructor(regime: Regime, law: Law) {
    this.regime = regime;
    this.law = law;
    this.bounds = boundsOf(regime);
    this.boundOf = stretchesBetween(this.bounds);
    const quotas = Object.values(regime.table.quotas);
    this.stretchOf = stretchesWithPots([...this.bounds, ...regime.days], quotas);
    this.potsOf = foundOnce(potDays(quotas));
  }

  /** Below zero: it never reaches such goods. */
  kindOf(code: string): number {
    if (this.regime.reach(code) === undefined) return -1;
    return this.kinds(this.regime.kinds.kindOf(code));
  }

  /** A number for what it says of the line: {@link mute}, {@link drawing}, or a larger one. */
  wordOf(line: EntryLine, code: string, place: Place): number {
    const { from, said } = this.trackOf(line, code, place);
    const span = lastBegun(from, line.date);
    const found = (said[span] ??= this.find(line, code, from[span]));
    switch (found.by) {
      case 'span':
        return found.word;
      case 'pots':
        return this.wordOfPots(found, line, place);
      default:
        return this.isMute(line, code) ? mute : this.word(`${place.kind}/${place.own}/${this.stretchOf(line.date)}`);
    }
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
      return { by: 'span', word: this.word(`${this.likeness(docket)}:${this.boundOf(line.date)}`) };
    const place = this.drawn(`${this.likeness(docket)}:${this.boundOf(line.date)}`);
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

  private isMute(line: EntryLine, code: string): boolean {
    return whyPassedOver(line, code, this.regime, this.law) !== null || isMute(this.regime, line, code);
  }

  private word(said: string): number {
    return this.words(said) + drawing + 1;
  }

  /** Equal for dockets that say the same of lines that claim no program. */
  private likeness(docket: Docket): string {
    const known = this.likenesses.get(docket);
    if (known !== undefined) return known;
    const found = `${this.alike(this.findLikeness(docket))}`;
    this.likenesses.set(docket, found);
    return found;
  }

  /** What candidates are, and which of them go before others: how narrow they are says nothing else. */
  private findLikeness({ id, candidates, ended, beats, members }: Docket): string {
    const told = candidates.filter((one) => !this.isIdle(one, candidates));
    if (ended.length > 0 || told.length > mostCompared) return `${id}`;
    const order = told.flatMap((one) => told.map((other) => (one !== other && beats(one, other) ? '1' : '0')));
    return [...told.map((one) => this.textOf(one)), order.join(''), members].join('\n');
  }

  /** Candidates of a schedule are made anew for each row; rows differ in days that nobody tells. */
  private textOf({ measure, rate, quota }: Candidate): string {
    const place = this.regime.table.measures.indexOf(measure);
    if (place < 0)
      return JSON.stringify([measure.id, measure.title, measure.overlay, rate.charge, rate.when, rate.citation]);
    const categories = quota?.categories.map((one) => quota.quota.categories.indexOf(one)).join('+');
    return `${place}#${measure.rates.indexOf(rate)}:${categories ?? ''}`;
  }

  /** Whether a rate is for those alone that claim a program for which no other regime asks, and is the same as without it. */
  private isIdle(one: Candidate, candidates: readonly Candidate[]): boolean {
    if (!this.regime.schedule || !isIdleProgram(one, this.law, this.regime)) return false;
    const without = candidates.filter(({ rate }) => rate.when.length === 0);
    return without.length > 0 && without.every((other) => chargeText(other) === chargeText(one));
  }
}

function chargeText({ rate }: Candidate): string {
  return JSON.stringify(rate.charge);
}

/** Whether a rate holds for those alone that claim a program, and no other regime asks for that program. */
function isIdleProgram({ rate }: Candidate, law: Law, regime: Regime): boolean {
  if (rate.when.length === 0) return false;
  const asked = programsAsked(law, regime);
  return rate.when.every(
    ({ facts, conditions }) =>
      facts.every((fact) => law.claims.includes(fact)) &&
      conditions.every(({ op, ...rest }) => op === 'in' && 'values' in rest && !rest.values.some((one) => asked(one))),
  );
}

const programsKnown = new WeakMap<Regime, (symbol: string) => boolean>();

/** Whether any regime but one asks whether a line claims a program. */
function programsAsked({ regimes, claims }: Law, but: Regime): (symbol: string) => boolean {
  const known = programsKnown.get(but);
  if (known) return known;
  const others = regimes.filter((one) => one !== but);
  const tests = others
    .flatMap(({ table }) => table.measures.flatMap(({ rates }) => rates.flatMap(({ when }) => when)))
    .filter(({ facts }) => facts.some((fact) => claims.includes(fact)));
  const conditions = tests.flatMap((test) => test.conditions);
  const symbols = new Set(conditions.flatMap((one) => (one.op === 'in' ? one.values : [])));
  const isAny = others.some(({ schedule }) => schedule !== null) || conditions.some(({ op }) => op !== 'in');
  const found = (symbol: string): boolean => isAny || symbols.has(symbol);
  programsKnown.set(but, found);
  return found;
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
