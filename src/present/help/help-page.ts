import type { MessageStyle } from '../problems.ts';
import { type Listing, listingText } from '../quota/listing.ts';
import { wrap } from '../text-width.ts';

/** A page of help: paragraphs, and lists of what there is. */
export type HelpPage = readonly (string | Listing)[];

/** The page as text. A paragraph that begins with spaces is an example, and keeps its lines. */
export function helpText(page: HelpPage, style: MessageStyle): string {
  return page
    .map((part) => {
      if (typeof part !== 'string') return listingText(part, style);
      const lines = part.startsWith(' ') ? [part] : wrap(part, style.width);
      return `${lines.join('\n')}\n`;
    })
    .join('\n');
}
