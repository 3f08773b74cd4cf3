import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lawFolder } from 'virtual:law-manifest';

/** The folder of the layouts that come with the package: plain files, to be copied and changed. */
const folder = join(lawFolder, '..', '..', 'data', 'layouts');

/** Their names. */
export function bundledLayouts(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .toSorted();
}

/** The file of one of them. */
export function layoutFile(name: string): string {
  return join(folder, `${name}.json`);
}
