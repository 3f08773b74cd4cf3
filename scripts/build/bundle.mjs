import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { external, lawFolderBesideBundle, resolve, virtualModules } from './virtual-modules.mjs';

const here = { cjs: '__dirname', esm: 'import.meta.dirname' };

/**
 * The command as CommonJS (it starts faster than a module): one file for what one shipment by flags needs, since reading twenty
 * small ones takes longer than the answer, and a chunk for each thing that is loaded later. `command.json` names that file and
 * the entry, which does no more than ask for it.
 */
export async function bundleCommand(root, out, manifest) {
  const { packages, entry, core } = await bundle({
    root,
    out,
    manifest,
    name: 'main',
    input: 'src/main.ts',
    format: 'cjs',
    into: 'chunks/[name]-[hash]',
    core: true,
  });
  writeFileSync(join(out, 'command.json'), JSON.stringify({ entry, core }));
  return { packages, core };
}

/** The library for `import` and for `require`. */
export async function bundleLibrary(root, out, manifest) {
  const library = { root, out, manifest, name: 'library', input: 'src/library.ts', into: '[name]' };
  const both = [await bundle({ ...library, format: 'esm' }), await bundle({ ...library, format: 'cjs' })];
  return both.flatMap(({ packages }) => packages);
}

/** A warning, such as of a package that is not there, would be a failure in use. */
function onLog(_level, { code, message }) {
  // A file one part of the program loads late and another at once: no harm.
  if (code !== 'INEFFECTIVE_DYNAMIC_IMPORT') throw new Error(message);
}

/** Reached from the first file by `import` alone, never by `import()`. */
function atOnce(id, context, seen = new Set()) {
  if (seen.has(id)) return false;
  seen.add(id);
  const { isEntry, importers } = context.getModuleInfo(id) ?? { importers: [] };
  return isEntry === true || importers.some((one) => atOnce(one, context, seen));
}

/** Writes the bundle; gives the folders of the packages in it, and the name of its first file. */
async function bundle({ root, out, manifest, name, input, format, into, core = false }) {
  const ending = format === 'esm' ? 'mjs' : 'cjs';
  const build = await rolldown({
    cwd: root,
    input: { [name]: input },
    platform: 'node',
    external, // its binaries lie beside its code
    resolve,
    onLog,
    plugins: [virtualModules({ root, manifest: () => manifest, lawFolder: lawFolderBesideBundle(here[format]) })],
  });
  const { output } = await build.write({
    dir: out,
    format,
    entryFileNames: `${into}.${ending}`,
    chunkFileNames: `chunks/[name]-[hash].${ending}`,
    ...(core
      ? {
          codeSplitting: {
            groups: [{ debugName: 'core', name: (id, context) => (atOnce(id, context) ? 'core' : null) }],
          },
        }
      : {}),
    minify: process.env.READABLE === undefined, // READABLE=1 npm run build: names for a profiler
  });
  await build.close();
  const packages = output.flatMap((chunk) =>
    Object.entries(chunk.modules ?? {}).flatMap(([id, module]) => packageOf(id, module)),
  );
  const named = (wanted) => output.find(wanted)?.fileName;
  return { packages, entry: named((chunk) => chunk.isEntry), core: named((chunk) => chunk.name === 'core') };
}

function packageOf(id, { renderedLength }) {
  const folder = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.[1];
  return folder && renderedLength !== 0 ? [folder] : [];
}
