import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { external, resolve, virtualModules } from './virtual-modules.mjs';

/** Loads a file of src/ as a module, bundled for the purpose in a temporary folder, and gives what it exports. */
export async function runSource(root, input, { within = root } = {}) {
  const folder = mkdtempSync(join(within, 'dist.'));
  try {
    const file = join(folder, 'source.mjs');
    const bundle = await rolldown({
      cwd: root,
      input,
      platform: 'node',
      external,
      resolve,
      plugins: [virtualModules({ root, manifest: () => null, lawFolder: 'undefined' })],
    });
    await bundle.write({ file, format: 'esm', codeSplitting: false });
    await bundle.close();
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
