import type { ComparedLine, ComparedSum, Difference, RegimeChange } from '../../customs/comparison.ts';
import { type Decimal, zero } from '../../exact/decimal.ts';
import { plainMoney } from '../amounts.ts';
import { list, settingsField, tableJson } from '../json.ts';
import { jsonText } from '../json-text.ts';
import { lineWriter, problemJson } from '../line-json.ts';
import type { Style } from '../rendering.ts';
import { citationJson } from '../trace-json.ts';
import type { DiffEnd, DiffInfo, DiffRenderer, DiffSide } from './diff-rendering.ts';
import type {
  DiffDocument,
  OutputComparedLine,
  OutputComparedSum,
  OutputDifference,
  OutputRegimeChange,
  OutputSide,
} from './diff-shape.ts';
import { percentOf } from './diff-words.ts';

type PrintMoney = (amount: Decimal) => string;

/** One document; each line stands on a line of its own. */
export function diffJson(info: DiffInfo, style: Style): DiffRenderer {
  const money = plainMoney(style.rounding);
  const write = lineWriter(style.rounding);
  let started = false;
  const begin: Pick<DiffDocument, 'version' | 'toolVersion' | 'before' | 'after'> = {
    version: 1,
    toolVersion: info.toolVersion,
    before: sideJson(info.before),
    after: sideJson(info.after),
  };
  const one = (line: ComparedLine): OutputComparedLine => ({
    kind: line.kind,
    duty: line.change && differenceJson(line.change, money),
    reasons: line.reasons,
    regimes: line.regimes.map((regime) => regimeJson(regime, money)),
    before: line.before && write(line.before),
    after: line.after && write(line.after),
  });
  return {
    head: () => `{\n${fields(begin)},\n${settingsField(info)}  "lines": [`,
    lines: (batch) => {
      const texts = batch.map((line) => `\n    ${jsonText(one(line))}`);
      const comma = started && texts.length > 0 ? ',' : '';
      started ||= texts.length > 0;
      return comma + texts.join(',');
    },
    tail: (end) => `${started ? '\n  ' : ''}],\n${tailText(end, money)}\n}\n`,
  };
}

function fields(values: object): string {
  return Object.entries(values)
    .map(([name, value]) => `  ${JSON.stringify(name)}: ${jsonText(value)}`)
    .join(',\n');
}

function tailText({ totals, sums, problems, limits }: DiffEnd, money: PrintMoney): string {
  const end: Pick<DiffDocument, 'totals' | 'counts'> = {
    totals: { duty: differenceJson(totals.duty, money), fees: totals.fees && differenceJson(totals.fees, money) },
    counts: totals.counts,
  };
  return [
    `  "sums": ${list(sums.map((sum) => jsonText(sumJson(sum, money))))}`,
    fields(end),
    `  "problems": ${list(problems.map((one) => jsonText(problemJson(one))))}`,
    `  "limits": ${list(limits.map((words) => jsonText(words)))}`,
  ].join(',\n');
}

function sideJson({ files, label, at, knownOn, given, tables }: DiffSide): OutputSide {
  return { files, label, at, knownOn, given, tables: tables.map(tableJson) };
}

function differenceJson({ before, after, change }: Difference, money: PrintMoney): OutputDifference {
  return {
    before: money(before),
    after: money(after),
    change: money(change),
    percent: percentOf(change, before)?.toFixed() ?? null,
  };
}

function regimeJson(
  { regime, role, before, after, change, reasons, words, citation }: RegimeChange,
  money: PrintMoney,
): OutputRegimeChange {
  const total = (duties: RegimeChange['before']): string =>
    money(duties.reduce((sum, { amount }) => sum.plus(amount), zero));
  return {
    regime,
    role,
    before: total(before),
    after: total(after),
    change: money(change),
    reasons,
    words,
    citation: citation && citationJson(citation),
  };
}

function sumJson({ by, key, changed, before, after, change }: ComparedSum, money: PrintMoney): OutputComparedSum {
  return { by, key, changed, before: money(before), after: money(after), change: money(change) };
}
