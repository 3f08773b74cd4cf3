import type { Command } from 'commander';
import type { CommandParts } from './command-parts.ts';

const examples = `Examples:
  source <(tariff completion bash)                                       now; in ~/.bashrc for good
  source <(tariff completion zsh)                                        after compinit, in ~/.zshrc
  tariff completion fish > ~/.config/fish/completions/tariff.fish`;

/** `completion`, and what its scripts ask. `everything`: the command line with every option of every command. */
export function addCompletionCommand(program: Command, everything: () => Command, { world, act }: CommandParts): void {
  program
    .command('completion')
    .description('a script that makes a shell complete commands, options and their values: bash, zsh, fish')
    .argument('<shell>', 'bash, zsh or fish')
    .showHelpAfterError('(tariff completion --help shows what there is)')
    .addHelpText('after', `\n${examples}`)
    .action((shell: string) => act(async () => (await import('./completion.ts')).completion(shell, world)));
  program
    .command('completion-server', { hidden: true })
    .argument('[words...]')
    .allowUnknownOption()
    .action((words: readonly string[]) =>
      act(async () => (await import('./completion.ts')).complete(words, everything(), world)),
    );
}
