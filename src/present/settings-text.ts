import { type Setting, decidesAnswers } from '../customs/setting.ts';
import { safeText } from './safe-text.ts';

type Told = Pick<Setting, 'flag' | 'values' | 'from'>;

/** Where the value of every option came from, one on each line. */
export function settingsText(settings: readonly Told[], file: string | null, width: number): string {
  const longest = Math.max(...settings.map(({ flag }) => flag.length));
  const lines = settings.flatMap(({ flag, values, from }) => {
    const value = values.length === 0 ? flag.padEnd(longest) : `${flag.padEnd(longest)}  ${values.join(', ')}`;
    const who = `(${source(from)})`;
    return value.length + 2 + who.length > width ? [value, `  ${who}`] : [`${value}  ${who}`];
  });
  const config = file === null ? 'No config was read' : `Config: ${file}`;
  return `${[config, ...lines].map(safeText).join('\n')}\n`;
}

/** What a config or the environment says of the law and of what is declared: no answer rests on it unnoticed. Empty: nothing. */
export function settingsSaid(settings: readonly Setting[]): string {
  const told = settings.filter(decidesAnswers);
  const sources = [...new Set(told.map(whose))];
  return sources
    .map((from) => told.filter((one) => whose(one) === from))
    .map((own) => `${safeText(`From ${own.slice(0, 1).map(whose).join('')}: ${own.map(flagText).join(' ')}`)}\n`)
    .join('');
}

/** The config, or the variable. */
function whose({ from }: Told): string {
  return from.replace(/: \w+$/, '');
}

function flagText({ flag, values }: Told): string {
  return values.map((value) => `${flag} ${value}`).join(' ');
}

function source(from: string): string {
  return from.startsWith('TARIFF_') ? `environment: ${from}` : from;
}
