import type { Decimal } from './decimal.ts';
import type { Check, Step, Worksheet } from './worksheet.ts';

/**
 * A worksheet made ready to be gone through quickly: its amounts are whole numbers of a small unit each, in double precision as long as they
 * are exact there. What does not fit is not answered, and has to be worked out with decimals.
 */
export interface Reckoner {
  /**
   * Goes through all steps; `inputs` are whole numbers of the unit that `inputDecimals` say. False: a comparison came out otherwise, or a
   * number became too large to be exact.
   */
  readonly reckon: (inputs: Float64Array) => boolean;
  /** The whole number of an amount after `reckon`, in units of as many decimals as was asked for when the reckoner was made. */
  readonly results: Float64Array;
}

/** An amount that is asked for: never with more decimals than these. */
export interface Wanted {
  readonly step: number;
  readonly decimals: number;
}

/** What a step stands for is its whole number divided by ten to the power of `decimals` and by `under`. */
interface Unit {
  readonly decimals: number;
  readonly under: number;
}

const largest = Number.MAX_SAFE_INTEGER;

const code = {
  input: 0,
  constant: 1,
  sum: 2,
  difference: 3,
  product: 4,
  halfUp: 5,
  down: 6,
  size: 7,
  negated: 8,
} as const;

/** `a` and `b` are places in `numbers`; `p` and `q` what they are multiplied with, or what a number is divided by. */
interface Instruction {
  readonly code: number;
  readonly a: number;
  readonly b: number;
  readonly p: number;
  readonly q: number;
}

/** Null: the worksheet holds something that whole numbers cannot follow, such as a division by what was declared. */
export function makeReckoner(
  sheet: Worksheet,
  inputDecimals: readonly number[],
  wanted: readonly Wanted[],
): Reckoner | null {
  const units: Unit[] = [];
  const program: Instruction[] = [];
  for (const step of sheet.steps) {
    const made = instruct(step, units, sheet.steps, inputDecimals);
    if (!made || made.unit.under > largest) return null;
    units.push(made.unit);
    program.push(made.instruction);
  }
  const checks = sheet.checks.map((check) => comparison(check, units));
  const outputs = wanted.map(({ step, decimals }) => output(step, decimals, units));
  if ([...checks, ...outputs].some((one) => one === null)) return null;
  return runner(program, checks as Comparison[], outputs as Output[]);
}

function instruct(
  step: Step,
  units: readonly Unit[],
  steps: readonly Step[],
  inputDecimals: readonly number[],
): { readonly unit: Unit; readonly instruction: Instruction } | null {
  const one = (place: number): Unit => units[place] as Unit;
  switch (step.kind) {
    case 'input':
      return {
        unit: { decimals: inputDecimals[step.input] ?? 0, under: 1 },
        instruction: { code: code.input, a: step.input, b: 0, p: 0, q: 0 },
      };
    case 'constant': {
      const decimals = step.value.decimalPlaces();
      const whole = wholeOf(step.value, decimals);
      if (whole === null) return null;
      return { unit: { decimals, under: 1 }, instruction: { code: code.constant, a: 0, b: 0, p: whole, q: 0 } };
    }
    case 'plus':
    case 'minus': {
      const common = align(one(step.a), one(step.b));
      if (!common) return null;
      const kind = step.kind === 'plus' ? code.sum : code.difference;
      return { unit: common.unit, instruction: { code: kind, a: step.a, b: step.b, p: common.p, q: common.q } };
    }
    case 'times': {
      const [a, b] = [one(step.a), one(step.b)];
      const unit = { decimals: a.decimals + b.decimals, under: a.under * b.under };
      return { unit, instruction: { code: code.product, a: step.a, b: step.b, p: 1, q: 0 } };
    }
    case 'div':
      return divided(step.a, steps[step.b], one(step.a));
    case 'round': {
      const { decimals, under } = one(step.a);
      const unit = { decimals: step.decimals, under: 1 };
      const more = step.decimals - decimals;
      const kind = step.up ? code.halfUp : code.down;
      const [times, by] = more > 0 ? [10 ** more, under] : [1, under * 10 ** -more];
      if (Math.max(times, by) > largest) return null;
      return { unit, instruction: { code: kind, a: step.a, b: 0, p: times, q: by } };
    }
    case 'abs':
      return { unit: one(step.a), instruction: { code: code.size, a: step.a, b: 0, p: 0, q: 0 } };
    default:
      return { unit: one(step.a), instruction: { code: code.negated, a: step.a, b: 0, p: 0, q: 0 } };
  }
}

/** Division changes the unit alone: by ten and its powers the decimals, by another number what is below the line. */
function divided(
  a: number,
  by: Step | undefined,
  { decimals, under }: Unit,
): { readonly unit: Unit; readonly instruction: Instruction } | null {
  if (by?.kind !== 'constant' || !by.value.isPositive() || by.value.isZero()) return null;
  const places = by.value.decimalPlaces();
  let whole = wholeOf(by.value, places);
  if (whole === null) return null;
  let tens = 0;
  while (whole % 10 === 0) {
    whole /= 10;
    tens += 1;
  }
  const more = 10 ** places;
  if (Math.max(more, under * whole) > largest) return null;
  return {
    unit: { decimals: decimals + tens, under: under * whole },
    instruction: { code: code.sum, a, b: a, p: more, q: 0 },
  };
}

function wholeOf(value: Decimal, decimals: number): number | null {
  const whole = value.times(`1e${decimals}`).toNumber();
  return Math.abs(whole) <= largest ? whole : null;
}

/** The unit in which both are whole, and what each is multiplied with. */
function align(a: Unit, b: Unit): { readonly unit: Unit; readonly p: number; readonly q: number } | null {
  const decimals = Math.max(a.decimals, b.decimals);
  const under = a.under === b.under ? a.under : a.under * b.under;
  const p = 10 ** (decimals - a.decimals) * (under / a.under);
  const q = 10 ** (decimals - b.decimals) * (under / b.under);
  return Math.max(p, q, under) > largest ? null : { unit: { decimals, under }, p, q };
}

interface Comparison extends Check {
  readonly p: number;
  readonly q: number;
}

function comparison(check: Check, units: readonly Unit[]): Comparison | null {
  const common = align(units[check.a] as Unit, units[check.b] as Unit);
  return common && { ...check, p: common.p, q: common.q };
}

/** Multiplied with `p`, and divided by `q`, which must come out even. */
interface Output {
  readonly step: number;
  readonly p: number;
  readonly q: number;
}

function output(step: number, decimals: number, units: readonly Unit[]): Output | null {
  const unit = units[step] as Unit;
  const more = decimals - unit.decimals;
  const [p, q] = more > 0 ? [10 ** more, unit.under] : [1, unit.under * 10 ** -more];
  return Math.max(p, q) > largest ? null : { step, p, q };
}

function runner(program: readonly Instruction[], checks: readonly Comparison[], outputs: readonly Output[]): Reckoner {
  const numbers = new Float64Array(program.length);
  const results = new Float64Array(outputs.length);
  const at = (place: number): number => numbers[place] as number;
  const isExact = (number: number): boolean => number <= largest && number >= -largest;
  const take = ({ code: kind, a, b, p, q }: Instruction, inputs: Float64Array): number => {
    switch (kind) {
      case code.input:
        return inputs[a] as number;
      case code.constant:
        return p;
      case code.sum:
      case code.difference: {
        const [left, right] = [at(a) * p, at(b) * q];
        if (!isExact(left) || !isExact(right)) return Number.NaN;
        return kind === code.sum ? left + right : left - right;
      }
      case code.product:
        return at(a) * at(b);
      case code.halfUp:
      case code.down:
        return rounded(at(a) * p, q, kind === code.halfUp);
      case code.size:
        return Math.abs(at(a));
      default:
        return -at(a);
    }
  };
  const reckon = (inputs: Float64Array): boolean => {
    for (let place = 0; place < program.length; place += 1) {
      const number = take(program[place] as Instruction, inputs);
      if (!isExact(number)) return false;
      numbers[place] = number;
    }
    for (const { a, b, p, q, below, same, above } of checks) {
      const [left, right] = [at(a) * p, at(b) * q];
      if (!isExact(left) || !isExact(right)) return false;
      if (!(left < right ? below : left > right ? above : same)) return false;
    }
    for (let place = 0; place < outputs.length; place += 1) {
      const { step, p, q } = outputs[place] as Output;
      const number = at(step) * p;
      if (!isExact(number) || number % q !== 0) return false;
      results[place] = number / q;
    }
    return true;
  };
  return { reckon, results };
}

/** To a whole multiple, exact for whole numbers: the remainder of doubles is. A half goes away from zero. */
function rounded(number: number, by: number, halfUp: boolean): number {
  if (!(Math.abs(number) <= largest)) return Number.NaN;
  const rest = number % by;
  const whole = (number - rest) / by;
  if (!halfUp || Math.abs(rest) * 2 < by) return whole;
  return whole + (number < 0 ? -1 : 1);
}
