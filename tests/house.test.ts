import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Import, type Node, type SourceFile, readSources, root, writtenText } from './house/source-file.ts';

/** Which room may import which. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'main.ts': ['cli', 'exact'],
  'library.ts': ['io', 'intake', 'assess', 'present', 'customs', 'exact'],
  build: ['io', 'intake', 'assess', 'customs', 'exact'],
  cli: ['io', 'intake', 'assess', 'present', 'customs', 'exact'],
  io: ['customs', 'exact'],
  intake: ['customs', 'exact'],
  assess: ['customs', 'exact'],
  present: ['customs', 'exact'],
  customs: ['exact'],
  exact: [],
};

/** Which rooms, or which files, may import a package. `node:` modules not named here belong to io and build. */
const owners: Readonly<Record<string, readonly string[]>> = {
  commander: ['cli'],
  zod: ['intake', 'build'],
  'csv-parse': ['intake'],
  'jsonc-parser': ['intake'],
  'read-excel-file': ['intake'],
  fflate: ['intake', 'present'],
  'hyparquet-writer': ['present'],
  chalk: ['present'],
  'cli-table3': ['present'],
  '@pnpm/tabtab': ['present'],
  'decimal.js': ['exact/decimal.ts'],
  '@photostructure/sqlite': ['io/ledger/open-ledger.ts', 'io/ledger/sqlite-ledger.ts'],
  'virtual:law-manifest': ['io'],
  'virtual:package': ['cli', 'main.ts', 'io'],
  'virtual:report-page': ['present'],
  'node:buffer': Object.keys(arrows),
};

/** Rooms without a clock, a disk, a console or chance. */
const pure = new Set(['intake', 'assess', 'present', 'customs', 'exact']);

const sources = readSources();

describe('rooms', () => {
  test('every file stands in one', () => {
    expect(sources.map(({ room }) => room).filter((room) => !(room in arrows))).toEqual([]);
  });

  test('import along the arrows only', () => {
    const wrong = eachImport(
      ({ room }, { target, isFile }) =>
        isFile && target && roomOf(target) !== room && !arrows[room]?.includes(roomOf(target)),
    );
    expect(wrong).toEqual([]);
  });

  test('own their packages', () => {
    const wrong = eachImport(({ room, path }, { target, isFile, isTypeOnly }) => {
      if (isFile) return false;
      const name = packageName(target ?? '');
      const allowed = owners[name] ?? (name.startsWith('node:') ? ['io', 'build'] : []);
      return !allowed.includes(room) && !allowed.includes(path) && !(name === 'node:stream' && isTypeOnly);
    });
    expect(wrong).toEqual([]);
  });

  test('without effects have none', () => {
    const effects = /^(?:process|console|performance)\.|^(?:Math\.random|Date\.now)$/;
    const wrong = eachNode((node, { room }) => {
      if (!pure.has(room) || node.type !== 'MemberExpression') return undefined;
      const access = `${nameOf(node['object'])}.${nameOf(node['property'])}`;
      return effects.test(access) ? access : undefined;
    });
    expect(wrong).toEqual([]);
  });
});

describe('files', () => {
  test('import no circle', () => {
    expect(findCircle(new Map(sources.map((file) => [file.path, filesImportedBy(file)])))).toBeUndefined();
  });

  test('are named for what they export, in kebab-case', () => {
    const wrong = sources.filter(
      ({ path }) =>
        !/^(?:[a-z0-9-]+\/)*[a-z0-9-]+\.ts$/.test(path) || /(?:^|\/)(?:index|utils?|helpers?|types?)\.ts$/.test(path),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('export by name', () => {
    expect(eachNode(({ type }) => (type === 'ExportDefaultDeclaration' ? 'export default' : undefined))).toEqual([]);
  });

  test('name no type any', () => {
    expect(eachNode(({ type }) => (type === 'TSAnyKeyword' ? 'any' : undefined))).toEqual([]);
  });

  test('make only their own brands', () => {
    const brands = new Map(sources.flatMap((file) => file.nodes.flatMap(brandName).map((name) => [name, file.path])));
    expect(brands.size).toBeGreaterThan(0);
    const wrong = eachNode((node, { path }) => {
      const made = node.type === 'TSAsExpression' ? nameOf((node['typeAnnotation'] as Node)['typeName']) : '';
      return brands.has(made) && brands.get(made) !== path ? `as ${made}` : undefined;
    });
    expect(wrong).toEqual([]);
  });
});

describe('law', () => {
  // A message may show how a number or a date is written; one that stands alone decides something.
  const law = [
    { what: 'a legal heading', pattern: /\b99\d\d\.\d\d/ },
    { what: 'a regime', pattern: /\b[a-z]{2}-(?:\d{3}\b|ieepa|mpf\b|hmf\b|base\b)/ },
    { what: 'an HTS number', pattern: /^\s*\d{4}\.\d\d(?:\.\d\d)*\s*$/ },
    { what: 'a date', pattern: /^\s*(?:19|20)\d\d-\d\d-\d\d\s*$/ },
  ];
  const regimes = readRegimes();

  test('stands in data/, not in src/', () => {
    const wrong = eachNode((node) => {
      const text = writtenText(node);
      if (text === undefined) return undefined;
      const found = law.find(({ pattern }) => pattern.test(text));
      const regime = regimes.find((id) => text === id);
      return found || regime ? `${found?.what ?? 'a regime'}: ${JSON.stringify(text)}` : undefined;
    });
    expect(wrong).toEqual([]);
  });
});

describe('tests', () => {
  test('are all run', () => {
    const switchedOff = /\b(?:test|it|describe)(?:\.\w+)*\.(?:skip|only|todo|fails)\b/;
    const wrong = filesBelow('tests').filter(
      (path) => path.endsWith('.ts') && switchedOff.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the repository', () => {
  test('says in its lock file what to install, not where from', () => {
    const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
    expect(lock).not.toContain('"resolved"');
    expect(lock).not.toMatch(/https?:\/\/[^"]*\.tgz/);
  });

  test('knows no place on the machine of its author', () => {
    const machinePath = /(?<![\w.$}*-])\/(?:work|home|root|Users)\/\w/;
    const wrong = filesBelow('.').filter((path) => {
      const bytes = readFileSync(join(root, path));
      return !bytes.includes(0) && machinePath.test(bytes.toString('utf8'));
    });
    expect(wrong).toEqual([]);
  });
});

function roomOf(path: string): string {
  return path.split('/')[0] ?? path;
}

/** `zod/mini` → `zod`, `@a/b/c` → `@a/b`, `node:fs/promises` → `node:fs/promises`. */
function packageName(target: string): string {
  if (/^(?:node|virtual):/.test(target)) return target;
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Imports a test objects to, as `file → target`. */
function eachImport(isWrong: (file: SourceFile, imported: Import) => unknown): string[] {
  return sources.flatMap((file) =>
    file.imports
      .filter((imported) => isWrong(file, imported))
      .map(({ target }) => `${file.path} → ${target ?? 'something computed'}`),
  );
}

/** What a test objects to in the syntax, as `file: what`. */
function eachNode(objection: (node: Node, file: SourceFile) => string | undefined): string[] {
  return sources.flatMap((file) =>
    file.nodes.flatMap((node) => {
      const found = objection(node, file);
      return found === undefined ? [] : [`${file.path}: ${found}`];
    }),
  );
}

function nameOf(node: unknown): string {
  const name = (node as { readonly name?: unknown } | undefined)?.name;
  return typeof name === 'string' ? name : '';
}

/** `Money` for `export type Money = Brand<Decimal, 'Money'>`. */
function brandName(node: Node): string[] {
  if (node.type !== 'TSTypeAliasDeclaration') return [];
  return nameOf((node['typeAnnotation'] as Node)['typeName']) === 'Brand' ? [nameOf(node['id'])] : [];
}

function filesImportedBy(file: SourceFile): string[] {
  return file.imports.flatMap(({ target, isFile }) => (isFile && target ? [target] : []));
}

/** The first circle found, as `a → b → a`. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): string | undefined {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path].join(' → ');
    if (done.has(path)) return undefined;
    done.add(path);
    for (const next of graph.get(path) ?? []) {
      const circle = visit(next, [...trail, path]);
      if (circle) return circle;
    }
    return undefined;
  };
  for (const path of graph.keys()) {
    const circle = visit(path, []);
    if (circle) return circle;
  }
  return undefined;
}

/** The ids of the bundled regimes. */
function readRegimes(): string[] {
  return filesBelow('data/regimes').flatMap((path) => {
    if (!path.endsWith('.json')) return [];
    const { regime } = JSON.parse(readFileSync(join(root, path), 'utf8')) as { readonly regime?: unknown };
    return typeof regime === 'string' ? [regime] : [];
  });
}

/** The project's own files, what is installed or built aside. */
function filesBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (/^(?:\.git|node_modules|coverage|dist(?:\..*)?)$/.test(entry.name)) return [];
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}
