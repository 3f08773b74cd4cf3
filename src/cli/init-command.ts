import { type Command, Option } from 'commander';
import type { CommandParts } from './command-parts.ts';

const help = `Lays down shipments.csv, a table of your own (law/), tariff.config.json, a workflow for GitHub and a short README.
What is there already is never written over: then nothing is written at all.

Examples:
  tariff init duties
  tariff init`;

/** `init`; the rest of it is loaded when it is used. */
export function addInitCommand(program: Command, { world, act }: CommandParts): void {
  program
    .command('init')
    .description('make a folder to start from: shipments, a table of your own, a config and a CI file')
    .argument('[folder]', 'where to; left out: here')
    .addOption(new Option('--no-color', 'no colours'))
    .showHelpAfterError('(tariff init --help shows what there is)')
    .addHelpText('after', `\n${help}`)
    .action((folder: string | undefined) => act(async () => (await import('./init.ts')).init(folder ?? '.', world)));
}
