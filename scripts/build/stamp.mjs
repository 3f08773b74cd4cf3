import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What dist/.build.json says: `sources`, the digest the build was made from; `files`, all it consists of;
 * `before`, the files of the build before it, which a process that is still running may want.
 */
export function readStamp(root) {
  try {
    return JSON.parse(readFileSync(join(root, 'dist', '.build.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

export function isFresh(root, sources) {
  const stamp = readStamp(root);
  return stamp?.sources === sources && stamp.files.every((file) => existsSync(join(root, 'dist', file)));
}
