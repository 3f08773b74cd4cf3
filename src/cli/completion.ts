import type { Command } from 'commander';
import { closest } from '../exact/suggest.ts';
import { streamOutput } from '../io/output.ts';
import { type Proposals, type Shell, completionLines, shells } from '../present/completion/completion-lines.ts';
import { proposalsFor } from './complete-line.ts';
import { usage } from './stop.ts';
import { type ExitCode, type World, exit } from './world.ts';

/** `tariff completion SHELL`: the script for it. */
export async function completion(name: string, world: World): Promise<ExitCode> {
  const shell = shells.find((one) => one === name);
  if (shell === undefined) {
    const near = closest(name, shells);
    throw usage(
      `"${name}" is no shell that words are completed for`,
      'shell',
      near ? `Did you mean ${near}?` : `One of ${shells.join(', ')}`,
      name,
    );
  }
  const { completionScript } = await import('../present/completion/completion-script.ts');
  const output = streamOutput(world.stdout);
  await output.write(completionScript(shell, 'tariff'));
  await output.close();
  return exit.done;
}

/** What the scripts ask: all words of the line, the program's own first; COMP_CWORD is the place of the one that is completed. */
export async function complete(words: readonly string[], everything: Command, world: World): Promise<ExitCode> {
  const shell = shellOf(world.env['SHELL']);
  const place = Number(world.env['COMP_CWORD'] ?? words.length - 1);
  const line = (shell === 'bash' ? rejoined(words, place) : words.slice(0, place + 1)).slice(1);
  const word = line.at(-1) ?? '';
  const before = line.slice(0, -1).map((one) => (shell === 'fish' ? one : asMeant(one)));
  const typed = asMeant(word);
  const proposals = await quietly(() => proposalsFor(before, typed, everything, world));
  const output = streamOutput(world.stdout);
  await output.write(completionLines(proposals, shell, word));
  await output.close();
  return exit.done;
}

/** A shell whose question fails is left with the settings of a moment; a mistake of ours proposes nothing instead. */
async function quietly(ask: () => Promise<Proposals>): Promise<Proposals> {
  try {
    return await ask();
  } catch {
    return [];
  }
}

/** The scripts say which shell they are for. */
function shellOf(text = ''): Shell {
  const name = text.split(/[\\/]/).at(-1);
  return shells.find((one) => one === name) ?? 'bash';
}

/** A word without the quotes and backslashes it is typed with. fish takes them away itself, but for the word that is typed. */
function asMeant(word: string): string {
  return word.replaceAll(/\\(.)|["']/g, '$1');
}

/** bash breaks words at = and :, and quotes stay in them; the last of the words given is the one that is completed. */
function rejoined(words: readonly string[], place: number): readonly string[] {
  const whole: string[] = [];
  let isOpen = false;
  for (const word of words.slice(0, place + 1)) {
    const isBreak = /^[=:]+$/.test(word);
    if ((isOpen || isBreak) && whole.length > 1) whole.push(`${whole.pop() ?? ''}${word}`);
    else whole.push(word);
    isOpen = isBreak;
  }
  return whole;
}
