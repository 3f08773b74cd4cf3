import type { RateHistory, RateStep } from '../../customs/rates-due.ts';
import { settingJson, tableJson } from '../json.ts';
import { jsonText } from '../json-text.ts';
import { factsJson, problemJson } from '../line-json.ts';
import { wayJson } from '../rates/rates-data.ts';
import type { HistoryAnswer } from './history-rendering.ts';
import type { HistoryDocument, OutputHistory, OutputStep } from './history-shape.ts';

/** One document, set out in full. */
export function historyJson(answer: HistoryAnswer): string {
  const { toolVersion, goods, facts, from, until, tables, settings, histories } = answer;
  const document: HistoryDocument = {
    version: 1,
    toolVersion,
    ...(goods.kind === 'number' ? { hts: goods.code } : { hts: null, goods: goods.name }),
    ...(facts.size > 0 && { facts: factsJson(facts) }),
    from,
    until,
    tables: tables.map(tableJson),
    ...(settings.length > 0 && { settings: settings.map(settingJson) }),
    histories: histories.map(oneJson),
  };
  return `${jsonText(document, 2)}\n`;
}

function oneJson({ origins, steps }: RateHistory): OutputHistory {
  return { origins, steps: steps.map(stepJson) };
}

function stepJson({ from, to, due, undocumented }: RateStep): OutputStep {
  return {
    from,
    to,
    status: due.status,
    undocumented,
    ways: due.ways.map(wayJson),
    notCovered: due.notCovered,
    problems: due.problems.map(problemJson),
  };
}
