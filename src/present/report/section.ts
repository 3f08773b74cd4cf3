import { type Markup, type Part, markup } from './markup.ts';

/** A part of the page with its heading, which its name in links is made of. */
export function section(id: string, title: string, content: Part): Markup {
  return markup`
<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${content}
</section>`;
}

/** What may be wider than the screen, and is then moved by keyboard or finger by itself. `label`: what it is, for those who do not see it. */
export function roomy(label: string, content: Part, look = ''): Markup {
  return markup`<div class="roomy ${look}" role="region" aria-label="${label}" tabindex="0">
${content}
</div>`;
}
