import { groupedText } from '../exact/decimal.ts';
import { secondsText } from './closing-words.ts';

/** How far a run has come. */
export interface Standing {
  readonly rows: number;
  /** Bytes of the files that were read, and how many there are; null: nobody knows. */
  readonly bytes: number;
  readonly size: number | null;
  readonly milliseconds: number;
}

/** "1,234,000 rows, 310,000 rows/s, 45%, 12 s left": as much of it as is known, and fits into so many columns. */
export function progressWords({ rows, bytes, size, milliseconds }: Standing, width: number): string {
  const perSecond = milliseconds <= 0 ? 0 : Math.round((rows * 1000) / milliseconds);
  const isShareKnown = size !== null && bytes > 0 && bytes < size;
  const parts = [
    ...(rows > 0 ? [`${grouped(rows)} rows`, `${grouped(perSecond)} rows/s`] : ['reading']),
    ...(isShareKnown
      ? [`${Math.floor((bytes * 100) / size)}%`, leftText((milliseconds * (size - bytes)) / bytes)]
      : []),
  ];
  // The last column stays free: a terminal may wrap at it.
  while (parts.length > 1 && parts.join(', ').length >= width) parts.pop();
  return parts.join(', ').slice(0, Math.max(0, width - 1));
}

function leftText(milliseconds: number): string {
  const minutes = milliseconds / 60_000;
  return `${minutes < 2 ? secondsText(milliseconds) : `${grouped(Math.round(minutes))} min`} left`;
}

function grouped(count: number): string {
  return groupedText(String(count));
}
