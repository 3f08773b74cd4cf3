import { version } from 'virtual:package';
import { type Batch, assessBatch, endRun } from '../assess/assess-batch.ts';
import { type AuditRule, auditLine } from '../assess/audit/audit-line.ts';
import { startAuditSums } from '../assess/audit/audit-sums.ts';
import { headingIndex } from '../assess/audit/heading-index.ts';
import type { ResultLine } from '../customs/assessment.ts';
import type { AuditedLine } from '../customs/audit.ts';
import type { Problem } from '../customs/problem.ts';
import type { ReportLayout } from '../customs/report-layout.ts';
import { closest, meantBy } from '../exact/suggest.ts';
import { declaredFacts, declaredOn } from '../intake/declared-charges.ts';
import { parseLayout } from '../intake/report-layout.ts';
import { reportRows } from '../intake/report-rows.ts';
import { parseLimit } from '../intake/threshold-text.ts';
import { readText } from '../io/files.ts';
import { bundledLayouts, layoutFile } from '../io/report-layouts.ts';
import { auditFormats, auditRendererFor } from '../present/audit/audit-formats.ts';
import type { AuditOptions } from './audit-options.ts';
import type { LoadedLaw } from './load-law.ts';
import { formatOf, outputOf, quietly, styleOf } from './run-options.ts';
import { lawFor, setUpRun } from './run-setup.ts';
import { readShipments } from './read-shipments.ts';
import { Stop, usage } from './stop.ts';
import { sayTo, talkTo } from './talk.ts';
import { type ExitCode, type World, exit, worse } from './world.ts';

/** `tariff audit`: what was declared or paid against what is owed, line by line and by regime. */
export async function audit(files: readonly string[], options: AuditOptions, world: World): Promise<ExitCode> {
  if (files.length === 0)
    throw usage('no declared lines were given', null, 'Give a CSV file, or - for standard input.');
  const format = formatOf(options, auditFormats);
  const layout = layoutOf(options.layout);
  const loaded = await lawFor(options);
  const rule = ruleOf(options, loaded);
  const { jurisdiction } = loaded.law.schedule;
  const wholeValues = options.exactValues !== true;
  const { context, start } = await setUpRun(loaded, options, world, { facts: declaredFacts, wholeValues });
  const style = styleOf(options, world, loaded);
  const { runTables: tables, settings } = loaded;
  const info = { tables, settings, toolVersion: version, only: rule.only && [...rule.only] };
  const renderer = await auditRendererFor(format, info, style);
  let state = start();
  const sums = startAuditSums();
  const problems: Problem[] = [];
  const talk = talkTo(world, options);
  const isSaid = options.quiet === true || format === 'csv' || talk.annotates;
  const output = quietly(options, outputOf(options, world));
  let code: ExitCode = exit.done;
  let isBegun = false;
  const passOn = async (batch: Batch): Promise<void> => {
    ({ state } = batch);
    const lines = batch.lines.map((line) => audited(line, rule, jurisdiction));
    sums.add(lines);
    await output.write(renderer.lines(lines));
    if (isSaid)
      await talk.problems(
        lines.flatMap((line) =>
          line.status === 'match' ? [] : line.problems.filter(({ severity }) => severity === 'error'),
        ),
      );
  };
  const reader = {
    loaded,
    context,
    format: 'json',
    facts: declaredFacts,
    ...(layout && { reshape: reshapeAs(layout) }),
  };
  try {
    for await (const event of readShipments(files, options, reader, world)) {
      if (event.kind === 'columns') {
        if (!isBegun) await output.write(renderer.head());
        isBegun = true;
      } else if (event.kind === 'lines') await passOn(assessBatch(event.lines, loaded.law, state));
      else if (event.kind === 'problems') {
        problems.push(...event.problems);
        code = worse(code, event.code);
      }
    }
    if (!isBegun) {
      await talk.problems(problems);
      output.abandon();
      return worse(code, exit.usage);
    }
    await passOn(endRun(loaded.law, state));
    const totals = sums.totals();
    await output.write(renderer.tail({ totals, sums: sums.rows(), problems }));
    await output.close();
    if (isSaid || format === 'json') await talk.problems(problems.filter(({ severity }) => severity !== 'notice'));
    await talk.end();
    const { match, mismatch, unchecked } = totals.counts;
    if ((isSaid || format === 'json') && mismatch + unchecked > 0)
      await sayTo(world)(`${match} match, ${mismatch} do not, ${unchecked} could not be checked\n`);
    if (mismatch > 0) code = worse(code, exit.checkFailed);
    return unchecked > 0 ? worse(code, exit.linesOpen) : code;
  } catch (error) {
    output.abandon();
    throw error;
  }
}

function audited(line: ResultLine, rule: AuditRule, currency: Parameters<typeof declaredOn>[1]): AuditedLine {
  if (line.kind === 'invalid') return auditLine(line, null, [], rule);
  const declared = declaredOn(line.line, currency);
  return declared.ok ? auditLine(line, declared.value, [], rule) : auditLine(line, null, declared.error, rule);
}

function reshapeAs(layout: ReportLayout): NonNullable<Parameters<typeof readShipments>[2]['reshape']> {
  return (events, file) => reportRows(events, file, layout);
}

/** A layout by its name, or a file of one. */
function layoutOf(name: string | undefined): ReportLayout | undefined {
  if (name === undefined) return undefined;
  const known = bundledLayouts();
  const isFile = /[./\\]/.test(name);
  if (!isFile && !known.includes(name)) {
    const near = closest(name, known);
    throw usage(
      `"${name}" is no layout on hand`,
      '--layout',
      near ? `Did you mean "${near}"?` : `Known: ${known.join(', ')}; or a file of your own.`,
      name,
    );
  }
  const file = isFile ? name : layoutFile(name);
  const text = readText(file);
  if (!text.ok) throw new Stop(exit.usage, [text.error]);
  const layout = parseLayout(text.value, file);
  if (!layout.ok) throw new Stop(exit.usage, [layout.error]);
  return layout.value;
}

function ruleOf({ tolerance, only }: AuditOptions, { law, runTables }: LoadedLaw): AuditRule {
  const known = runTables.map(({ id }) => id);
  const asked = only?.split(',').map((one) => one.trim());
  const wrong = asked?.find((one) => !known.includes(one));
  if (wrong !== undefined) {
    const near = meantBy(wrong, known);
    throw usage(
      `"${wrong}" is not a regime on hand`,
      '--only',
      near.length > 0 ? `Did you mean ${near.map((one) => `"${one}"`).join(', ')}?` : `Known: ${known.join(', ')}`,
      wrong,
    );
  }
  const read = tolerance === undefined ? undefined : parseLimit(tolerance, tolerance, 'duty', '>');
  if (read && (!read.ok || read.value.per === 'line' || read.value.limit.isNegative()))
    throw usage(
      `"${tolerance ?? ''}" is no tolerance`,
      '--tolerance',
      'An amount or a percentage: 0.50, 1%',
      tolerance ?? null,
    );
  return {
    tolerance: read?.ok ? read.value : undefined,
    only: asked ? new Set(asked) : null,
    headings: headingIndex(law),
  };
}
