import type { Decimal } from './decimal.ts';
import { type Instruction, type Program, ReckonMachine, code } from './reckon-machine.ts';
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
  /** How many digits of each result are decimals. */
  readonly decimals: readonly number[];
}

/** An amount that is asked for: never with more decimals than these; null: with all that it may have. */
export interface Wanted {
  readonly step: number;
  readonly decimals: number | null;
}

/** What a step stands for is its whole number divided by ten to the power of `decimals` and by `under`. */
interface Unit {
  readonly decimals: number;
  readonly under: number;
}

/** What became of a step: an instruction, with places of steps in it, or the place of an earlier step that is the same. */
interface Made {
  readonly unit: Unit;
  readonly is: Instruction | number;
}

const largest = Number.MAX_SAFE_INTEGER;

/** Reckoners by the steps they go through, each made once: most lines take the steps of others. */
export class Reckoners {
  private readonly inputDecimals: readonly number[];
  private readonly known = new Map<string, Reckoner | null>();

  constructor(inputDecimals: readonly number[]) {
    this.inputDecimals = inputDecimals;
  }

  /** Null: the worksheet holds something that whole numbers cannot follow, such as a division by what was declared. */
  of(sheet: Worksheet, wanted: readonly Wanted[]): Reckoner | null {
    const text = textOf(sheet, wanted);
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const made = makeReckoner(sheet, this.inputDecimals, wanted);
    this.known.set(text, made);
    return made;
  }
}

/** Equal for worksheets that are gone through alike. */
function textOf({ steps, checks }: Worksheet, wanted: readonly Wanted[]): string {
  let text = '';
  for (const step of steps) text += `${stepText(step)};`;
  for (const { a, b, below, same, above } of checks)
    text += `${a}?${b}${below ? '<' : ''}${same ? '=' : ''}${above ? '>' : ''};`;
  for (const { step, decimals } of wanted) text += `${step}!${decimals};`;
  return text;
}

function stepText(step: Step): string {
  switch (step.kind) {
    case 'input':
      return `i${step.input}`;
    case 'constant':
      return step.value.toString();
    case 'round':
      return `${step.a}r${step.decimals}${step.up ? 'u' : ''}`;
    case 'abs':
    case 'negated':
      return `${step.kind}${step.a}`;
    default:
      return `${step.kind}${step.a},${step.b}`;
  }
}

function makeReckoner(sheet: Worksheet, inputDecimals: readonly number[], wanted: readonly Wanted[]): Reckoner | null {
  const open = sheet.checks.filter((check) => isOpen(check, sheet.steps));
  const drawnUp = new Drawing(sheet.steps, inputDecimals, askedSteps(sheet.steps, open, wanted));
  if (!drawnUp.isWhole) return null;
  const checks = open.map((check) => drawnUp.comparison(check));
  const decimals = wanted.map((one) => one.decimals ?? drawnUp.decimalsOf(one.step));
  const outputs = wanted.map(({ step }, place) => drawnUp.output(step, decimals[place] ?? 0));
  const program = { instructions: drawnUp.instructions, comparisons: present(checks), outputs: present(outputs) };
  if (checks.includes(null) || outputs.includes(null)) return null;
  const machine = new ReckonMachine(withoutIdle(program));
  return { reckon: (inputs) => machine.reckon(inputs), results: machine.results, decimals };
}

/** Whether a comparison may come out in more than one way. */
function isOpen({ a, b }: Check, steps: readonly Step[]): boolean {
  return a !== b && (steps[a]?.kind !== 'constant' || steps[b]?.kind !== 'constant');
}

/** For each step whether anything that is asked for comes of it. */
function askedSteps(steps: readonly Step[], checks: readonly Check[], wanted: readonly Wanted[]): Uint8Array {
  const asked = new Uint8Array(steps.length);
  for (const { a, b } of checks) {
    asked[a] = 1;
    asked[b] = 1;
  }
  for (const { step } of wanted) asked[step] = 1;
  for (let place = steps.length - 1; place >= 0; place -= 1) {
    const step = steps[place];
    if (asked[place] === 0 || step === undefined) continue;
    if ('a' in step) asked[step.a] = 1;
    if ('b' in step) asked[step.b] = 1;
  }
  return asked;
}

function present<Value>(values: readonly (Value | 'always' | null)[]): Value[] {
  return values.filter((value): value is Value => value !== null && value !== 'always');
}

/** Instructions for the steps of a worksheet, one in the place of each. */
class Drawing {
  readonly instructions: Instruction[] = [];
  /** Whether whole numbers can follow all steps. */
  readonly isWhole: boolean;
  private readonly units: Unit[] = [];
  /** For each step the one whose number it has: its own, or an earlier one. */
  private readonly same: number[] = [];
  private readonly constants = new Map<number, number>();
  private readonly steps: readonly Step[];
  private readonly inputDecimals: readonly number[];

  /** `asked`: of the other steps nothing is drawn up. */
  constructor(steps: readonly Step[], inputDecimals: readonly number[], asked: Uint8Array) {
    this.steps = steps;
    this.inputDecimals = inputDecimals;
    this.isWhole = steps.every((step, place) => {
      const made = asked[place] === 1 ? this.instruct(step) : idle;
      if (!made || made.unit.under > largest) return false;
      this.units.push(made.unit);
      this.same.push(typeof made.is === 'number' ? made.is : place);
      // Nobody reads what stands in the place of a step that is the same as another.
      this.instructions.push(typeof made.is === 'number' ? instruction(code.constant) : made.is);
      return true;
    });
  }

  /** Always: it comes out one way whatever the inputs are. Null: its numbers would not be exact. */
  comparison(check: Check): Program['comparisons'][number] | 'always' | null {
    const [a, b] = [this.at(check.a), this.at(check.b)];
    if (check.a === check.b || (this.constantAt(a) !== null && this.constantAt(b) !== null)) return 'always';
    const common = align(this.unit(check.a), this.unit(check.b));
    return common && { ...check, a, b, p: common.p, q: common.q };
  }

  output(step: number, decimals: number): Program['outputs'][number] | null {
    const a = this.at(step);
    const unit = this.unit(step);
    const more = decimals - unit.decimals;
    const [p, q] = more > 0 ? [10 ** more, unit.under] : [1, unit.under * 10 ** -more];
    return Math.max(p, q) > largest ? null : { a, p, q };
  }

  /** The most decimals that the amount of a step may have, where it is no fraction. */
  decimalsOf(step: number): number {
    return this.unit(step).decimals;
  }

  private at(step: number): number {
    return this.same[step] as number;
  }

  private unit(step: number): Unit {
    return this.units[step] as Unit;
  }

  private constantAt(place: number): number | null {
    const one = this.instructions[place];
    return one?.code === code.constant ? one.p : null;
  }

  private instruct(step: Step): Made | null {
    switch (step.kind) {
      case 'input':
        return {
          unit: { decimals: this.inputDecimals[step.input] ?? 0, under: 1 },
          is: instruction(code.input, step.input),
        };
      case 'constant': {
        const { whole, decimals } = wholeOf(step.value);
        return Math.abs(whole) > largest ? null : { unit: { decimals, under: 1 }, is: this.constant(whole) };
      }
      case 'plus':
      case 'minus': {
        const common = align(this.unit(step.a), this.unit(step.b));
        const kind = step.kind === 'plus' ? code.sum : code.difference;
        return (
          common && {
            unit: common.unit,
            is: { code: kind, a: this.at(step.a), b: this.at(step.b), p: common.p, q: common.q },
          }
        );
      }
      case 'times':
        return this.times(step.a, step.b);
      case 'div':
        return this.divided(step.a, this.steps[step.b]);
      case 'round':
        return this.rounded(step.a, step.decimals, step.up);
      default: {
        const kind = step.kind === 'abs' ? code.size : code.negated;
        return { unit: this.unit(step.a), is: instruction(kind, this.at(step.a)) };
      }
    }
  }

  /** One instruction serves all constants of the same whole number. */
  private constant(whole: number): Instruction | number {
    const known = this.constants.get(whole);
    if (known !== undefined) return known;
    this.constants.set(whole, this.instructions.length);
    return { ...instruction(code.constant), p: whole };
  }

  private times(left: number, right: number): Made {
    const [a, b] = [this.unit(left), this.unit(right)];
    const unit = { decimals: a.decimals + b.decimals, under: a.under * b.under };
    const by = this.constantAt(this.at(right));
    if (by === null) return { unit, is: instruction(code.product, this.at(left), this.at(right)) };
    return { unit, is: by === 1 ? this.at(left) : { ...instruction(code.scaled, this.at(left)), p: by } };
  }

  /** Division changes the unit alone: by ten and its powers the decimals, by another number what is below the line. */
  private divided(step: number, by: Step | undefined): Made | null {
    if (by?.kind !== 'constant' || !by.value.isPositive() || by.value.isZero()) return null;
    const { decimals, under } = this.unit(step);
    const { whole: digits, decimals: places } = wholeOf(by.value);
    let whole = digits;
    let tens = 0;
    while (whole % 10 === 0) {
      whole /= 10;
      tens += 1;
    }
    const more = 10 ** places;
    if (Math.max(more, under * whole) > largest) return null;
    const unit = { decimals: decimals + tens, under: under * whole };
    const a = this.at(step);
    return { unit, is: more === 1 ? a : { ...instruction(code.scaled, a), p: more } };
  }

  private rounded(step: number, places: number, isUp: boolean): Made | null {
    const { decimals, under } = this.unit(step);
    const more = places - decimals;
    const [p, q] = more > 0 ? [10 ** more, under] : [1, under * 10 ** -more];
    if (Math.max(p, q) > largest) return null;
    return {
      unit: { decimals: places, under: 1 },
      is: { ...instruction(isUp ? code.halfUp : code.down, this.at(step)), p, q },
    };
  }
}

/** Stands where nobody asks. */
const idle: Made = { unit: { decimals: 0, under: 1 }, is: instruction(code.constant) };

function instruction(kind: number, a = 0, b = 0): Instruction {
  return { code: kind, a, b, p: 0, q: 0 };
}

/** An amount as a whole number of its last decimal; one that is too large to be exact comes out larger than any that is. */
function wholeOf(value: Decimal): { readonly whole: number; readonly decimals: number } {
  const text = value.toFixed();
  const point = text.indexOf('.');
  return { whole: Number(text.replace('.', '')), decimals: point < 0 ? 0 : text.length - point - 1 };
}

/** The unit in which both are whole, and what each is multiplied with. */
function align(a: Unit, b: Unit): { readonly unit: Unit; readonly p: number; readonly q: number } | null {
  const decimals = Math.max(a.decimals, b.decimals);
  const under = a.under === b.under ? a.under : a.under * b.under;
  const p = 10 ** (decimals - a.decimals) * (under / a.under);
  const q = 10 ** (decimals - b.decimals) * (under / b.under);
  return Math.max(p, q, under) > largest ? null : { unit: { decimals, under }, p, q };
}

/** Without instructions whose numbers nobody asks for; comparisons that are there twice are made once. */
function withoutIdle({ instructions, comparisons, outputs }: Program): Program {
  const isAsked = new Set([...comparisons.flatMap(({ a, b }) => [a, b]), ...outputs.map(({ a }) => a)]);
  for (let place = instructions.length - 1; place >= 0; place -= 1)
    if (isAsked.has(place)) for (const one of operands(instructions[place] as Instruction)) isAsked.add(one);
  const kept = instructions.flatMap((one, place) => (isAsked.has(place) ? [{ one, place }] : []));
  const placeOf = new Map(kept.map(({ place }, index) => [place, index]));
  const moved = (place: number): number => placeOf.get(place) ?? 0;
  const made = new Map(
    comparisons.map((one) => [Object.values(one).join(), { ...one, a: moved(one.a), b: moved(one.b) }] as const),
  );
  return {
    instructions: kept.map(({ one }) =>
      one.code === code.input || one.code === code.constant ? one : { ...one, a: moved(one.a), b: moved(one.b) },
    ),
    comparisons: [...made.values()],
    outputs: outputs.map((one) => ({ ...one, a: moved(one.a) })),
  };
}

/** Places that an instruction reads from. */
function operands({ code: kind, a, b }: Instruction): readonly number[] {
  switch (kind) {
    case code.input:
    case code.constant:
      return [];
    case code.sum:
    case code.difference:
    case code.product:
      return [a, b];
    default:
      return [a];
  }
}
