import { Buffer } from 'node:buffer';

/** Encodings of text that are read. UTF-16 tells itself by its mark; Windows-1252 has to be named. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

const marks: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** The encoding that the first bytes of a text name; null: they name none. */
export function markedEncoding(head: Uint8Array): Encoding | null {
  return marks.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte))?.encoding ?? null;
}

/** The same text in UTF-8. What cannot be decoded becomes U+FFFD, by which readers know a damaged row. */
export function inUtf8(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncIterable<Uint8Array> {
  if (encoding === 'utf-8') return bytes;
  return encoding === 'windows-1252' ? fromWindows(bytes) : fromUtf16(bytes, encoding);
}

async function* fromUtf16(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<Uint8Array, void, void> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

/** What bytes 80 to 9F stand for; a blank where nothing does. Some versions of Node decode them as ISO 8859-1, so TextDecoder is not used. */
const upper = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

async function* fromWindows(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  for await (const chunk of bytes) {
    const latin = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1');
    yield Buffer.from(latin.replaceAll(/[\u0080-\u009f]/g, fromUpper));
  }
}

function fromUpper(byte: string): string {
  const sign = upper[byte.charCodeAt(0) - 0x80] ?? ' ';
  return sign === ' ' ? '\uFFFD' : sign;
}
