import { checkLaw } from '../assess/check/check-law.ts';
import type { Problem } from '../customs/problem.ts';
import type { Jurisdiction } from '../customs/jurisdiction.ts';
import type { Table } from '../customs/table.ts';
import type { ShapedFile } from '../intake/table-files.ts';
import { bundledManifest, bundledNumbers } from '../io/bundled-law.ts';
import { streamOutput } from '../io/output.ts';
import { placeOf } from '../io/terminal.ts';
import { annotation } from '../present/annotations.ts';
import { renderProblems } from '../present/problems.ts';
import type { CheckOptions } from './check-options.ts';
import { checkShipments, holdShipments } from './check-shipments.ts';
import { tablesOf, territoryOf, textsOf } from './load-law.ts';
import { Stop } from './stop.ts';
import { type ExitCode, type World, exit, worse } from './world.ts';

/** `tariff check`, of tables or of shipments: silent when nothing is found; otherwise all findings on standard output, grouped by file, and exit code 1. */
export async function check(files: readonly string[], options: CheckOptions, world: World): Promise<ExitCode> {
  const { found: all, code } = holdShipments(files)
    ? await checkShipments(files, options, world)
    : { found: await findings(files, options), code: exit.done };
  const found = all.filter((one) => options.errorsOnly !== true || one.severity === 'error');
  if (found.length === 0) return code;
  const output = streamOutput(world.stdout);
  if (options.annotations !== undefined) {
    await output.write(found.map(annotation).join(''));
    return worse(exit.checkFailed, code);
  }
  const style = placeOf(world.stdout, world.env, options.color);
  const byFile = [...new Set(found.map((one) => one.file))].map((file) => found.filter((one) => one.file === file));
  await output.write(byFile.map((group) => renderProblems(group, style)).join(''));
  return worse(exit.checkFailed, code);
}

async function findings(files: readonly string[], options: CheckOptions): Promise<readonly Problem[]> {
  try {
    const whole = files.length === 0 && (options.with ?? []).length === 0 && options.jurisdiction === undefined;
    const territories = whole ? bundledManifest().jurisdictions : [territoryOf(options.jurisdiction)];
    const found: Problem[] = [];
    for (const territory of territories) found.push(...(await findingsIn(territory, files, options.with ?? [])));
    return found;
  } catch (error) {
    if (error instanceof Stop && error.code === exit.unusable) return error.problems;
    throw error;
  }
}

async function findingsIn(
  jurisdiction: Jurisdiction,
  files: readonly string[],
  over: readonly string[],
): Promise<readonly Problem[]> {
  const { tables, bundled } = await tablesToCheck(files, over, jurisdiction.id);
  const { countries } = bundledManifest();
  return checkLaw({ jurisdiction, tables, countries, numbersBelow: bundledNumbers(jurisdiction.id) }, { bundled });
}

/** The tables of the files; amendments among them are laid over those, or over the bundled law. */
async function tablesToCheck(
  files: readonly string[],
  over: readonly string[],
  jurisdiction: string,
): Promise<{ tables: readonly Table[]; bundled: boolean }> {
  if (files.length === 0)
    return { tables: await tablesOf({ tables: [], with: over, jurisdiction }), bundled: over.length === 0 };
  const { shapeFiles } = await import('../intake/table-files.ts');
  const shaped = shapeFiles(textsOf(files));
  if (!shaped.ok) throw new Stop(exit.unusable, shaped.error);
  const own = new Set(shaped.value.flatMap((one) => (one.kind === 'table' ? [one.raw.regime] : [])));
  const regimeOf = (one: ShapedFile): string =>
    one.kind === 'amendment' ? one.raw.amends : 'regime' in one.raw ? one.raw.regime : '';
  const amendments = shaped.value.filter((one) => !own.has(regimeOf(one))).map((one) => one.reading.file);
  const standing = shaped.value.filter((one) => own.has(regimeOf(one))).map((one) => one.reading.file);
  const changed = new Set(shaped.value.filter((one) => !own.has(regimeOf(one))).map(regimeOf));
  const alone = standing.length === 0 ? [] : await tablesOf({ tables: standing, with: [], jurisdiction });
  const laid =
    amendments.length + over.length === 0
      ? []
      : await tablesOf({ tables: [], with: [...amendments, ...over], jurisdiction });
  return {
    tables: [...alone, ...laid.filter((table) => changed.has(table.regime) || table.source.overlays.length > 0)],
    bundled: false,
  };
}
