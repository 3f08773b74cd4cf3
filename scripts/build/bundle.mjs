import { rolldown } from 'rolldown';
import { lawFolderBesideBundle, resolve, virtualModules } from './virtual-modules.mjs';

const here = { cjs: '__dirname', esm: 'import.meta.dirname' };

/** The command as one CommonJS file (it starts faster than a module), and a chunk for all that is loaded later. */
export function bundleCommand(root, out, manifest) {
  return bundle({ root, out, manifest, name: 'tariff', input: 'src/main.ts', format: 'cjs' });
}

/** The library for `import` and for `require`. */
export async function bundleLibrary(root, out, manifest) {
  const library = { root, out, manifest, name: 'library', input: 'src/library.ts' };
  const both = [await bundle({ ...library, format: 'esm' }), await bundle({ ...library, format: 'cjs' })];
  return both.flat();
}

/** A warning, such as of a package that is not there, would be a failure in use. */
function onLog(_level, { code, message }) {
  // A file one part of the program loads late and another at once: no harm.
  if (code !== 'INEFFECTIVE_DYNAMIC_IMPORT') throw new Error(message);
}

/**
 * What one shipment by flags needs, as one file: reading twenty small ones takes longer than the answer. The rest (zod, the CSV
 * parser, the table of many lines, the checks) stays in chunks that are loaded when they are used.
 */
const atOnce =
  /[\\/]src[\\/](?:cli[\\/](?!check|read-shipments)|exact|customs|io|assess[\\/](?!check)|intake[\\/](?:entry-|[a-z]+-field|field|fact-field|content-value|shorten|columns|balance)|present[\\/](?:answer|breakdown|amounts|cells|ink|problem|safe|text-width|renderer|rendering|run-notes|table))/;

/** Writes the bundle, and gives the folders of the packages in it. */
async function bundle({ root, out, manifest, name, input, format }) {
  const ending = format === 'esm' ? 'mjs' : 'cjs';
  const build = await rolldown({
    cwd: root,
    input: { [name]: input },
    platform: 'node',
    resolve,
    onLog,
    plugins: [virtualModules({ root, manifest: () => manifest, lawFolder: lawFolderBesideBundle(here[format]) })],
  });
  const { output } = await build.write({
    dir: out,
    format,
    entryFileNames: `[name].${ending}`,
    chunkFileNames: `chunks/[name]-[hash].${ending}`,
    ...(format === 'cjs' && name === 'tariff' ? { codeSplitting: { groups: [{ name: 'calc', test: atOnce }] } } : {}),
    minify: process.env.READABLE === undefined, // READABLE=1 npm run build: names for a profiler
  });
  await build.close();
  return output.flatMap((chunk) =>
    Object.entries(chunk.modules ?? {}).flatMap(([id, module]) => packageOf(id, module)),
  );
}

function packageOf(id, { renderedLength }) {
  const folder = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.[1];
  return folder && renderedLength !== 0 ? [folder] : [];
}
