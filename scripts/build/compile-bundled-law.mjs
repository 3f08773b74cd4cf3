import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { virtualModules } from './virtual-modules.mjs';

/** Runs the project's own compiler of rate tables over data/. It throws a readable message when a table is wrong. */
export async function compileBundledLaw(root, workshop) {
  const file = join(workshop, 'compile-law.mjs');
  const bundle = await rolldown({
    cwd: root,
    input: 'src/build/compile-law.ts',
    platform: 'node',
    plugins: [virtualModules({ root, manifest: () => null, lawFolder: 'undefined' })],
  });
  await bundle.write({ file, format: 'esm', codeSplitting: false });
  await bundle.close();
  const { compileLaw } = await import(pathToFileURL(file).href);
  return compileLaw(join(root, 'data'));
}
