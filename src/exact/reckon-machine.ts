/**
 * A few steps of arithmetic on whole numbers, gone through again and again with other inputs: in double precision, and only as long as every
 * number is exact there.
 */
export interface Program {
  readonly instructions: readonly Instruction[];
  readonly comparisons: readonly Comparison[];
  readonly outputs: readonly Output[];
}

/** What an instruction does with the numbers that those before it gave; `a` and `b` are their places. */
export const code = {
  /** The input number `a`. */
  input: 0,
  /** `p` */
  constant: 1,
  /** `a × p` */
  scaled: 2,
  /** `a × p + b × q` */
  sum: 3,
  /** `a × p − b × q` */
  difference: 4,
  /** `a × b` */
  product: 5,
  /** `a × p ÷ q`, rounded to a whole number, a half away from zero. */
  halfUp: 6,
  /** `a × p ÷ q`, toward zero. */
  down: 7,
  /** `a` without its sign. */
  size: 8,
  /** `−a` */
  negated: 9,
} as const;

export interface Instruction {
  readonly code: number;
  readonly a: number;
  readonly b: number;
  readonly p: number;
  readonly q: number;
}

/** How `a × p` and `b × q` may compare. */
export interface Comparison {
  readonly a: number;
  readonly b: number;
  readonly p: number;
  readonly q: number;
  readonly below: boolean;
  readonly same: boolean;
  readonly above: boolean;
}

/** The number at `a` multiplied with `p`, and divided by `q`, which must come out even. */
export interface Output {
  readonly a: number;
  readonly p: number;
  readonly q: number;
}

const largest = Number.MAX_SAFE_INTEGER;
/** Up to here a whole multiple of the divisor next to the number is exact too. */
const largestDivided = 2 ** 52;

/** Goes through a program. Instructions lie in plain arrays: that is what a processor goes through quickest. */
export class ReckonMachine {
  /** The outputs, after a run that gave true. */
  readonly results: Float64Array;
  private readonly codes: Uint8Array;
  private readonly places: Int32Array;
  private readonly factors: Float64Array;
  private readonly numbers: Float64Array;
  private readonly checked: Int32Array;
  private readonly checkFactors: Float64Array;
  private readonly wanted: Int32Array;
  private readonly wantedFactors: Float64Array;

  constructor({ instructions, comparisons, outputs }: Program) {
    this.codes = Uint8Array.from(instructions, (one) => one.code);
    this.places = Int32Array.from(instructions.flatMap(({ a, b }) => [a, b]));
    this.factors = Float64Array.from(instructions.flatMap(({ p, q }) => [p, q]));
    this.numbers = new Float64Array(instructions.length);
    this.checked = Int32Array.from(comparisons.flatMap((one) => [one.a, one.b, waysOf(one)]));
    this.checkFactors = Float64Array.from(comparisons.flatMap(({ p, q }) => [p, q]));
    this.wanted = Int32Array.from(outputs, ({ a }) => a);
    this.wantedFactors = Float64Array.from(outputs.flatMap(({ p, q }) => [p, q]));
    this.results = new Float64Array(outputs.length);
  }

  /** False: a comparison came out otherwise, or a number is too large to be exact. */
  reckon(inputs: Float64Array): boolean {
    return this.step(inputs) && this.compare() && this.give();
  }

  private step(inputs: Float64Array): boolean {
    const { codes, places, factors, numbers } = this;
    for (let place = 0; place < codes.length; place += 1) {
      const a = places[place * 2] as number;
      const p = factors[place * 2] as number;
      let number: number;
      switch (codes[place]) {
        case code.input:
          number = inputs[a] as number;
          break;
        case code.constant:
          number = p;
          break;
        case code.scaled:
          number = (numbers[a] as number) * p;
          break;
        case code.sum:
        case code.difference: {
          const left = (numbers[a] as number) * p;
          const right = (numbers[places[place * 2 + 1] as number] as number) * (factors[place * 2 + 1] as number);
          if (!isExact(left) || !isExact(right)) return false;
          number = codes[place] === code.sum ? left + right : left - right;
          break;
        }
        case code.product:
          number = (numbers[a] as number) * (numbers[places[place * 2 + 1] as number] as number);
          break;
        case code.halfUp:
        case code.down:
          number = rounded((numbers[a] as number) * p, factors[place * 2 + 1] as number, codes[place] === code.halfUp);
          break;
        case code.size:
          number = Math.abs(numbers[a] as number);
          break;
        default:
          number = -(numbers[a] as number);
      }
      if (!isExact(number)) return false;
      numbers[place] = number;
    }
    return true;
  }

  private compare(): boolean {
    const { numbers, checked, checkFactors } = this;
    for (let check = 0; check * 3 < checked.length; check += 1) {
      const left = (numbers[checked[check * 3] as number] as number) * (checkFactors[check * 2] as number);
      const right = (numbers[checked[check * 3 + 1] as number] as number) * (checkFactors[check * 2 + 1] as number);
      if (!isExact(left) || !isExact(right)) return false;
      const way = left < right ? ways.below : left > right ? ways.above : ways.same;
      if (((checked[check * 3 + 2] as number) & way) === 0) return false;
    }
    return true;
  }

  private give(): boolean {
    const { numbers, wanted, wantedFactors, results } = this;
    for (let place = 0; place < wanted.length; place += 1) {
      const number = (numbers[wanted[place] as number] as number) * (wantedFactors[place * 2] as number);
      const by = wantedFactors[place * 2 + 1] as number;
      if (!isExact(number) || (by !== 1 && number % by !== 0)) return false;
      results[place] = by === 1 ? number : number / by;
    }
    return true;
  }
}

const ways = { below: 1, same: 2, above: 4 } as const;

function waysOf({ below, same, above }: Comparison): number {
  return (below ? ways.below : 0) + (same ? ways.same : 0) + (above ? ways.above : 0);
}

function isExact(number: number): boolean {
  return number <= largest && number >= -largest;
}

/** A whole number divided by another and rounded; no number where it is too large. Quicker than the remainder of doubles, and as exact. */
function rounded(number: number, by: number, halfUp: boolean): number {
  const size = Math.abs(number);
  if (!(size <= largestDivided && by <= largestDivided)) return Number.NaN;
  let whole = Math.floor(size / by);
  // The quotient of doubles may have gone over the edge to the next whole number; products this small are exact.
  let rest = size - whole * by;
  if (rest < 0) {
    whole -= 1;
    rest += by;
  }
  if (halfUp && rest * 2 >= by) whole += 1;
  return number < 0 ? -whole : whole;
}
