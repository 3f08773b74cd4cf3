import type { Command } from 'commander';
import { placeOf } from '../io/terminal.ts';
import { inkFor } from '../present/ink.ts';
import { wrap } from '../present/text-width.ts';
import { exampleShipment } from './command-parts.ts';
import { sayTo } from './talk.ts';
import { type ExitCode, type World, exit } from './world.ts';

/** Each needs nothing but the program; a test runs them. */
const examples = `What one shipment pays, with the legal source of every figure:
  tariff calc ${exampleShipment}

What is due on goods from an origin on a day:
  tariff rates 7208.10.15.00 --origin JP --date 2021-11-12

The number of goods, by words:
  tariff search stainless bar`;

/** Where to go on, as far as there is such a command. */
const next = [
  ['init', 'tariff init duties', 'a folder to start from'],
  ['help', 'tariff help', 'commands and topics: columns, facts, formats …'],
  ['calc', 'tariff calc --help', 'all options of a command'],
  ['completion', 'tariff completion bash', 'words completed at a press of Tab'],
] as const;

/**
 * `tariff` alone: what to try, and where to go on. Nothing was asked, so this is talk, and the exit code that of wrong usage: a script in
 * which the command went missing does not go on.
 */
export async function welcome(program: Command, world: World): Promise<ExitCode> {
  const place = placeOf(world.stderr, world.env, true);
  const there = next.filter(([name]) => program.commands.some((command) => command.name() === name));
  const longest = Math.max(...there.map(([, call]) => call.length)) + 2;
  const isWide = there.every(([, , about]) => 2 + longest + about.length <= place.width);
  const lines = [
    ...`tariff: ${program.description().replace(/^./, (letter) => letter.toLowerCase())}`.split('\n'),
    '',
    ...examples.split('\n'),
    '',
    'To go on:',
    ...there.flatMap(([, call, about]) =>
      isWide
        ? [`  ${call.padEnd(longest)}${about}`]
        : [`  ${call}`, ...wrap(about, place.width - 4).map((line) => `    ${line}`)],
    ),
    '',
  ];
  // A command stays on one line, so that it can be copied.
  const text = lines.flatMap((line) => (line.startsWith(' ') ? [line] : wrap(line, place.width))).join('\n');
  await sayTo(world)(text.replace('tariff', inkFor(place).strong('tariff')));
  return exit.usage;
}
