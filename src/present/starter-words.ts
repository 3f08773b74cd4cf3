import { safeText } from './safe-text.ts';

/** What was made, and what to run: the commands of the page among the files. `folder`: as it was named. */
export function starterWords(folder: string, files: readonly string[], page: string): string {
  const isHere = /^\.[\\/]*$/.test(folder);
  const commands = [...page.matchAll(/^\$ (.*)$/gm)].map(([, command = '']) => `  ${command}`);
  return paragraph([
    isHere ? 'Made in this folder:' : `Made in ${folder}:`,
    ...files.map((file) => `  ${file}`),
    '',
    'Next:',
    ...(isHere ? [] : [`  cd ${quoted(folder)}`]),
    ...commands,
    '',
    'README.md tells what they are for.',
  ]);
}

function paragraph(lines: readonly string[]): string {
  return lines.map((line) => `${safeText(line)}\n`).join('');
}

/** As a shell takes it. */
function quoted(name: string): string {
  const folder = name.startsWith('-') ? `./${name}` : name;
  return /^[\w./-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", String.raw`'\''`)}'`;
}
