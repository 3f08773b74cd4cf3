import type { Command, Option } from 'commander';
import { summaryKeys } from '../customs/summary.ts';
import { bundledManifest, defaultJurisdiction } from '../io/bundled-law.ts';
import { bundledLayouts } from '../io/report-layouts.ts';
import { type Proposal, type Proposals, shells } from '../present/completion/completion-lines.ts';
import { addedColumnWords } from '../present/csv-column-words.ts';
import { knownFacts } from './calc-options.ts';
import { helpNames } from './help-names.ts';
import { helpTopics } from './help-topics.ts';
import type { World } from './world.ts';

type Values = (typed: string, world: World) => Proposals | Promise<Proposals>;

/** Values of options that name something on hand. Those of choices, facts and files are known by the option itself. */
const values: Readonly<Record<string, Values>> = {
  '--regimes': (typed) => listed(regimes(), typed),
  '--only': (typed) => listed(regimes(), typed),
  '--origin': (typed) => listed(countries(typed.split(',').at(-1) ?? ''), typed),
  '--jurisdiction': () => bundledManifest().jurisdictions.map(({ id, title }) => ({ word: id, about: title })),
  '--goods': () => words(Object.keys(defaultJurisdiction().classes)),
  '--spi': () => Object.entries(defaultJurisdiction().programs).map(([word, { title }]) => ({ word, about: title })),
  '--summary': (typed) => listed(words(summaryKeys), typed),
  '--columns': (typed) =>
    listed(
      Object.entries(addedColumnWords).map(([word, about]) => ({ word, about })),
      typed,
    ),
  '--quota-tier': () => words(['in-quota', 'over-quota']),
  '--layout': () => words(bundledLayouts()),
  '--map': () => 'files',
  '--balance': quotas,
  '--proration': quotas,
  '--quota': quotas,
};

/** What may be the value of an option. */
export async function valueProposals(option: Option, typed: string, world: World): Promise<Proposals> {
  if (option.argChoices) return words(option.argChoices);
  const own = values[option.long ?? ''];
  if (own) return own(typed, world);
  if (/[<[](?:file|path)[>\]]/.test(option.flags)) return 'files';
  const fact = knownFacts()[(option.long ?? '').slice(2).replaceAll('-', '_')];
  if (fact?.type === 'country') return countries(typed);
  if (fact?.type === 'yes-no') return words(['yes', 'no']);
  return words(fact?.choices ?? []);
}

/** What may be the next argument of a command. */
export function argumentProposals(command: Command, given: number, everything: Command): Proposals {
  const declared = command.registeredArguments;
  const last = declared.at(-1);
  const name = (declared[given] ?? (last?.variadic === true ? last : undefined))?.name() ?? '';
  if (name === 'files' || name === 'file') return 'files';
  if (name === 'shell') return words(shells);
  if (name !== 'names') return [];
  return [
    ...helpNames.map((topic) => ({ word: topic, about: helpTopics[topic].title })),
    ...everything
      .createHelp()
      .visibleCommands(everything)
      .map((one) => ({ word: one.name(), about: one.description() })),
  ].slice(given === 0 ? 0 : Infinity);
}

function words(list: readonly string[]): readonly Proposal[] {
  return list.map((word) => ({ word }));
}

/** Values with commas between: those before stay, and are not proposed again. */
function listed(proposals: readonly Proposal[], typed: string): readonly Proposal[] {
  const before = typed.split(',').slice(0, -1);
  const begin = before.map((one) => `${one},`).join('');
  return proposals
    .filter(({ word }) => !before.includes(word))
    .map(({ word, ...rest }) => ({ ...rest, word: begin + word }));
}

function regimes(): readonly Proposal[] {
  return bundledManifest().tables.map(({ regime, title }) => ({ word: regime, about: title }));
}

/** By code; by name where more than a code is typed. */
function countries(typed: string): readonly Proposal[] {
  const { codes, names } = bundledManifest().countries;
  return typed.length <= 2
    ? codes.map((code) => ({ word: code, about: names[code] ?? '' }))
    : codes.map((code) => ({ word: names[code] ?? code, about: code }));
}

/** Quota periods: the only values for which law is read. */
async function quotas(typed: string, world: World): Promise<Proposals> {
  return words((await import('./quota-names.ts')).quotaNames(typed, world.today));
}
