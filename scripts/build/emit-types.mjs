import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { promisify } from 'node:util';

/** Packages whose types are one file that needs nothing else. They are copied, since users do not have the packages. */
const copied = { 'decimal.js': 'decimal.d.ts' };

/** `import … from '…'`, `export … from '…'`, `import '…'` and `import('…')`, as the compiler writes them. */
const importing = /(^import ['"]|^(?:import|export)\b[^;'"=]*\bfrom ['"]|\bimport\(['"])([^'"]+)(['"])/gm;

/**
 * Writes the library's declarations to dist/types: those its public face needs, with imports that work for users.
 * Gives the folders of the packages copied from.
 */
export async function emitTypes(root, out) {
  const drafts = join(out, '..', 'types');
  await runCompiler(root, drafts);
  const packages = new Set();
  const waiting = ['library.d.ts'];
  for (const file of waiting) {
    const text = readFileSync(join(drafts, file), 'utf8').replace(
      importing,
      (_, before, target, quote) => `${before}${settle(file, target)}${quote}`,
    );
    const path = join(out, 'types', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return packages;

  /** How `file` shall name `target`; sees to it that `target` is there. */
  function settle(file, target) {
    if (target.startsWith('.')) {
      const name = target.replace(/\.[jt]s$/, '');
      const declaration = posix.join(posix.dirname(file), `${name}.d.ts`);
      if (!waiting.includes(declaration)) waiting.push(declaration);
      return `${name}.js`;
    }
    if (!(target in copied)) {
      throw new Error(
        `src/${file.replace(/\.d\.ts$/, '.ts')}: the library's types mention "${target}", which users may not have.`,
      );
    }
    const folder = join(root, 'node_modules', target);
    packages.add(folder);
    const copy = join('packages', target.replace(/\.js$/, ''));
    mkdirSync(join(out, 'types', 'packages'), { recursive: true });
    copyFileSync(join(folder, copied[target]), join(out, 'types', `${copy}.d.ts`));
    const path = posix.relative(posix.dirname(file), copy.split(sep).join('/'));
    return `${path.startsWith('.') ? path : `./${path}`}.js`;
  }
}

async function runCompiler(root, drafts) {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  try {
    await promisify(execFile)(process.execPath, [compiler, '-p', 'tsconfig.types.json', '--outDir', drafts], {
      cwd: root,
    });
  } catch (error) {
    throw new Error(`Writing the library's types:\n${error.stdout || error.message}`, { cause: error });
  }
}
