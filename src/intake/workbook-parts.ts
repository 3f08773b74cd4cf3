import { strFromU8, unzipSync } from 'fflate';

/** A sheet of a workbook: its name, and its cells as XML. */
export interface Sheet {
  readonly name: string;
  readonly isVisible: boolean;
  readonly xml: () => string;
}

/** Parts of a workbook that tell what its cells alone do not. */
export interface WorkbookParts {
  readonly sheets: readonly Sheet[];
  /** Currency signs in the formats that cells use: "€". */
  readonly currencies: readonly string[];
}

/** Undefined where the archive holds no workbook. Throws what the unpacking throws where the archive is damaged. */
export function workbookParts(bytes: Uint8Array): WorkbookParts | undefined {
  const files = unzipSync(bytes, {
    filter: ({ name }) => /^xl\/(?:workbook|styles|worksheets\/.*)\.xml$|\.rels$/.test(name),
  });
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  if (files['xl/workbook.xml'] === undefined) return undefined;
  const targets = new Map(
    tags(text('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return {
    sheets: tags(text('xl/workbook.xml'), 'sheet').map((tag) => ({
      name: attribute(tag, 'name'),
      isVisible: !/\bhidden$/i.test(attribute(tag, 'state')),
      xml: () => text(pathOf(targets.get(attribute(tag, 'r:id')) ?? '')),
    })),
    currencies: currenciesIn(text('xl/styles.xml')),
  };
}

/** A cell that holds no value where it seems to: its address, its row, and why. */
export interface VoidCell {
  readonly address: string;
  readonly row: number;
  readonly why: string;
}

/** Cells with an error in place of a value, and formulas whose results were never saved: both would read as nothing. */
export function voidCells(xml: string): readonly VoidCell[] {
  return [...xml.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)].flatMap(([, start = '', content = '']) => {
    const why = whyVoid(attribute(start, 't'), content);
    const address = attribute(start, 'r');
    return why === undefined ? [] : [{ address, row: Number(address.replace(/^[A-Z]+/, '')), why }];
  });
}

function whyVoid(type: string, content: string): string | undefined {
  if (type === 'e') return `holds the error ${/<v>([^<]*)/.exec(content)?.[1] ?? ''}`.trimEnd();
  const isSaved = type === 'str' ? /<v\b/.test(content) : /<v>[^<]|<is\b/.test(content);
  return /<f\b/.test(content) && !isSaved ? 'holds a formula whose result was not saved' : undefined;
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function currenciesIn(styles: string): readonly string[] {
  const codes = new Map(
    tags(styles, 'numFmt').map((tag) => [attribute(tag, 'numFmtId'), attribute(tag, 'formatCode')]),
  );
  const used = tags(/<cellXfs\b[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? '', 'xf').map((tag) =>
    attribute(tag, 'numFmtId'),
  );
  const signs = used.flatMap((id) => (codes.get(id) ?? '').match(/\p{Sc}|\[\$[A-Z]{3}\b/gu) ?? []);
  return [...new Set(signs.map((sign) => sign.replace('[$', '')))];
}

/** The opening tags of a name, whatever prefix it has. */
function tags(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? [];
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, digits?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? all;
    return String.fromCodePoint(hex === undefined ? Number(digits) : Number.parseInt(hex, 16));
  });
}
