import { type Alike, alikeUnder } from '../assess/alike.ts';
import { potNames } from '../assess/marked-pots.ts';
import type { Balances } from '../assess/balances.ts';
import type { Law } from '../assess/law.ts';
import { type Spoken, namesGoods, namesOrigin, workAnswer } from '../assess/worked-answer.ts';
import type { CommodityCode } from '../customs/commodity-code.ts';
import type { CountryCode } from '../customs/country.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import type { AssessedLine } from '../customs/assessment.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import type { EntryContext } from '../intake/entry-context.ts';
import { KeyTable } from '../exact/key-table.ts';
import { Reckoners } from '../exact/reckon.ts';
import type { RecordScanner } from '../intake/record-scanner.ts';
import { type RowBytes, readDecimals } from '../intake/row-bytes.ts';
import { CellStore } from '../present/ready-cells.ts';
import { FieldClasses } from './field-classes.ts';
import { type Names, type ReadyAnswer, readyAnswer } from './ready-answer.ts';
import { SharedPlaces } from './shared-places.ts';

export interface AnswersLaw {
  readonly law: Law;
  /** What lines may know of balances from the first to the last of them. */
  readonly balances: Balances;
  readonly context: EntryContext;
  /** Decimals of the payable unit. */
  readonly decimals: number;
  /** Whether the cells tell what is not covered. */
  readonly tellsNotCovered: boolean;
  /** The cells that an answer adds to a row. */
  readonly write: (answer: AssessedLine) => readonly string[];
}

/** The row that is to be answered, as bytes; `line` reads it as text: null where it is no line. The same object serves row after row. */
export interface AskedRow {
  bytes: RowBytes;
  block: Uint8Array;
  scanner: RecordScanner;
  readonly line: () => EntryLine | null;
}

/** Answers of one combination that decide otherwise for other amounts; more, and the rows are assessed one by one. */
const mostVariants = 4;
/** Combinations and answers that are remembered; then all is forgotten, so that memory stays bounded. */
const mostKeys = 500_000;
const mostAnswers = 20_000;

/** The place of what nobody works out: what it comes to changes from line to line. */
const nobody = 0;

/** Stands for an origin as it is written, where its class is not enough. */
const ownOrigin = 1_000_000;
/** In place of an answer: look it up by the origin, or by goods and origin, as they are written. */
const namesItsOrigin = 2 ** 30;
const namesItsGoods = namesItsOrigin + 1;

/** Finds the answer for a row among those that were worked out, and works out those that are missing. */
export class ReadyAnswers {
  private readonly with: AnswersLaw;
  private readonly alike: Alike;
  private readonly classes: {
    readonly hts: FieldClasses<CommodityCode>;
    readonly origin: FieldClasses<CountryCode>;
    readonly date: FieldClasses<IsoDate>;
  };
  /** By classes of goods and origins, stretches of days, and facts. */
  private keys = new KeyTable();
  /** For answers that name the goods or the origin: by what was written. */
  private ownKeys = new KeyTable();
  /** Null: such rows are assessed one by one, as those at the first place are. */
  private answers: (ReadyAnswer | null)[] = [null];
  /** A line that declares these facts, by the number that stands for them. */
  private declared: (EntryLine | undefined)[] = [];
  /** Places of answers that name pots: by the place of the one that was worked out, and the names. */
  private named = new Map<string, number>();
  /** The same by the origin as it is written and the stretch of days. */
  private met = new KeyTable();
  private shared = new SharedPlaces();
  private reckoners = newReckoners();
  private store = new CellStore();
  private readonly inputs = new Float64Array(2);

  constructor(given: AnswersLaw) {
    const alike = alikeUnder(given.law, given);
    this.with = given;
    this.alike = alike;
    this.classes = {
      hts: new FieldClasses(given.context.code, alike.goodsOf),
      origin: new FieldClasses(given.context.country, alike.originsOf),
      date: new FieldClasses(given.context.date, alike.stretchOf),
    };
  }

  get isFull(): boolean {
    return (
      this.answers.length >= mostAnswers ||
      this.keys.count + this.ownKeys.count + this.shared.count + this.met.count >= mostKeys
    );
  }

  /** Forgets everything, with the numbers that stand for texts. */
  forget(): void {
    for (const one of Object.values(this.classes)) one.forget();
    this.keys = new KeyTable();
    this.ownKeys = new KeyTable();
    this.answers = [null];
    this.declared = [];
    this.named = new Map();
    this.met = new KeyTable();
    this.shared = new SharedPlaces();
    this.reckoners = newReckoners();
    this.store = new CellStore();
  }

  /** The answer that holds for the amounts of the row, with its results reckoned; undefined: there is none. */
  find(row: AskedRow): ReadyAnswer | undefined {
    const { bytes, block, scanner } = row;
    const stretch = this.classes.date.get(bytes.date, block, scanner, bytes.dateField);
    const goods = this.classes.hts.get(bytes.hts, block, scanner, bytes.htsField);
    if (stretch < 0 || goods < 0) return undefined;
    // What a line may claim turns on the origin itself.
    const origin = bytes.hasClaim
      ? ownOrigin + bytes.origin
      : this.classes.origin.get(bytes.origin, block, scanner, bytes.originField);
    if (origin < 0) return undefined;
    this.inputs[0] = bytes.value;
    this.inputs[1] = bytes.weight;
    let place = this.keys.get(goods, origin, stretch, bytes.facts);
    if (place === namesItsOrigin) place = this.keys.get(goods, ownOrigin + bytes.origin, stretch, bytes.facts);
    if (place === namesItsGoods) place = this.ownKeys.get(bytes.hts, bytes.origin, stretch, bytes.facts);
    if (place >= 0) return this.variantOf(place, row);
    const line = this.likeLine(row);
    const found = line && this.placeFor(line, row);
    if (found === undefined) return undefined;
    this.keep(found, bytes, { goods, origin, stretch });
    return this.variantOf(found, row);
  }

  /** Keeps where the answer to such rows is. */
  private keep(
    place: number,
    { hts, origin: ownText, facts }: RowBytes,
    { goods, origin, stretch }: Readonly<Record<'goods' | 'origin' | 'stretch', number>>,
  ): void {
    const { keys, ownKeys } = this;
    const names = this.answers[place]?.names ?? 'nothing';
    const own = ownOrigin + ownText;
    if (names === 'goods') {
      keys.set(goods, origin, stretch, facts, namesItsGoods);
      ownKeys.set(hts, ownText, stretch, facts, place);
      return;
    }
    if (names === 'origin' && origin !== own) {
      // Another origin of the class may have been met first.
      keys.set(goods, origin, stretch, facts, namesItsOrigin);
      keys.set(goods, own, stretch, facts, place);
      return;
    }
    keys.set(goods, origin, stretch, facts, place);
  }

  /** The answer at the place that holds for the amounts; one is worked out where none of those known does. */
  private variantOf(place: number, row: AskedRow): ReadyAnswer | undefined {
    const known = this.answers[place];
    if (!known) return undefined;
    let variants = 0;
    for (let one: ReadyAnswer | null = known; one; one = one.next) {
      if (one.reckoner.reckon(this.inputs)) return one;
      variants += 1;
    }
    const line = variants < mostVariants ? row.line() : null;
    const made = line && this.work(line).made;
    // What names more than the first one did would be found for others too; what names less is found like the first one.
    if (!made?.reckoner.reckon(this.inputs) || isWider(made.names, known.names) || meetsOthers(made, known))
      return undefined;
    const variant = { ...made, told: known.told, names: known.names, next: known };
    this.answers[place] = variant;
    return variant;
  }

  /** A line as the row declares it, its amounts aside: they may be another row's. Undefined: the row is no line. */
  private likeLine(row: AskedRow): EntryLine | undefined {
    const { bytes } = row;
    const like = this.declared[bytes.facts];
    const [code, origin, date] = [
      this.classes.hts.valueOf(bytes.hts),
      this.classes.origin.valueOf(bytes.origin),
      this.classes.date.valueOf(bytes.date),
    ];
    if (like && code && origin && date) return { ...like, goods: { kind: 'number', code }, origin, date };
    const line = row.line() ?? undefined;
    if (line && line.notes.length === 0) this.declared[bytes.facts] = line;
    return line;
  }

  /**
   * The place of the answer to a combination that is met for the first time: another one's that is alike, or its own. Undefined: the row is no
   * line. `like`: the line, its amounts aside.
   */
  private placeFor(like: EntryLine, row: AskedRow): number | undefined {
    const situation = this.alike.situationOf(like);
    if (situation === null) return nobody;
    if (situation === undefined) return this.newPlace(row, undefined);
    const place = this.shared.find(situation, like, row.bytes) ?? this.newPlace(row, situation);
    return place === undefined ? undefined : this.namedFor(place, like, row.bytes);
  }

  /** The place of a line's own answer, which is kept for others of the situation; undefined: the row is no line. */
  private newPlace(row: AskedRow, situation: number | undefined): number | undefined {
    const line = row.line();
    if (!line) return undefined;
    const { made, asked } = this.work(line);
    this.answers.push(made);
    const place = this.answers.length - 1;
    const told = made?.told ?? 'nothing';
    if (situation !== undefined && told !== 'goods')
      this.shared.keep(situation, line, row.bytes, { place, asked, isOfOrigin: told === 'origin' });
    return place;
  }

  /** The place of an answer that was worked out for other pots, with the names of those that the line meets. */
  private namedFor(place: number, like: EntryLine, { origin }: RowBytes): number {
    const answer = this.answers[place];
    if (!answer || answer.marked.length === 0) return place;
    const stretch = this.alike.stretchOf(like.date);
    let found = this.met.get(place, origin, stretch, 0);
    if (found < 0) {
      found = this.placeNamed(answer, place, like);
      this.met.set(place, origin, stretch, 0, found);
    }
    return found;
  }

  private placeNamed(answer: ReadyAnswer, place: number, like: EntryLine): number {
    const names = potNames(answer.marked, like);
    if (names === null) return nobody;
    const key = `${place}|${names.join('|')}`;
    const known = this.named.get(key);
    if (known !== undefined) return known;
    this.answers.push({ ...answer, pots: this.store.names(names), next: null });
    this.named.set(key, this.answers.length - 1);
    return this.answers.length - 1;
  }

  /** Works out a line, and says which facts anybody asked for; null: all of them. */
  private work(line: EntryLine): { readonly made: ReadyAnswer | null; readonly asked: ReadonlySet<string> | null } {
    const { reckoners, store } = this;
    const { law, write, decimals } = this.with;
    const { answer, asked } = workAnswer(line, this.with, write);
    const names = (said: Spoken): Names =>
      namesGoods(said, line, law) ? 'goods' : namesOrigin(said, line) ? 'origin' : 'nothing';
    return { made: answer && readyAnswer(answer, { decimals, reckoners, store }, names), asked };
  }
}

function newReckoners(): Reckoners {
  return new Reckoners([readDecimals.value, readDecimals.weight]);
}

/** Whether it meets pots that the other did not: in another period these have other names. */
function meetsOthers(one: ReadyAnswer, other: ReadyAnswer): boolean {
  return one.pots.texts.some((name) => !other.pots.texts.includes(name));
}

const widths: readonly Names[] = ['nothing', 'origin', 'goods'];

function isWider(one: Names, other: Names): boolean {
  return widths.indexOf(one) > widths.indexOf(other);
}
