import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of a package with both, its ES modules: they can be bundled, which not every CommonJS (jsonc-parser's) can. */
export const resolve = { mainFields: ['module', 'main'] };

/** Packages that are not bundled but installed: what package.json calls dependencies. */
export const external = ['@photostructure/sqlite'];

/** `here` as JavaScript: the folder of the bundle, also seen from one of its chunks. */
export const lawFolderBesideBundle = (here) => `join(${here}.replace(/[\\\\/]chunks$/, ''), 'law')`;

/**
 * The modules src/virtual.d.ts declares. `manifest` gives what the law compiler gave; `lawFolder` is a JavaScript expression, in which `join` may be used.
 * Works in rolldown and in vite.
 */
export function virtualModules({ root, manifest, lawFolder }) {
  const modules = {
    'virtual:law-manifest': () => `
      import { join } from 'node:path';
      export const manifest = ${literal(manifest())};
      export const lawFolder = ${lawFolder};`,
    // chalk asks the terminal for its colours as it is loaded, which takes milliseconds; io/terminal.ts has decided by then.
    '#supports-color': () => 'export default { stdout: { level: 0 }, stderr: { level: 0 } };',
    // The style and the script of a report, files of their own for editors and linters.
    'virtual:report-page': () => `
      export const style = ${JSON.stringify(readText(root, 'src/present/report/page.css'))};
      export const script = ${JSON.stringify(readText(root, 'src/present/report/page.js'))};`,
    'virtual:package': () => `export const version = ${JSON.stringify(readVersion(root))};`,
  };
  return {
    name: 'virtual-modules',
    resolveId(id, importer = '') {
      // commander starts other programs as subcommands; ours has none, and loading what that takes would cost milliseconds.
      if (id === 'node:child_process' && /[\\/]commander[\\/]/.test(importer)) return '\0no-subprocess';
      return id in modules ? `\0${id}` : undefined;
    },
    load(id) {
      if (id === '\0no-subprocess') return 'export {};';
      // Scripts for shells are text.
      if (/\.(?:bash|zsh)$/.test(id)) return `export default ${JSON.stringify(readFileSync(id, 'utf8'))};`;
      return modules[id.slice(1)]?.();
    },
  };
}

/** Engines read a large JSON text faster than the same object written out as code. */
function literal(value) {
  const json = JSON.stringify(value);
  return json.length < 2_000 ? `(${json})` : `JSON.parse(${JSON.stringify(json)})`;
}

function readVersion(root) {
  return JSON.parse(readText(root, 'package.json')).version;
}

function readText(root, file) {
  return readFileSync(join(root, file), 'utf8');
}
