import type { AuditSum, AuditedLine, Finding } from '../../customs/audit.ts';
import type { Decimal } from '../../exact/decimal.ts';
import { plainMoney } from '../amounts.ts';
import { list, settingsField, tableJson } from '../json.ts';
import { jsonText } from '../json-text.ts';
import { lineWriter, problemJson } from '../line-json.ts';
import type { Style } from '../rendering.ts';
import type { AuditInfo, AuditRenderer } from './audit-rendering.ts';

type PrintMoney = (amount: Decimal) => string;

/** One document; each line stands on a line of its own. */
export function auditJson(info: AuditInfo, style: Style): AuditRenderer {
  const money = plainMoney(style.rounding);
  const write = lineWriter(style.rounding);
  let started = false;
  const one = ({ status, declared, owed, difference, findings, problems, line }: AuditedLine): object => ({
    status,
    declared: declared && money(declared),
    owed: owed && money(owed),
    difference: difference && money(difference),
    findings: findings.map((finding) => findingJson(finding, money)),
    problems: problems.filter((problem) => !line.problems.includes(problem)).map(problemJson),
    line: write(line),
  });
  return {
    head: () =>
      `{\n  "version": 1,\n  "toolVersion": ${jsonText(info.toolVersion)},\n  "only": ${jsonText(info.only)},\n  "tables": ${list(info.tables.map((table) => jsonText(tableJson(table))))},\n${settingsField(info)}  "lines": [`,
    lines: (batch) => {
      const texts = batch.map((line) => `\n    ${jsonText(one(line))}`);
      const comma = started && texts.length > 0 ? ',' : '';
      started ||= texts.length > 0;
      return comma + texts.join(',');
    },
    tail: ({ totals, sums, problems }) => {
      const { counts, ...amounts } = totals;
      const printed = Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, money(amount)]));
      const end = [
        `"sums": ${list(sums.map((sum) => jsonText(sumJson(sum, money))))}`,
        `"totals": ${jsonText(printed)}`,
        `"counts": ${jsonText(counts)}`,
        `"problems": ${list(problems.map((problem) => jsonText(problemJson(problem))))}`,
      ];
      return `${started ? '\n  ' : ''}],\n  ${end.join(',\n  ')}\n}\n`;
    },
  };
}

function findingJson(finding: Finding, money: PrintMoney): object {
  const { kind, regime, title, headings, declaredRate, owedRate, declared, owed, difference } = finding;
  return {
    kind,
    regime,
    title,
    headings,
    declaredRate,
    owedRate,
    declared: declared && money(declared),
    owed: money(owed),
    difference: difference && money(difference),
  };
}

function sumJson({ regime, title, lines, declared, owed, overpaid, underpaid }: AuditSum, money: PrintMoney): object {
  return {
    regime,
    title,
    lines,
    declared: money(declared),
    owed: money(owed),
    overpaid: money(overpaid),
    underpaid: money(underpaid),
  };
}
