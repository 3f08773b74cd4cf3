import type { Edition, ImportedTable } from '../customs/imported-schedule.ts';
import type { Problem } from '../customs/problem.ts';
import { readEdition } from '../intake/hts/edition.ts';
import { readExport } from '../intake/hts/export-file.ts';
import { Findings } from '../intake/hts/findings.ts';
import { mergeEditions } from '../intake/hts/merge.ts';
import { checkWhole } from '../intake/hts/whole.ts';
import { firstBadLine } from '../io/bad-line.ts';
import { digest, readText } from '../io/files.ts';
import { type Output, fileOutput, streamOutput } from '../io/output.ts';
import { type Place, placeOf } from '../io/terminal.ts';
import { importReport } from '../present/import-report.ts';
import { importSummary } from '../present/import-summary.ts';
import { renderProblems } from '../present/problems.ts';
import { scheduleRows, scheduleTable } from '../present/schedule-text.ts';
import { type ImportOptions, type ImportPlan, planOf } from './import-options.ts';
import { Stop } from './stop.ts';
import { sayTo, told } from './talk.ts';
import { type ExitCode, type World, exit } from './world.ts';

/**
 * `tariff import hts`: exports of a tariff schedule become one rate table. Anything wrong with them is told with its place, and
 * no table is written: it would be a smaller one. A report, if asked for, is written all the same.
 */
export async function importHts(files: readonly string[], options: ImportOptions, world: World): Promise<ExitCode> {
  const plan = planOf(files, options);
  const talk = talkTo(world, placeOf(world.stderr, world.env, options.color));
  const findings = new Findings();
  const editions = await readEditions(plan, findings, talk);
  const problems = [...checkWhole(editions, plan.scope.chapters), ...findings.problems];
  if (options.report !== undefined) await writeTo(fileOutput(options.report), importReport(findings.findings));
  await talk.problems(problems);
  if (problems.some(({ severity }) => severity === 'error')) {
    await talk.say('No table was written.\n');
    return exit.unusable;
  }
  talk.progress('writing');
  const { sources: _, scope, ...head } = plan;
  const table: ImportedTable = { ...head, rows: mergeEditions(editions) };
  const rows = scheduleRows(table.rows, scope.code);
  const output =
    options.output === undefined || options.output === '-' ? streamOutput(world.stdout) : fileOutput(options.output);
  await writeTo(output, scheduleTable(table, rows, digest([rows])));
  talk.progress('');
  await talk.say(importSummary(editions, table.rows, findings.findings, talk.place.width) + undated(plan));
  return exit.done;
}

/** Reads the exports one by one; stops at the first that is none, before anything is written. */
async function readEditions(plan: ImportPlan, findings: Findings, talk: Talk): Promise<readonly Edition[]> {
  const editions: Edition[] = [];
  for (const source of plan.sources) {
    talk.progress(`reading ${source.file}`);
    const text = readText(source.file);
    if (!text.ok) {
      talk.progress('');
      if (text.error.code !== 'encoding') throw new Stop(exit.usage, [text.error]);
      throw new Stop(exit.unusable, [{ ...text.error, line: firstBadLine(source.file) }]);
    }
    const rows = await readExport(text.value, source.file);
    if (!rows.ok) {
      talk.progress('');
      await talk.problems(rows.error);
      throw new Stop(exit.unusable, []);
    }
    editions.push(readEdition(rows.value, source, plan.scope, findings));
  }
  talk.progress('');
  return editions;
}

function undated({ sources, documentedThrough }: ImportPlan): string {
  const start = sources[0]?.effective === null ? ['no --effective: the rates are taken to hold from any day on'] : [];
  const end = documentedThrough === null ? ['no --documented-through: no day is told to be too late'] : [];
  return [...start, ...end].map((text) => `Note: ${text}\n`).join('');
}

async function writeTo(output: Output, text: string): Promise<void> {
  try {
    await output.write(text);
    await output.close();
  } catch (error) {
    output.abandon();
    throw error;
  }
}

/** Standard error: talk, never data. */
interface Talk {
  readonly place: Place;
  readonly say: (text: string) => Promise<void>;
  /** The first of them, errors before the rest; the others are counted. */
  readonly problems: (problems: readonly Problem[]) => Promise<void>;
  /** What is being done, on a terminal only; '' wipes it. */
  readonly progress: (text: string) => void;
}

function talkTo(world: World, place: Place): Talk {
  const say = sayTo(world);
  return {
    place,
    say,
    problems: (problems) => say(renderProblems(problems, place, told)),
    progress: (text) => {
      if (world.stderr.isTTY === true) world.stderr.write(`\r\u001B[K${text}`);
    },
  };
}
