import { problem } from '../customs/problem.ts';
import { filesThere, isNoFolder, layStarter, starterFiles, starterPage } from '../io/starter-folder.ts';
import { streamOutput } from '../io/output.ts';
import { starterWords } from '../present/starter-words.ts';
import { Stop, usage } from './stop.ts';
import { type ExitCode, type World, exit } from './world.ts';

/** `tariff init`: a folder that runs at once. Nothing is written where any of its files is there already. */
export async function init(folder: string, world: World): Promise<ExitCode> {
  if (folder === '') throw usage('names no folder', null, 'Give a name, or leave it out for this folder.', '');
  if (isNoFolder(folder)) throw usage(`${folder} is a file, not a folder`, null, 'Name another folder.', folder);
  const there = filesThere(folder);
  if (there.length > 0)
    throw new Stop(
      exit.usage,
      there.map((file, index) =>
        problem('bad-usage', 'error', 'is there already, and is not written over', {
          file: folder === '.' ? file : `${folder.replace(/[\\/]+$/, '')}/${file}`,
          hint: index < there.length - 1 ? null : 'Nothing was written. Name another folder, or move it away.',
        }),
      ),
    );
  layStarter(folder);
  await streamOutput(world.stdout).write(starterWords(folder, starterFiles(), starterPage()));
  return exit.done;
}
