import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'rolldown/utils';

export const root = join(import.meta.dirname, '..', '..');

/** A file of src/, taken apart. Paths are relative to src/. */
export interface SourceFile {
  readonly path: string;
  /** The folder directly below src/, or for main.ts and library.ts the file itself. */
  readonly room: string;
  readonly imports: readonly Import[];
  readonly nodes: readonly Node[];
}

export interface Import {
  /** A path below src/, or the name of a package. Undefined when it is computed. */
  readonly target: string | undefined;
  readonly isFile: boolean;
  readonly isTypeOnly: boolean;
}

/** A node of the syntax tree, as far as these tests look into it. */
export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

export function readSources(): SourceFile[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .toSorted()
    .map((path) => parseSource(path, readFileSync(join(root, 'src', path), 'utf8')));
}

export function parseSource(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text, { lang: 'ts' });
  if (errors.length > 0) throw new Error(`src/${path}: ${errors.map(({ message }) => message).join('; ')}`);
  const nodes = collectNodes(program);
  return { path, room: path.split('/')[0] ?? path, imports: nodes.flatMap((node) => importsOf(node, path)), nodes };
}

/** The text of strings, of templates' fixed parts and of regular expressions: all that is not a name or a comment. */
export function writtenText(node: Node): string | undefined {
  if (node.type === 'TemplateElement') return (node['value'] as { readonly cooked: string }).cooked;
  if (node.type !== 'Literal') return undefined;
  return typeof node['value'] === 'string' ? node['value'] : undefined;
}

function collectNodes(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(collectNodes);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(collectNodes);
  return 'type' in value && typeof value.type === 'string' ? [value as Node, ...inner] : inner;
}

const importing = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

function importsOf(node: Node, path: string): Import[] {
  if (!importing.has(node.type) || !node['source']) return [];
  const { value } = node['source'] as { readonly value?: unknown };
  const isTypeOnly =
    node.type === 'TSImportType' || [node['importKind'], node['exportKind']].includes('type') || hasOnlyTypes(node);
  if (typeof value !== 'string') return [{ target: undefined, isFile: false, isTypeOnly }];
  const isFile = value.startsWith('.');
  return [{ target: isFile ? posix.join(posix.dirname(path), value) : value, isFile, isTypeOnly }];
}

/** `import { type A, type B } from …` */
function hasOnlyTypes(node: Node): boolean {
  const specifiers = (node['specifiers'] ?? []) as readonly Node[];
  return specifiers.length > 0 && specifiers.every((specifier) => specifier['importKind'] === 'type');
}
