import type { Renderer, RunInfo, Style } from './rendering.ts';

/** Formats of bytes, for files: `--format` and the endings of names. Loaded when they are asked for. */
const formats = {
  xlsx: async () => (await import('./xlsx/xlsx.ts')).xlsxRenderer,
  parquet: async () => (await import('./parquet/parquet.ts')).parquetRenderer,
} satisfies Record<string, () => Promise<(info: RunInfo, style: Style) => Renderer<Uint8Array>>>;

export type FileFormat = keyof typeof formats;

export const fileFormats = Object.keys(formats) as readonly FileFormat[];

export function isFileFormat(format: string): format is FileFormat {
  return format in formats;
}

export async function fileRendererFor(format: FileFormat, info: RunInfo, style: Style): Promise<Renderer<Uint8Array>> {
  const makeRenderer = await formats[format]();
  return makeRenderer(info, style);
}
