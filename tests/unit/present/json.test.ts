import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ResultLine } from '../../../src/customs/assessment.ts';
import type { SummaryRow } from '../../../src/customs/summary.ts';
import { problem } from '../../../src/customs/problem.ts';
import { jsonText } from '../../../src/present/json-text.ts';
import { lineJson } from '../../../src/present/line-json.ts';
import { type RunInfo, rendererFor } from '../../../src/present/renderer.ts';
import { everyKind, inFile } from '../../support/answers.ts';
import { assessedLine, money, runInfo, style, totals } from '../../support/nouns.ts';

const summary: readonly SummaryRow[] = [
  { keys: { regime: 'us-232-steel', origin: 'DE' }, lines: 2, enteredValue: money('200000'), duty: money('30000') },
];

async function render(batches: readonly (readonly ResultLine[])[], info: Partial<RunInfo> = {}): Promise<string> {
  const renderer = await rendererFor('json', runInfo(info), style());
  const lines = batches.map((batch) => renderer.lines(batch));
  const end = { totals: totals(), fileProblems: [problem('encoding', 'error', 'not UTF-8')], summary };
  return [renderer.head(), ...lines, renderer.tail(end)].join('');
}

describe('json', () => {
  test('is one document, whatever the batches', async () => {
    const lines = inFile(everyKind);
    const text = await render([lines.slice(0, 2), [], lines.slice(2)]);
    expect(text).toBe(await render(lines.map((line) => [line])));
    const document = JSON.parse(text);
    expect(Object.keys(document)).toEqual([
      'version',
      'toolVersion',
      'tables',
      'lines',
      'totals',
      'counts',
      'problems',
    ]);
    expect(document.lines).toEqual(lines.map((line) => lineJson(line, style())));
    expect(document).toMatchObject({
      version: 1,
      tables: [{ id: 'us-232-steel', documentedThrough: '2025-03-11' }],
      totals: { enteredValue: '100000.00', duty: '25000.00', fees: '0.00', total: '25000.00' },
      counts: { assessed: 1, refused: 0, unknown: 0, invalid: 0 },
      problems: [{ code: 'encoding', message: 'not UTF-8' }],
    });
  });

  test('has a line of text for each line', async () => {
    const text = await render([inFile(everyKind)]);
    expect(text.split('\n').filter((line) => line.startsWith('    {"file":'))).toHaveLength(everyKind.length);
  });

  test('holds without a line', async () => {
    expect(JSON.parse(await render([]))).toMatchObject({ lines: [] });
    expect(JSON.parse(await render([[]]))).toMatchObject({ lines: [] });
  });

  test('sets a single shipment out in full', async () => {
    const text = await render([[assessedLine()]], { single: true });
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  });

  test('has the summary that was asked for', async () => {
    expect(JSON.parse(await render([[assessedLine()]], { summaryBy: ['origin', 'regime'] })).summary).toEqual([
      { origin: 'DE', regime: 'us-232-steel', lines: 2, enteredValue: '200000.00', duty: '30000.00' },
    ]);
  });
});

describe('jsonText', () => {
  test('escapes what acts on a terminal or hides', () => {
    expect(jsonText('\u001b[2J \u009b \u007f \u202e \ufeff \u{e0041} ä')).toBe(
      String.raw`"\u001b[2J \u009b \u007f \u202e \ufeff \udb40\udc41 ä"`,
    );
  });

  test('means the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = jsonText(text);
        expect(JSON.parse(json)).toBe(text);
        expect(json).not.toMatch(/[\p{Cc}\u202E]/u);
      }),
    );
  });
});

describe('ndjson', () => {
  test('is line objects only', async () => {
    const renderer = await rendererFor('ndjson', runInfo(), style());
    const lines = inFile(everyKind);
    const end = { totals: totals(), fileProblems: [problem('encoding', 'error', 'not UTF-8')], summary: null };
    const text = renderer.head() + renderer.lines(lines) + renderer.tail(end);
    const objects = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    // Each line stands by itself, so each says what it was answered with.
    const run = { toolVersion: runInfo().toolVersion };
    expect(objects).toEqual(lines.map((line) => ({ ...(lineJson(line, style()) as object), run })));
  });
});
