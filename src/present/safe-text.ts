/**
 * Text from a file or a flag, fit for a terminal and for one line of a message: escape sequences (colour, cursor, title,
 * links), other control characters, and marks that reorder or hide text are taken out; breaks and tabs become a space.
 */
export function safeText(text: string): string {
  return suspicious.test(text)
    ? text.replace(sequence, '').replace(space, ' ').replace(unsafe, '').replace(half, '\uFFFD')
    : text;
}

const longest = 40;

/** The same of a text of any length, no more of it than a cell bears: 40 characters, the rest shown as "…". */
export function briefText(text: string): string {
  return safeText(text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);
}

const suspicious = /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/u;

const escape = String.fromCodePoint(0x1b);
const bell = String.fromCodePoint(0x07);
const stop = String.raw`(?:${bell}|${escape}\\|\u009C)`;

/** In this order: strings up to their end (titles, links, device strings), colours and cursor moves, two-letter escapes. */
const sequence = new RegExp(
  [
    String.raw`(?:${escape}[\]PX^_]|[\u009D\u0090\u0098\u009E\u009F])[^${bell}${escape}\u009C]*${stop}?`,
    String.raw`(?:${escape}\[|\u009B)[0-?]*[ -/]*[@-~]?`,
    String.raw`${escape}[ -/]*[0-~]?`,
  ].join('|'),
  'gu',
);

const space = /[\t-\r\u0085\u2028\u2029]+/gu;
const unsafe = /[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;
const half = /\p{Cs}/gu;
