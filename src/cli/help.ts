import type { Command } from 'commander';
import { nearest } from '../exact/suggest.ts';
import { streamOutput } from '../io/output.ts';
import { placeOf } from '../io/terminal.ts';
import { type HelpPage, helpText } from '../present/help/help-page.ts';
import { helpNames } from './help-names.ts';
import { helpTopics } from './help-topics.ts';
import { usage } from './stop.ts';
import { type ExitCode, type World, exit } from './world.ts';

/** `tariff help`: the topics and commands there are; one of them. */
export async function help(names: readonly string[], everything: Command, world: World): Promise<ExitCode> {
  const [first] = names;
  const topic = names.length === 1 ? helpNames.find((name) => name === first) : undefined;
  const page =
    names.length === 0 ? overview(everything) : topic === undefined ? undefined : helpTopics[topic].page(everything);
  const command = page === undefined ? commandNamed(names, everything) : undefined;
  const output = streamOutput(world.stdout);
  if (page !== undefined)
    await output.write(helpText(page, placeOf(world.stdout, world.env, !world.argv.includes('--no-color'))));
  else if (command !== undefined) command.outputHelp();
  else throw unknown(names.join(' '), everything);
  await output.close();
  return exit.done;
}

function overview(everything: Command): HelpPage {
  const list = (title: string, rows: readonly (readonly string[])[]): HelpPage[number] => ({
    title,
    columns: ['Name', 'Is about'].map((name) => ({ title: name, align: 'left' })),
    rows,
    none: '',
    keepsWords: true,
  });
  return [
    list(
      'Topics: tariff help TOPIC',
      helpNames.map((name) => [name, helpTopics[name].title]),
    ),
    list(
      'Commands: tariff help COMMAND',
      visibleIn(everything).map((command) => [command.name(), command.description()]),
    ),
  ];
}

/** Those that are listed. */
function visibleIn(everything: Command): readonly Command[] {
  return everything.createHelp().visibleCommands(everything);
}

/** `quota status`: a command below another. */
function commandNamed(names: readonly string[], above: Command): Command | undefined {
  return names.reduce<Command | undefined>(
    (found, name) => found?.commands.find((one) => one.name() === name),
    names.length > 0 ? above : undefined,
  );
}

function unknown(name: string, everything: Command): Error {
  const commands = visibleIn(everything).flatMap((command) => [
    command.name(),
    ...command.commands.map((below) => `${command.name()} ${below.name()}`),
  ]);
  const near = nearest(name, [...helpNames, ...commands], 2);
  return usage(
    `"${name}" is neither a topic nor a command`,
    null,
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'tariff help lists them.',
    name,
  );
}
