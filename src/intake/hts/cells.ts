import type { FindingPlace } from '../../customs/imported-schedule.ts';
import type { DutyRate, OneRate, SimpleRate, SumRate } from '../../customs/rate.ts';
import { decimal } from '../../exact/decimal.ts';
import { type Cleaning, cleanRateText } from '../rate-clean.ts';
import { parseRate } from '../rate-text.ts';
import type { Findings } from './findings.ts';

/** Percentages above it are misprints: the highest that schedules print is 350%. More: none in any unit of currency. */
const mostPercent = 1000;
/** Amounts per unit above it are looked at again. */
const mostPerUnit = 100;

/** A cell of a schedule: its text cleaned, and what is wrong with it. */
interface Cell {
  readonly text: string;
  readonly cleaned: readonly Cleaning[];
  readonly unsupported: readonly string[];
  readonly wrong: Wrong | undefined;
}

interface Wrong {
  readonly code: 'unreadable-rate' | 'implausible-rate';
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** Reads the cells of exports. The same text stands in thousands of rows and is read once. */
export class CellReader {
  private readonly known = new Map<string, Cell>();
  private readonly findings: Findings;

  constructor(findings: Findings) {
    this.findings = findings;
  }

  /** The text as a table holds it; '' where the cell is empty. `claimed`: the column gives rates to programs. */
  read(raw: string, claimed: boolean, place: FindingPlace): string {
    if (raw === '') return '';
    const key = `${claimed ? 'programs' : 'all'} ${raw}`;
    const cell = this.known.get(key) ?? readCell(raw, claimed);
    this.known.set(key, cell);
    for (const kind of cell.cleaned) this.findings.note('cleaned', kind, place, raw, cell.text);
    for (const why of cell.unsupported) this.findings.note('unsupported', why, place, cell.text);
    if (cell.wrong)
      this.findings.problem(
        cell.wrong.code,
        cell.wrong.severity,
        `"${cell.text}" of ${place.number} (row ${place.row}) ${cell.wrong.message}`,
        place,
        raw,
      );
    return cell.text;
  }
}

function readCell(raw: string, claimed: boolean): Cell {
  const clean = cleanRateText(raw);
  if (clean === undefined) {
    const wrong = {
      code: 'unreadable-rate',
      severity: 'error',
      message: 'is too long or too dirty for a rate',
    } as const;
    return { text: raw.trim().slice(0, 60), cleaned: [], unsupported: [], wrong };
  }
  const { text, cleaned } = clean;
  if (text === '') return { text, cleaned, unsupported: [], wrong: undefined };
  const rate = parseRate(text);
  const ones = rate === undefined || rate.form === 'unknown' ? [] : onesOf(rate);
  return {
    text,
    cleaned,
    unsupported: ones.flatMap((one) => (one.form === 'unsupported' ? [one.why] : [])),
    wrong: whatIsWrong(rate, ones, claimed),
  };
}

function whatIsWrong(rate: DutyRate | undefined, ones: readonly OneRate[], claimed: boolean): Wrong | undefined {
  if (rate === undefined) return { code: 'unreadable-rate', severity: 'error', message: 'is no rate' };
  if (!claimed && rate.form === 'programs')
    return { code: 'unreadable-rate', severity: 'error', message: 'names programs, in a column that is for everybody' };
  if (claimed && rate.form !== 'programs')
    return { code: 'unreadable-rate', severity: 'warning', message: 'names no program: nobody can claim it' };
  const found = ones.flatMap(termsOf).map(implausible);
  return found.find((one) => one?.severity === 'error') ?? found.find((one) => one !== undefined);
}

function implausible(term: SimpleRate | OneRate): Wrong | undefined {
  const code = 'implausible-rate';
  if (term.form === 'ad-valorem') {
    const percent = decimal(term.percent).div(term.over ?? 1);
    if (percent.gt(mostPercent)) return { code, severity: 'error', message: 'is no plausible percentage' };
    if (percent.lt(0)) return { code, severity: 'error', message: 'takes off more than it lays' };
  }
  if (term.form === 'specific') {
    const each = decimal(term.amount).div(term.per);
    if (each.gt(mostPerUnit)) return { code, severity: 'warning', message: 'is much for one unit: cents or dollars?' };
    if (each.lt(0)) return { code, severity: 'error', message: 'takes off more than it lays' };
  }
  if (term.form === 'base' || term.form === 'no-change' || term.form === 'no-additional-duty')
    return { code, severity: 'error', message: 'is no base rate: it refers to one' };
  return undefined;
}

function onesOf(rate: Exclude<DutyRate, { form: 'unknown' }>): readonly OneRate[] {
  return rate.form === 'programs' ? rate.groups.map((group) => group.rate) : [rate];
}

function termsOf(rate: OneRate): readonly (SimpleRate | OneRate)[] {
  if (rate.form === 'compound') return rate.parts;
  if (rate.form !== 'bounded') return [rate];
  return [rate.rate, rate.atLeast, rate.atMost].flatMap((sum: SumRate | undefined) => (sum ? termsOf(sum) : []));
}
