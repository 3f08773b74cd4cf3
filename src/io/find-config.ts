import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';

export const configName = 'tariff.config.json';

/**
 * The nearest config, in the working folder or one above it, as it is named from there; null: none. The search ends at the root of
 * the file system and at a folder with `.git`: what lies above a repository is not its own.
 */
export function nearestConfig(): string | null {
  const start = workingFolder();
  for (let folder = start; folder !== null;) {
    const file = join(folder, configName);
    if (existsSync(file)) return relative(start ?? '', file);
    const above: string = dirname(folder);
    folder = above === folder || existsSync(join(folder, '.git')) ? null : above;
  }
  return null;
}

/** Null: it was removed. */
function workingFolder(): string | null {
  try {
    return process.cwd();
  } catch {
    return null;
  }
}

/** A path that a file gives, as it is named from the working folder: it is meant from the folder of the file. */
export function besideFile(file: string, path: string): string {
  return isAbsolute(path) ? path : join(dirname(file), path);
}

/** The paths of a list in the environment, between the signs that the system puts between them. */
export function pathList(text: string): readonly string[] {
  const sign = process.platform === 'win32' ? ';' : ':';
  return text.split(sign).filter((path) => path !== '');
}
