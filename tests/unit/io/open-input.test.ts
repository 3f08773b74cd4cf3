import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BrokenInput } from '../../../src/io/broken-input.ts';
import type { Encoding } from '../../../src/io/decode-text.ts';
import { type OpenInput, openInput } from '../../../src/io/open-input.ts';

const text = 'id,note\r\nA,"€ – Straße 𝄞 中"\r\n';

function utf16(content: string, mark: readonly number[], swap: boolean): Uint8Array {
  const bytes = Buffer.from(content, 'utf16le');
  return Buffer.concat([Uint8Array.from(mark), swap ? bytes.swap16() : bytes]);
}

function pieces(bytes: Uint8Array, size: number): Readable {
  const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
  return Readable.from(parts.map((part) => Buffer.from(part)));
}

function open(
  bytes: Uint8Array,
  size: number,
  encoding: Encoding | null = null,
  onBytes = (_: number) => {},
): Promise<OpenInput> {
  const enough = (head: Uint8Array): boolean => head.length >= 8;
  return openInput('-', { name: 'a.csv', stdin: pieces(bytes, size), encoding, onBytes, enough });
}

async function whole({ bytes }: OpenInput): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

describe.each([1, 2, 3, 5, 64, 4096])('in pieces of %d bytes', (size) => {
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, little end first', utf16(text, [0xff, 0xfe], false)],
    ['UTF-16, big end first', utf16(text, [0xfe, 0xff], true)],
    ['packed', gzipSync(text)],
    ['packed in two members', Buffer.concat([gzipSync(text.slice(0, 9)), gzipSync(text.slice(9))])],
    ['packed UTF-16', gzipSync(utf16(text, [0xff, 0xfe], false))],
  ])('%s is read as it is', async (_, bytes) => {
    const input = await open(bytes, size);
    expect(input.kind).toBe('text');
    expect(await whole(input)).toBe(text);
  });

  test('UTF-16 without a mark needs its name', async () => {
    expect(await whole(await open(utf16(text, [], true), size, 'utf-16be'))).toBe(text);
  });

  test('a workbook comes as it is', async () => {
    const bytes = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]);
    const input = await open(bytes, size);
    expect(input.kind).toBe('workbook');
    expect(await whole(input)).toBe(Buffer.from(bytes).toString('utf8'));
  });

  test('packed data that ends early gives what it holds, then breaks', async () => {
    const packed = gzipSync(text.repeat(100));
    const read = open(packed.subarray(0, -9), size).then(whole);
    await expect(read).rejects.toThrow(BrokenInput);
    await expect(open(packed.subarray(0, -9), size).then(whole)).rejects.toThrow('the packed data ends early');
  });
});

test('Windows-1252 has its own signs from 80 to 9F; what stands for nothing is damage', async () => {
  const bytes = Uint8Array.from([0x80, 0x85, 0x8a, 0x91, 0x94, 0x96, 0x99, 0x9c, 0x9f, 0xe4, 0x81, 0x9d, 0x41]);
  expect(await whole(await open(bytes, 3, 'windows-1252'))).toBe('€…Š‘”–™œŸä\uFFFD\uFFFDA');
});

test('all bytes of Windows-1252 that stand for something come out as the standard has them', async () => {
  // https://encoding.spec.whatwg.org/index-windows-1252.txt, of which 81, 8D, 8F, 90 and 9D are control characters.
  const codes = [
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
  ];
  codes.push(
    0x90,
    0x2018,
    0x2019,
    0x201c,
    0x201d,
    0x2022,
    0x2013,
    0x2014,
    0x2dc,
    0x2122,
    0x161,
    0x203a,
    0x153,
    0x9d,
    0x17e,
    0x178,
  );
  const bytes = Uint8Array.from(
    [0x20, 0x20, 0x20, 0x20, ...codes.keys()].map((code, at) => (at < 4 ? code : code + 0x80)),
  );
  const expected = codes.map((code) => (code < 0xa0 ? '\uFFFD' : String.fromCodePoint(code))).join('');
  expect(await whole(await open(bytes, 7, 'windows-1252'))).toBe(`    ${expected}`);
});

test('bytes that are no UTF-16 are damage', async () => {
  const input = await open(Buffer.concat([utf16('ab\uD800c', [0xff, 0xfe], false), Uint8Array.from([0x41])]), 2);
  expect(await whole(input)).toBe('ab\uFFFDc\uFFFD');
});

test('a mark that contradicts the flag is an error', async () => {
  await expect(open(utf16(text, [0xff, 0xfe], false), 64, 'windows-1252')).rejects.toThrow(/mark of UTF-16LE/);
  await expect(open(Buffer.from(`\uFEFF${text}`), 64, 'utf-8').then(whole)).resolves.toBe(text);
});

test('bytes are counted as they lie in the file', async () => {
  const packed = gzipSync(text.repeat(500));
  let count = 0;
  await whole(await open(packed, 10, null, (more) => (count += more)));
  expect(count).toBe(packed.length);
});
