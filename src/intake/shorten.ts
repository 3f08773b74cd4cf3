/** About as much of a user's text as a message bears: 60 characters, the rest shown as "…". */
export function shorten(text: string, length = 60): string {
  const oneLine = text.trim();
  return oneLine.length <= length ? oneLine : `${oneLine.slice(0, length - 1)}…`;
}
