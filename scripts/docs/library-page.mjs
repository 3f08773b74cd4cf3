import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'rolldown/utils';

/** The reference of the library: what src/library.ts exports, by its docstrings, and the shapes that answers are made of. */
export function libraryPage(root) {
  const library = readExports(join(root, 'src/library.ts'));
  const output = readExports(join(root, 'src/present/output-shape.ts'));
  const own = library.filter(({ node }) => node !== null);
  const functions = own.filter(({ node }) => node.type === 'FunctionDeclaration');
  const others = own.filter(({ node }) => node.type !== 'FunctionDeclaration');
  const named = library.filter(({ node }) => node === null).map(({ name }) => name);
  const reached = reachable(named, output);
  const words = wordsOf(join(root, 'src/customs'));
  const used = [...words].filter(([name]) => reached.some(({ text }) => mentions(text, name)));
  return [
    '## Reference',
    ...functions.map(section),
    ...others.map(section),
    '## Answers',
    `An answer is an \`OutputLine\`, as \`tariff calc --format json\` prints it. Types that the package exports: ${named.map((one) => `\`${one}\``).join(', ')}.`,
    ...reached.map(section),
    '## Words',
    table(
      ['type', 'is one of'],
      used.map(([name, list]) => [name, list.map((one) => `\`${one}\``).join(', ')]),
    ),
    '## Codes of problems',
    table(['code', 'means'], problemCodes(root)),
  ].join('\n\n');
}

/** Every exported declaration with its text and docstring; `node` is null for a name that is passed on from another file. */
function readExports(file) {
  const source = readFileSync(file, 'utf8');
  const { program, comments, errors } = parseSync(file, source, { lang: 'ts' });
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  const docBefore = (start) => {
    const found = comments.find(({ end }) => end <= start && source.slice(end, start).trim() === '');
    return found?.value.startsWith('*') ? paragraph(found.value) : '';
  };
  return program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration') return [];
    const node = statement.declaration;
    if (!node) return statement.specifiers.map(({ exported }) => ({ name: exported.name, node: null }));
    const members = (node.body?.body ?? []).filter(({ type }) =>
      /^(?:TSPropertySignature|PropertyDefinition)$/.test(type),
    );
    return [
      {
        name: node.id.name,
        node,
        doc: docBefore(statement.start),
        text: source.slice(node.start, node.end),
        signature: signatureOf(node, source),
        members: members.map((member) => ({
          name: member.key.name,
          optional: member.optional === true,
          type: plain(
            source.slice(member.typeAnnotation.typeAnnotation.start, member.typeAnnotation.typeAnnotation.end),
          ),
          doc: docBefore(member.start),
        })),
      },
    ];
  });
}

function signatureOf(node, source) {
  if (node.type === 'TSTypeAliasDeclaration') return plain(source.slice(node.start, node.end));
  if (node.type === 'ClassDeclaration')
    return `class ${node.id.name} extends ${source.slice(node.superClass.start, node.superClass.end)}`;
  if (node.type !== 'FunctionDeclaration') return null;
  return plain(source.slice(node.start, node.body.start)).trim();
}

function section({ name, doc, signature, members, node }) {
  const heritage = (node.extends ?? []).map(({ expression }) => expression.name);
  return [
    `### ${name}`,
    ...(signature ? [`\`\`\`ts\n${signature}\n\`\`\``] : []),
    ...(doc ? [doc] : []),
    ...(heritage.length > 0 ? [`All of \`${heritage.join('`, `')}\`, and:`] : []),
    ...(members.length > 0
      ? [
          table(
            ['name', 'type', 'is'],
            members.map((one) => [`\`${one.name}${one.optional ? '?' : ''}\``, `\`${one.type}\``, one.doc]),
          ),
        ]
      : []),
  ].join('\n\n');
}

/** The named declarations and all that their texts mention, in the order of the file. */
function reachable(names, declared) {
  const found = new Set(names);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { name } of declared)
      if (declared.some((one) => found.has(one.name) && mentions(one.text, name))) found.add(name);
  }
  return declared.filter(({ name }) => found.has(name));
}

function mentions(text, name) {
  return new RegExp(`\\b${name}\\b`).test(text);
}

/** Types that are a list of words: `'a' | 'b'`, or the members of a constant. */
function wordsOf(folder) {
  const found = new Map();
  for (const name of readdirSync(folder).toSorted()) {
    const text = readFileSync(join(folder, name), 'utf8');
    for (const [, type, list] of text.matchAll(/export type (\w+) =((?:\s*\|?\s*'[^']+')+);/g))
      found.set(type, quoted(list));
    for (const [, type, constant] of text.matchAll(/export type (\w+) = \(typeof (\w+)\)\[number\];/g)) {
      const [, list = ''] = new RegExp(`const ${constant} = \\[([^\\]]*)\\] as const`).exec(text) ?? [];
      found.set(type, quoted(list));
    }
  }
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function quoted(text) {
  return [...text.matchAll(/'([^']+)'/g)].map(([, one]) => one);
}

function problemCodes(root) {
  const text = readFileSync(join(root, 'src/customs/problem.ts'), 'utf8');
  const [, body = ''] = /problemCodes = \{([\s\S]*?)\n\} as const/.exec(text) ?? [];
  return [...body.matchAll(/^ {2}'?([\w-]+)'?:\s+'([^']+)',$/gm)].map(([, code, meaning]) => [`\`${code}\``, meaning]);
}

/** A type on one line, without what says only that nobody writes to it. */
function plain(text) {
  return text
    .replaceAll(/\/\*\*[\s\S]*?\*\//g, '')
    .replaceAll(/\breadonly /g, '')
    .replaceAll(/\bReadonly<(Record<[^<>]*(?:<[^<>]*>)?[^<>]*>)>/g, '$1')
    .replaceAll(/\s+/g, ' ');
}

/** A docstring as a paragraph. */
function paragraph(comment) {
  return comment
    .replaceAll(/^\s*\*+ ?/gm, '')
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ');
}

function table(head, rows) {
  const cell = (text) => text.replaceAll('|', '\\|');
  return [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))]
    .map((row) => `| ${row.join(' | ')} |`.replaceAll('|  |', '| |'))
    .join('\n');
}
