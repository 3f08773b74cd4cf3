import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { problem } from '../customs/problem.ts';
import { BrokenInput } from './broken-input.ts';
import { type Encoding, inUtf8, markedEncoding } from './decode-text.ts';
import { readBytes } from './input.ts';
import { type Peeked, peek } from './peek.ts';

/** A file of rows, unpacked. Text is UTF-8, whatever it was; a workbook comes as it is. */
export interface OpenInput extends Peeked {
  readonly kind: 'text' | 'workbook';
}

export interface HowToOpen {
  /** What a problem calls the file. */
  readonly name: string;
  readonly stdin: NodeJS.ReadableStream;
  /** Null: as the first bytes say, else UTF-8. */
  readonly encoding: Encoding | null;
  /** Told how many bytes of the file were read, each time some are. */
  readonly onBytes: (count: number) => void;
  /** Whether the text so far is enough to tell what kind of rows it holds. */
  readonly enough: (head: Uint8Array) => boolean;
}

/**
 * Opens a file, or standard input (`-`): unpacks gzip, which its first bytes tell, and decodes. Throws {@link BrokenInput} where the
 * encoding that was named is not that of the file; so do the bytes, where packed data is damaged or the file cannot be read to its end.
 */
export async function openInput(file: string, how: HowToOpen): Promise<OpenInput> {
  const raw = await peek(counted(readBytes(file, how.stdin), how), isKnown);
  const unpacked = begins(raw.head, gzip) ? await peek(unzipped(raw.bytes, how.name), isKnown) : raw;
  if (begins(unpacked.head, zip)) {
    if (how.encoding !== null) throw contradiction(how, 'is a workbook, which is not text');
    return { kind: 'workbook', ...unpacked };
  }
  const marked = markedEncoding(unpacked.head);
  if (marked !== null && how.encoding !== null && marked !== how.encoding)
    throw contradiction(how, `begins with the mark of ${marked.toUpperCase()} text`);
  const text = inUtf8(unpacked.bytes, marked ?? how.encoding ?? 'utf-8');
  return { kind: 'text', ...(await peek(text, how.enough)) };
}

const gzip = [0x1f, 0x8b];
const zip = [0x50, 0x4b, 0x03, 0x04];

function begins(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte);
}

/** Four bytes tell every kind that is known by its first bytes. */
function isKnown(head: Uint8Array): boolean {
  return head.length >= 4;
}

function contradiction({ name, encoding }: HowToOpen, what: string): BrokenInput {
  const hint = 'Leave --encoding out: the file says it itself.';
  return new BrokenInput(problem('encoding', 'error', `${what}; --encoding says ${encoding}`, { file: name, hint }));
}

async function* counted(bytes: AsyncIterable<Uint8Array>, how: HowToOpen): AsyncGenerator<Uint8Array, void, void> {
  try {
    for await (const chunk of bytes) {
      how.onBytes(chunk.length);
      yield chunk;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw unfinished(how.name, `cannot be read further (${code})`);
  }
}

async function* unzipped(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array, void, void> {
  const gunzip = createGunzip();
  pipeline(Readable.from(bytes), gunzip, () => undefined);
  try {
    yield* gunzip as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (error instanceof BrokenInput) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const what = code === 'Z_BUF_ERROR' ? 'the packed data ends early' : 'the packed data is damaged';
    throw unfinished(name, what);
  }
}

function unfinished(file: string, what: string): BrokenInput {
  return new BrokenInput(problem('bad-csv', 'error', `${what}; from here on nothing was read`, { file }));
}
