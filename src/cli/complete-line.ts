import type { Command, Option } from 'commander';
import type { Proposal, Proposals } from '../present/completion/completion-lines.ts';
import { argumentProposals, valueProposals } from './complete-values.ts';
import { collect } from './flag-values.ts';
import type { World } from './world.ts';

/** What may stand for the word that is typed, behind those before it: commands, options, values. */
export async function proposalsFor(
  before: readonly string[],
  typed: string,
  everything: Command,
  world: World,
): Promise<Proposals> {
  const place = placeAfter(before, everything);
  const { command, option, given, isOptionsOver } = place;
  if (option !== undefined) return beginning(await valueProposals(option, typed, world), typed);
  const [, name = '', value] = /^(--[^=]+)=(.*)$/s.exec(typed) ?? [];
  const named = value === undefined || isOptionsOver ? undefined : optionNamed(command, name);
  if (named !== undefined && value !== undefined) {
    const values = beginning(await valueProposals(named, value, world), value);
    return values === 'files' ? values : values.map((one) => ({ ...one, word: `${name}=${one.word}` }));
  }
  if (typed.startsWith('-') && typed !== '-' && !isOptionsOver) return beginning(optionsOf(command, given), typed);
  const commands = place.arguments === 0 ? commandsOf(command) : [];
  const values = argumentProposals(command, place.arguments, everything);
  if (values === 'files') return values;
  return beginning([...commands, ...values], typed);
}

interface PlaceOnLine {
  readonly command: Command;
  /** The option whose value comes next. */
  readonly option: Option | undefined;
  /** Options that stand there already. */
  readonly given: ReadonlySet<Option>;
  /** How many arguments stand there. */
  readonly arguments: number;
  /** A lone -- was given. */
  readonly isOptionsOver: boolean;
}

function placeAfter(words: readonly string[], program: Command): PlaceOnLine {
  let command = program;
  let option: Option | undefined;
  const given = new Set<Option>();
  let count = 0;
  let isOptionsOver = false;
  for (const word of words) {
    if (option !== undefined) option = undefined;
    else if (word === '--') isOptionsOver = true;
    else if (word.startsWith('-') && word !== '-' && !isOptionsOver) {
      const named = optionNamed(command, word.split('=')[0] ?? '');
      if (named) given.add(named);
      option = named && takesValue(named) && !word.includes('=') ? named : undefined;
    } else {
      const below: Command | undefined = count === 0 ? command.commands.find((one) => one.name() === word) : undefined;
      if (below) command = below;
      else count += 1;
    }
  }
  return { command, option, given, arguments: count, isOptionsOver };
}

function optionNamed(command: Command, name: string): Option | undefined {
  return command.options.find(({ long, short }) => name === long || name === short);
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}

/** Options that may still be given. */
function optionsOf(command: Command, given: ReadonlySet<Option>): readonly Proposal[] {
  const options = command.options
    .filter((option) => !option.hidden && (!given.has(option) || option.parseArg === collect))
    .map(({ long, description }) => ({ word: long ?? '', about: description }));
  return [...options, { word: '--help', about: 'display help for command' }];
}

function commandsOf(command: Command): readonly Proposal[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .map((one) => ({ word: one.name(), about: one.description() }));
}

function beginning(proposals: Proposals, typed: string): Proposals {
  return proposals === 'files' ? proposals : proposals.filter(({ word }) => word.startsWith(typed));
}
