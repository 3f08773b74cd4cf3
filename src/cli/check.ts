import { checkLaw } from '../assess/check/check-law.ts';
import type { Problem } from '../customs/problem.ts';
import { bundledManifest, bundledNumbers, defaultJurisdiction } from '../io/bundled-law.ts';
import { placeOf } from '../io/terminal.ts';
import { renderProblems } from '../present/problems.ts';
import { tablesOf } from './load-law.ts';
import { Stop } from './stop.ts';
import { type ExitCode, type World, exit } from './world.ts';

export interface CheckOptions {
  readonly with?: readonly string[];
  readonly errorsOnly?: boolean;
  readonly color: boolean;
}

/** `tariff check`: silent when nothing is found; otherwise all findings on standard output, grouped by file, and exit code 1. */
export async function check(files: readonly string[], options: CheckOptions, world: World): Promise<ExitCode> {
  const found = (await findings(files, options)).filter(
    (one) => options.errorsOnly !== true || one.severity === 'error',
  );
  if (found.length === 0) return exit.done;
  const style = placeOf(world.stdout, world.env, options.color);
  const byFile = [...new Set(found.map((one) => one.file))].map((file) => found.filter((one) => one.file === file));
  await new Promise<void>(
    (resolve) => void world.stdout.write(byFile.map((group) => renderProblems(group, style)).join(''), () => resolve()),
  );
  return exit.checkFailed;
}

async function findings(files: readonly string[], options: CheckOptions): Promise<readonly Problem[]> {
  try {
    const tables = await tablesOf({ tables: files, with: options.with ?? [] });
    const schedule = {
      jurisdiction: defaultJurisdiction(),
      tables,
      countries: bundledManifest().countries,
      numbersBelow: bundledNumbers(),
    };
    return checkLaw(schedule, { bundled: files.length === 0 && (options.with ?? []).length === 0 });
  } catch (error) {
    if (error instanceof Stop && error.code === exit.lawUnusable) return error.problems;
    throw error;
  }
}
