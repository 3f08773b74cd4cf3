import type { Command } from 'commander';
import { helpNames } from './help-names.ts';
import type { CommandParts } from './command-parts.ts';

/** `help`: of commands what they say themselves; of topics what the program knows. `everything`: the command line with every option of every command. */
export function addHelpCommand(program: Command, everything: () => Command, { world, act }: CommandParts): void {
  program
    .helpCommand(false)
    .command('help')
    .description(`help on a command, or on a topic: ${helpNames.join(', ')}`)
    .argument('[names...]', 'a topic, or a command')
    .action((names: readonly string[]) =>
      act(async () => (await import('./help.ts')).help(names, everything(), world)),
    );
}
