import type { SummaryKey, SummaryRow } from '../customs/summary.ts';
import { plainMoney } from './amounts.ts';
import { jsonText } from './json-text.ts';
import { lineWriter, problemJson, totalsJson as sumsJson } from './line-json.ts';
import type { OutputSetting, OutputSummaryRow, OutputTable, OutputTotals } from './output-shape.ts';
import type { RunEnd, RunInfo, RunTable, Renderer, Style } from './rendering.ts';

type WriteItem = (value: unknown, depth: number) => string;

/** One document. Each table, line and problem stands on a line of its own; a single shipment is set out in full. */
export function jsonRenderer(info: RunInfo, style: Style): Renderer {
  const write = lineWriter(style.rounding);
  const item: WriteItem = info.single ? spread : (value) => jsonText(value);
  let started = false;
  return {
    head: () =>
      `{\n  "version": 1,\n  "toolVersion": ${jsonText(info.toolVersion)},\n  "tables": ${list(info.tables.map((table) => item(tableJson(table), 4)))},\n${settingsField(info)}  "lines": [`,
    lines: (batch) => {
      const texts = batch.map((line) => `\n    ${item(write(line), 4)}`);
      if (texts.length === 0) return '';
      const comma = started ? ',' : '';
      started = true;
      return comma + texts.join(',');
    },
    tail: (end) => `${started ? '\n  ' : ''}],\n${tailText(end, info.summaryBy, style, item)}\n}\n`,
  };
}

function tailText(end: RunEnd, keys: readonly SummaryKey[], style: Style, item: WriteItem): string {
  const fields = [
    `"totals": ${item(totalsJson(end, style), 2)}`,
    `"counts": ${item(end.totals.counts, 2)}`,
    `"problems": ${list(end.fileProblems.map((problem) => item(problemJson(problem), 4)))}`,
  ];
  if (keys.length > 0) {
    fields.push(`"summary": ${list((end.summary ?? []).map((row) => item(summaryJson(row, keys, style), 4)))}`);
  }
  return fields.map((field) => `  ${field}`).join(',\n');
}

/** A list of texts that are JSON, each on a line of its own. */
export function list(items: readonly string[]): string {
  return items.length === 0 ? '[]' : `[\n    ${items.join(',\n    ')}\n  ]`;
}

/** Set out over several lines, the later ones `depth` spaces in. */
function spread(value: unknown, depth: number): string {
  return jsonText(value, 2).replaceAll('\n', `\n${' '.repeat(depth)}`);
}

/** What a config or the environment says of the law, as a field of a document; empty where it says nothing. */
export function settingsField({ settings }: Pick<RunInfo, 'settings'>): string {
  return settings.length === 0 ? '' : `  "settings": ${list(settings.map((one) => jsonText(settingJson(one))))},\n`;
}

export function settingJson({ flag, values, from }: RunInfo['settings'][number]): OutputSetting {
  return { flag, values, from };
}

/** A rate table of the run. */
export function tableJson({ id, title, sha256, documentedThrough, knownOn, overlays }: RunTable): OutputTable {
  const known = knownOn === null ? {} : { knownOn };
  return { id, title, sha256, documentedThrough, ...known, ...(overlays.length > 0 && { overlays }) };
}

function totalsJson({ totals }: RunEnd, { rounding }: Style): OutputTotals {
  const money = plainMoney(rounding);
  return {
    enteredValue: money(totals.enteredValue),
    ...sumsJson(totals, money),
  };
}

/** The asked keys in their order, then the sums. */
export function summaryJson(row: SummaryRow, keys: readonly SummaryKey[], { rounding }: Style): OutputSummaryRow {
  const money = plainMoney(rounding);
  return {
    ...Object.fromEntries(keys.map((key) => [key, row.keys[key] ?? ''])),
    lines: row.lines,
    enteredValue: money(row.enteredValue),
    duty: money(row.duty),
  };
}
