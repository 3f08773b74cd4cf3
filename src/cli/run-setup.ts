import { type RunState, startRun } from '../assess/assess-batch.ts';
import type { Fact } from '../customs/table.ts';
import { type EntryContext, entryContext } from '../intake/entry-context.ts';
import { readBalances, readProrations } from './balances.ts';
import type { CalcOptions } from './calc-options.ts';
import { readExchange } from './exchange.ts';
import type { LedgerRun } from './ledger-run.ts';
import { type LawOptions, type LoadedLaw, loadLaw } from './load-law.ts';
import { type RunOptions, lawAsked } from './run-options.ts';

/** Options that say whose law a command works with. */
export type LawFlags = RunOptions & Pick<CalcOptions, 'tables' | 'with' | 'strict'>;

/** The law that the options of a command name; `narrowed`: what is known of the lines that will be asked about. */
export function lawFor(
  options: Partial<LawFlags>,
  narrowed: Pick<LawOptions, 'chapters' | 'date' | 'origin'> = {},
): Promise<LoadedLaw> {
  return loadLaw({
    tables: options.tables ?? [],
    with: options.with ?? [],
    strict: options.strict ?? false,
    ...lawAsked(options),
    ...narrowed,
  });
}

/** How the lines of a run are read, and what it starts from. */
export interface RunSetup {
  readonly context: EntryContext;
  readonly balances: Awaited<ReturnType<typeof readBalances>>;
  readonly prorated: ReturnType<typeof readProrations>;
  /** The state before the first line. `ledger`: what it holds counts; null: there is none. */
  readonly start: (ledger?: LedgerRun | null, grouping?: Parameters<typeof startRun>[1]) => RunState;
}

/** What a command may ask for beside its law. */
interface SetupNeeds {
  /** Columns that are read beside those of the law. */
  readonly facts?: Readonly<Record<string, Fact>>;
  /** Whether values are rounded to whole units of the currency; left out: as the options say. */
  readonly wholeValues?: boolean;
}

/** Reads what the options give beside the law: exchange rates, balances, percentages. Throws `Stop` where they cannot be used. */
export async function setUpRun(
  { law, facts }: Pick<LoadedLaw, 'law' | 'facts'>,
  options: CalcOptions,
  world: Parameters<typeof readBalances>[1],
  needs: SetupNeeds = {},
): Promise<RunSetup> {
  const { jurisdiction, countries } = law.schedule;
  const context = entryContext({
    jurisdiction,
    countries,
    facts: { ...facts, ...needs.facts },
    exchange: await readExchange(options, jurisdiction.currency, world),
    wholeValues: needs.wholeValues ?? options.wholeDollars === true,
  });
  const balances = await readBalances(options, world);
  const prorated = readProrations(options);
  return {
    context,
    balances,
    prorated,
    start: (ledger = null, grouping) =>
      startRun(
        {
          ...(ledger?.balances(balances) ?? { given: balances, drawn: new Map(), presented: new Map() }),
          ...(prorated && { prorated }),
        },
        grouping,
      ),
  };
}
