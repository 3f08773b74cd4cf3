import { list, settingsField, tableJson } from '../json.ts';
import { jsonText } from '../json-text.ts';
import { problemJson } from '../line-json.ts';
import { ratesJson } from './rates-data.ts';
import type { RatesInfo, RatesRenderer } from './rates-rendering.ts';

/** One document; each table, answer and problem on a line of its own, a single answer set out in full. */
export function ratesJsonRenderer(info: RatesInfo): RatesRenderer {
  const item = (value: unknown): string =>
    info.single ? jsonText(value, 2).replaceAll('\n', '\n    ') : jsonText(value);
  let started = false;
  return {
    head: () =>
      `{\n  "version": 1,\n  "toolVersion": ${jsonText(info.toolVersion)},\n  "date": ${jsonText(info.date)},\n  "tables": ${list(info.tables.map((one) => item(tableJson(one))))},\n${settingsField(info)}  "answers": [`,
    answers: (batch) => {
      const texts = batch.map((answer) => `\n    ${item(ratesJson(answer))}`);
      if (texts.length === 0) return '';
      const comma = started ? ',' : '';
      started = true;
      return comma + texts.join(',');
    },
    tail: (problems) =>
      `${started ? '\n  ' : ''}],\n  "problems": ${list(problems.map((one) => item(problemJson(one))))}\n}\n`,
  };
}

/** An answer on each line and nothing else; each says by which program and which law it was made. */
export function ratesNdjsonRenderer({ toolVersion, lawDigest }: RatesInfo): RatesRenderer {
  const run = { toolVersion, ...(lawDigest !== null && { law: lawDigest }) };
  return {
    head: () => '',
    answers: (batch) => batch.map((answer) => `${jsonText({ ...ratesJson(answer), run })}\n`).join(''),
    tail: () => '',
  };
}
