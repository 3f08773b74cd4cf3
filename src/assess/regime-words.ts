import type { EntryLine } from '../customs/entry-line.ts';
import { baseRateFact } from '../customs/supplied-fact.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { KeyTable } from '../exact/key-table.ts';
import { numbered } from '../exact/numbered.ts';
import { isMute } from './assess-regime.ts';
import type { Candidate, Docket } from './candidate.ts';
import { rememberByCode } from './kinds.ts';
import type { Law } from './law.ts';
import { potShape } from './marked-pots.ts';
import { whyPassedOver } from './passed-over.ts';
import { potDays, potHeld } from './pots.ts';
import type { Regime } from './regime.ts';
import { boundsOf, foundOnce, stretchesBetween, stretchesWithPots } from './stretches.ts';

/** The order among more candidates is not compared. */
const mostCompared = 8;

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
    const { from, said } = this.trackOf(line, code, place);
    const span = lastBegun(from, line.date);
    const found = (said[span] ??= this.find(line, code, from[span]));
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
    const { from, said } = this.trackOf(line, code, place);
    const span = lastBegun(from, line.date);
    const found = (said[span] ??= this.find(line, code, from[span]));
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
