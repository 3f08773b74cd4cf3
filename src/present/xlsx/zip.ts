import { Zip, ZipDeflate, strToU8 } from 'fflate';
import { TooLarge } from '../rendering.ts';

/** An archive that is written as its files grow: what is complete of it can be taken at any time. */
export interface Archive {
  /** A whole file. */
  readonly add: (name: string, text: string) => void;
  /** A file that grows; it ends with `end`. One at a time. */
  readonly open: (name: string) => { readonly write: (text: string) => void; readonly end: () => void };
  readonly close: () => void;
  /** What was written since it was taken last. */
  readonly take: () => Uint8Array;
}

/** The place for a file's length has 32 bits. */
const longest = 0xffff_ffff;
/** The earliest that an archive can say, in whatever time zone: the same content gives the same bytes. */
const moment = '1980-01-01T00:00:00';

export function startArchive(): Archive {
  let chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const open = (name: string): ReturnType<Archive['open']> => {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = moment;
    zip.add(file);
    let length = 0;
    return {
      write: (text) => {
        const bytes = strToU8(text);
        length += bytes.length;
        if (length > longest) throw new TooLarge('the sheet is longer than 4 GiB, which XLSX has no room for');
        file.push(bytes);
      },
      end: () => file.push(new Uint8Array(), true),
    };
  };
  return {
    add: (name, text) => {
      const file = open(name);
      file.write(text);
      file.end();
    },
    open,
    close: () => zip.end(),
    take: () => {
      const taken = joined(chunks);
      chunks = [];
      return taken;
    },
  };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
