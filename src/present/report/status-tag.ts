import type { Status } from '../../customs/assessment.ts';
import { type Markup, markup } from './markup.ts';

/** The word, in its colour: never the colour alone. */
export function statusTag(status: Status): Markup {
  return markup`<span class="tag ${status}">${status}</span>`;
}
