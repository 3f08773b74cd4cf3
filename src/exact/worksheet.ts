import { Decimal, figureMark, writeFiguresBy } from './decimal.ts';

/**
 * How amounts came from a few declared ones: every step of arithmetic, and every comparison that decided something. Whoever has other declared
 * amounts, for which the comparisons come out the same, has the same steps to take: the rules need not be asked again.
 */
export interface Worksheet {
  readonly steps: readonly Step[];
  readonly checks: readonly Check[];
  /** What was written of them, in the order of the marks that stand for it. */
  readonly figures: readonly Figure[];
  /** The step that gave an amount; a new one for an amount that does not depend on what was declared. */
  readonly stepOf: (amount: Decimal) => number;
}

/** `a` and `b` are places of earlier steps. */
export type Step =
  | { readonly kind: 'input'; readonly input: number }
  | { readonly kind: 'constant'; readonly value: Decimal }
  | { readonly kind: 'plus' | 'minus' | 'times' | 'div'; readonly a: number; readonly b: number }
  | { readonly kind: 'round'; readonly a: number; readonly decimals: number; readonly up: boolean }
  | { readonly kind: 'abs' | 'negated'; readonly a: number };

/** How two steps compare: `below`, `same` and `above` say which outcomes leave the steps as they are. */
export interface Check {
  readonly a: number;
  readonly b: number;
  readonly below: boolean;
  readonly same: boolean;
  readonly above: boolean;
}

/** An amount in a text. It has no more decimals than `decimals`, and is written with as many; null: with those that it has. */
export interface Figure {
  readonly step: number;
  readonly decimals: number | null;
}

/** What a text with figures and names is made of. */
export type Piece = string | { readonly figure: number; readonly grouped: boolean } | { readonly name: number };

/** What stands in a text for the name of that number. */
export function nameMark(name: number): string {
  return `${figureMark.name}${name}${figureMark.end}`;
}

/** Takes a text apart at its figures and names. */
export function piecesOf(text: string): readonly Piece[] {
  if (!text.includes(figureMark.end)) return text === '' ? [] : [text];
  const found = /([\uE000\uE001\uE003])(\d+)\uE002/g;
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(found)) {
    if (match.index > at) pieces.push(text.slice(at, match.index));
    const number = Number(match[2]);
    pieces.push(
      match[1] === figureMark.name ? { name: number } : { figure: number, grouped: match[1] === figureMark.grouped },
    );
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}

/** Something was done with a declared amount that no other amounts could be led through. */
class OffTheSheet extends Error {}

/** Ends the keeping of the worksheet that is under way: what follows depends on more than declared amounts. */
export function leaveWorksheet(): never {
  throw new OffTheSheet();
}

/** Who notes what is done with decimals; null: nobody does. */
let keeper: Keeper | null = null;

type Method = (this: Decimal, ...rest: unknown[]) => unknown;

/** All methods of all decimals are inherited from here. */
const methods = Decimal.prototype as unknown as Record<string, Method>;

/**
 * Runs `work` and keeps a worksheet of all it does with `inputs`. The first time, the methods of decimals are exchanged for such as note what
 * they do while a worksheet is kept: the rules are the same, and know nothing of it. Null: something was done that a worksheet cannot hold, such
 * as a text made of an amount in another way than by `amountText`, or a call of `leaveWorksheet`. `work` must not wait for anything.
 */
export function keepWorksheet<Result>(
  inputs: readonly Decimal[],
  work: () => Result,
): { readonly result: Result; readonly sheet: Worksheet } | null {
  if (keeper) throw new Error('worksheets do not nest');
  exchangeMethods();
  const own = new Keeper(inputs);
  keeper = own;
  writeFiguresBy((amount, decimals) => own.write(amount, decimals));
  try {
    return { result: work(), sheet: own.sheet() };
  } catch (error) {
    if (error instanceof OffTheSheet) return null;
    throw error;
  } finally {
    writeFiguresBy(null);
    keeper = null;
  }
}

let areExchanged = false;

function exchangeMethods(): void {
  if (areExchanged) return;
  areExchanged = true;
  for (const name of Object.getOwnPropertyNames(methods)) {
    const method = methods[name];
    if (name === 'constructor' || typeof method !== 'function') continue;
    methods[name] = function noted(this: Decimal, first: unknown, second: unknown): unknown {
      // None of them takes more than two arguments, and one that is left out is the same as undefined.
      return keeper ? keeper.does(name, method, this, first, second) : method.call(this, first, second);
    };
  }
}

type Order = -1 | 0 | 1;

/** Methods that compare, with the orders for which they say yes; of those that say more than yes or no, the order itself is what was told. */
const comparisons: Readonly<Record<string, readonly Order[] | 'told'>> = {
  comparedTo: 'told',
  cmp: 'told',
  eq: [0],
  equals: [0],
  isZero: [0],
  lt: [-1],
  lessThan: [-1],
  lte: [-1, 0],
  lessThanOrEqualTo: [-1, 0],
  gt: [1],
  greaterThan: [1],
  gte: [0, 1],
  greaterThanOrEqualTo: [0, 1],
  // Zero has a sign that depends on how it came about, so it is told apart.
  isNegative: 'told',
  isNeg: 'told',
  isPositive: 'told',
  isPos: 'told',
};

const orders: readonly Order[] = [-1, 0, 1];

const sums: Readonly<Record<string, 'plus' | 'minus' | 'times' | 'div'>> = {
  plus: 'plus',
  add: 'plus',
  minus: 'minus',
  sub: 'minus',
  times: 'times',
  mul: 'times',
  div: 'div',
  dividedBy: 'div',
};

const nil = new Decimal(0);

const unequal = { below: true, same: false, above: true } as const;

class Keeper {
  private readonly steps: Step[] = [];
  private readonly checks: Check[] = [];
  private readonly figures: Figure[] = [];
  private readonly places = new Map<Decimal, number>();
  private readonly constants = new Map<Decimal, number>();
  /** Steps that are an input times a number, by place. */
  private readonly multiples = new Map<number, Multiple>();
  /** Above zero while a method is at work, which may call others. */
  private depth = 0;

  constructor(inputs: readonly Decimal[]) {
    for (const [input, amount] of inputs.entries())
      this.multiples.set(this.add(amount, { kind: 'input', input }), { input, by: new Decimal(1) });
  }

  sheet(): Worksheet {
    const { steps, checks, figures } = this;
    return { steps, checks, figures, stepOf: (amount) => this.placeOf(amount) };
  }

  /** A mark that stands for the amount; undefined: it can be written as it is. */
  write(amount: Decimal, decimals: number | null): string | undefined {
    const step = this.places.get(amount);
    if (step === undefined) return undefined;
    if (decimals !== null && this.whole(() => amount.decimalPlaces()) > decimals) throw new OffTheSheet();
    this.figures.push({ step, decimals });
    return `${figureMark.plain}${this.figures.length - 1}${figureMark.end}`;
  }

  /** Lets a method do its work, and notes it where it has to do with what was declared. */
  does(name: string, method: Method, left: Decimal, first: unknown, second: unknown): unknown {
    if (this.depth > 0 || (!this.places.has(left) && !this.places.has(first as Decimal)))
      return method.call(left, first, second);
    const result = this.whole(() => method.call(left, first, second));
    this.note(name, left, first, second, result);
    return result;
  }

  /** What methods call of each other is no step of its own. */
  private whole<Result>(work: () => Result): Result {
    this.depth += 1;
    try {
      return work();
    } finally {
      this.depth -= 1;
    }
  }

  private note(name: string, left: Decimal, first: unknown, second: unknown, result: unknown): void {
    const comparison = comparisons[name];
    const sum = sums[name];
    if (comparison) this.check(comparison, left, asDecimal(first) ?? nil, result);
    else if (sum) {
      const right = asDecimal(first);
      if (!right) throw new OffTheSheet();
      this.sum(sum, left, right, result as Decimal);
    } else if (name === 'toDecimalPlaces' || name === 'toDP') this.round(left, first, second, result as Decimal);
    else if (name === 'abs' || name === 'absoluteValue')
      this.add(result as Decimal, { kind: 'abs', a: this.placeOf(left) });
    else if (name === 'negated' || name === 'neg')
      this.add(result as Decimal, { kind: 'negated', a: this.placeOf(left) });
    else throw new OffTheSheet();
  }

  /** A rate that was found back from a duty and its value is the same for all values: no step. */
  private sum(kind: 'plus' | 'minus' | 'times' | 'div', left: Decimal, right: Decimal, result: Decimal): void {
    const multiple = this.whole(() => multipleOf(kind, this.multipleOf(left), this.multipleOf(right)));
    if (multiple?.input === null) {
      if (!this.whole(() => multiple.by.eq(result))) throw new OffTheSheet();
      // Nothing divided by nothing is no number.
      if (kind === 'div') this.checks.push({ a: this.placeOf(right), b: this.placeOf(nil), ...unequal });
      return;
    }
    const place = this.add(result, { kind, a: this.placeOf(left), b: this.placeOf(right) });
    if (multiple) this.multiples.set(place, multiple);
  }

  private multipleOf(amount: Decimal): Multiple | undefined {
    const place = this.places.get(amount);
    return place === undefined ? { input: null, by: amount } : this.multiples.get(place);
  }

  private round(left: Decimal, decimals: unknown, mode: unknown, result: Decimal): void {
    const up = mode === Decimal.ROUND_HALF_UP;
    if (typeof decimals !== 'number' || (!up && mode !== Decimal.ROUND_DOWN)) throw new OffTheSheet();
    this.add(result, { kind: 'round', a: this.placeOf(left), decimals, up });
  }

  private check(yes: readonly Order[] | 'told', left: Decimal, right: Decimal, result: unknown): void {
    const order = this.whole(() => left.comparedTo(right)) as Order;
    const ways = yes === 'told' ? [order] : orders.filter((one) => yes.includes(one) === result);
    this.checks.push({
      a: this.placeOf(left),
      b: this.placeOf(right),
      below: ways.includes(-1),
      same: ways.includes(0),
      above: ways.includes(1),
    });
  }

  private placeOf(amount: Decimal): number {
    const known = this.places.get(amount) ?? this.constants.get(amount);
    if (known !== undefined) return known;
    const place = this.add(amount, { kind: 'constant', value: amount });
    this.constants.set(amount, place);
    return place;
  }

  private add(amount: Decimal, step: Step): number {
    this.steps.push(step);
    const place = this.steps.length - 1;
    if (step.kind !== 'constant') this.places.set(amount, place);
    return place;
  }
}

/** Zero, whatever was declared. */
function isNothing({ input, by }: Multiple): boolean {
  return input === null && by.isZero();
}

/** An input times a number; null: the number alone. */
interface Multiple {
  readonly input: number | null;
  readonly by: Decimal;
}

/** Undefined: no multiple of one input, or none that is looked for. */
function multipleOf(
  kind: 'plus' | 'minus' | 'times' | 'div',
  left: Multiple | undefined,
  right: Multiple | undefined,
): Multiple | undefined {
  if (!left || !right) return undefined;
  const isSame = left.input === right.input;
  if (isNothing(left)) return kind === 'plus' ? right : kind === 'minus' ? undefined : left;
  if (isNothing(right) && (kind === 'plus' || kind === 'minus')) return left;
  switch (kind) {
    case 'plus':
      return isSame ? { input: left.input, by: left.by.plus(right.by) } : undefined;
    case 'minus':
      return isSame ? { input: left.input, by: left.by.minus(right.by) } : undefined;
    case 'times':
      if (left.input !== null && right.input !== null) return undefined;
      return { input: left.input ?? right.input, by: left.by.times(right.by) };
    default:
      if (right.by.isZero() || (right.input !== null && !isSame)) return undefined;
      return { input: isSame ? null : left.input, by: left.by.div(right.by) };
  }
}

function asDecimal(value: unknown): Decimal | undefined {
  if (value instanceof Decimal) return value;
  return typeof value === 'number' || typeof value === 'string' ? new Decimal(value) : undefined;
}
