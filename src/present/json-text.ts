/**
 * JSON in which nothing acts on a terminal or hides: control characters above those JSON itself escapes, and marks that
 * reorder text, are written as \uXXXX. Any parser gives back the same value.
 */
export function jsonText(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent);
  return hidden.test(text) ? text.replaceAll(everyHidden, escaped) : text;
}

const hidden = /[\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/u;
const everyHidden = new RegExp(hidden, 'gu');

function escaped(sign: string): string {
  return [...Array(sign.length).keys()].map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
}
