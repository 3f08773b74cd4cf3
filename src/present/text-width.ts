/** Columns a text takes in a terminal: marks none, Chinese, Japanese, Korean and emoji two. */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const sign of text) if (!none.test(sign)) width += two.test(sign) ? 2 : 1;
  return width;
}

const plain = /^[ -~]*$/;
const none = /^[\p{M}\p{Cf}]$/u;
const two =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]$/u;

/** What to do with a word that is longer than the line: `keep` it whole, or `break` it. */
export type LongWords = 'keep' | 'break';

/** Lines of at most `width` columns, broken at spaces. An empty text is one empty line. */
export function wrap(text: string, width: number, longWords: LongWords = 'keep'): readonly string[] {
  if (displayWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((whole) => (longWords === 'break' ? pieces(whole, width) : [whole]))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function pieces(word: string, width: number): readonly string[] {
  const found: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && displayWidth(piece + sign) > width) {
      found.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return [...found, piece];
}

export function padRight(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

export function padLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

export function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, displayWidth(text)), 0);
}
