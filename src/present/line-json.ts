import type {
  AssessedLine,
  DutyLine,
  InvalidLine,
  LineTotals,
  Outcome,
  QuotaDraw,
  ResultLine,
} from '../customs/assessment.ts';
import type { EntryFee } from '../customs/fee.ts';
import type { EntryLine, FactValue } from '../customs/entry-line.ts';
import type { Problem } from '../customs/problem.ts';
import { type Decimal, plainText } from '../exact/decimal.ts';
import type { Rounding } from '../exact/money.ts';
import { unreachable } from '../exact/unreachable.ts';
import { plainMoney } from './amounts.ts';
import type {
  OutputDuty,
  OutputEntryFee,
  OutputLine,
  OutputLineTotals,
  OutputOutcome,
  OutputProblem,
  OutputQuota,
} from './output-shape.ts';

import { citationJson, headingJson, traceJson } from './trace-json.ts';

type PrintMoney = (amount: Decimal) => string;

/** A line and its answer as plain data, keys in the order they are printed. */
export function lineJson(line: ResultLine, style: { readonly rounding: Rounding }): OutputLine {
  return lineWriter(style.rounding)(line);
}

/** The same for many lines. */
export function lineWriter(rounding: Rounding): (line: ResultLine) => OutputLine {
  const money = plainMoney(rounding);
  return (line) => (line.kind === 'invalid' ? invalidJson(line) : assessedJson(line, money));
}

function assessedJson(answer: AssessedLine, money: PrintMoney): OutputLine {
  const { line, totals, outcomes } = answer;
  const { goods } = line;
  return {
    file: line.where.file,
    line: line.where.line,
    id: line.id,
    status: answer.status,
    ...(goods.kind === 'number' ? { hts: goods.code } : { hts: null, goods: goods.name }),
    origin: line.origin,
    date: line.date,
    enteredValue: money(line.value),
    ...declaredExtras(line),
    duties: answer.duties.map((duty) => dutyJson(duty, money)),
    fees: answer.fees.map((fee) => dutyJson(fee, money)),
    outcomes: outcomes && outcomes.map((outcome) => outcomeJson(outcome, money)),
    totals: totals && totalsJson(totals, money),
    notCovered: answer.notCovered,
    filing: answer.filings.map(({ tier, numbers, sources }) => ({ tier, numbers, sources: sources.map(citationJson) })),
    problems: answer.problems.map(problemJson),
    ...(answer.trace !== null && { trace: answer.trace.map((one) => traceJson(one, money)) }),
  };
}

/** Sums of a line or of a run. */
export function totalsJson(totals: LineTotals, money: PrintMoney): OutputLineTotals {
  return {
    duty: money(totals.duty),
    ...(!totals.refundable.isZero() && { refundable: money(totals.refundable) }),
    fees: totals.fees && money(totals.fees),
    total: money(totals.total),
  };
}

function invalidJson({ file, lineNumber, echo, problems }: InvalidLine): OutputLine {
  return {
    file,
    line: lineNumber,
    id: echo.id,
    status: 'invalid',
    hts: null,
    origin: null,
    date: null,
    enteredValue: null,
    declared: { hts: echo.hts, origin: echo.origin, date: echo.date, value: echo.value },
    duties: [],
    fees: [],
    outcomes: null,
    totals: null,
    notCovered: [],
    filing: [],
    problems: problems.map(problemJson),
  };
}

function declaredExtras(line: EntryLine): Partial<OutputLine> {
  return {
    ...(line.entryNumber !== null && { entryNumber: line.entryNumber }),
    ...(line.entryLine !== null && { entryLine: line.entryLine }),
    ...(line.presentedAt !== null && { presentedAt: line.presentedAt }),
    ...(line.weightKg !== null && { weightKg: plainText(line.weightKg) }),
    ...(line.quotaTier !== null && { quotaTier: line.quotaTier }),
    ...(line.facts.size > 0 && { facts: factsJson(line.facts) }),
  };
}

/** Declared facts by column. */
export function factsJson(facts: ReadonlyMap<string, FactValue>): Readonly<Record<string, string | boolean>> {
  return Object.fromEntries([...facts].map(([column, value]) => [column, factJson(value)]));
}

function factJson(value: FactValue): string | boolean {
  switch (value.type) {
    case 'rate':
      return value.printed.text;
    case 'country':
    case 'choice':
    case 'text':
      return value.text;
    case 'percent':
    case 'money':
    case 'quantity':
      return plainText(value.amount);
    case 'yes-no':
      return value.yes;
    case 'date':
      return value.date;
    default:
      return unreachable(value);
  }
}

function dutyJson(duty: DutyLine, money: PrintMoney): OutputDuty {
  return {
    regime: duty.regime,
    role: duty.role,
    measure: duty.measure,
    heading: headingJson(duty.headings),
    tier: duty.tier,
    basis: duty.basis,
    basisAmount: money(duty.basisAmount),
    rate: duty.rate,
    ...(duty.charge === 'up-to' && { charge: duty.charge }),
    amount: money(duty.amount),
    quota: duty.quota && quotaJson(duty.quota),
    ...(duty.entry !== null && 'total' in duty.entry && { entry: entryJson(duty.entry, money) }),
    citation: duty.citation && citationJson(duty.citation),
    ...(duty.refund !== null && {
      refund: { ...duty.refund, citation: duty.refund.citation && citationJson(duty.refund.citation) },
    }),
    ...(duty.overlay !== null && { overlay: duty.overlay }),
  };
}

function entryJson({ total, least, most, held }: EntryFee, money: PrintMoney): OutputEntryFee {
  return { total: money(total), least, most, held };
}

function quotaJson({ id, unit, requested, drawn, remaining, limit }: QuotaDraw): OutputQuota {
  return { id, unit, requested, drawn, remaining, limit: limit && citationJson(limit) };
}

function outcomeJson({ when, status, duty, duties }: Outcome, money: PrintMoney): OutputOutcome {
  return {
    when,
    status,
    duty: duty && money(duty),
    duties: duties.map((each) => dutyJson(each, money)),
  };
}

export function problemJson({ code, severity, file, line, column, value, message, hint }: Problem): OutputProblem {
  return { code, severity, file, line, column, value, message, hint };
}
