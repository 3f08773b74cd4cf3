/** Bytes with a view that reads and writes four of them at once. */
export interface ByteBlock {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

export function byteBlock(bytes: Uint8Array): ByteBlock {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length) };
}

/**
 * Copies the bytes from `first` to `end` to the place `start`, where there is room for them, and gives the place after them. For runs of some dozen
 * bytes it takes half the time of a loop over bytes, and a third of that of the methods of arrays, which make an object for each run.
 */
export function copyBytes(source: ByteBlock, first: number, end: number, target: ByteBlock, start: number): number {
  const [from, to] = [source.view, target.view];
  let at = first;
  let place = start;
  for (; at + 8 <= end; at += 8, place += 8) {
    to.setInt32(place, from.getInt32(at, true), true);
    to.setInt32(place + 4, from.getInt32(at + 4, true), true);
  }
  for (; at < end; at += 1, place += 1) target.bytes[place] = source.bytes[at] as number;
  return place;
}
