import { Buffer } from 'node:buffer';
import { script, style as pageStyle } from 'virtual:report-page';
import { svgStyle } from '../history/svg-style.ts';
import { disclaimer } from '../words.ts';
import { Markup, markup } from './markup.ts';

/** Parts of a page, with what the list of contents calls them; those without anything are left out. */
export type PagePart = readonly [id: string, title: string, content: Markup];

export interface Page {
  readonly title: string;
  readonly head: Markup;
  readonly parts: readonly PagePart[];
  readonly toolVersion: string;
  /** SHA-256 of a text, in hexadecimal digits. */
  readonly digest: (text: string) => string;
}

/**
 * A whole document: nothing in it is fetched from anywhere, and a policy says that nothing may be. Its style and its script are the only ones that
 * run, known by their digests, so that markup smuggled in with the data could do nothing.
 */
export function pageText({ title, head, parts, toolVersion, digest }: Page): string {
  const style = `\n${pageStyle.trim()}\n${svgStyle('.history', '@media screen and (prefers-color-scheme: dark)').trim()}\n`;
  const code = `\n${script.trim()}\n`;
  const hash = (text: string): string => `'sha256-${Buffer.from(digest(text), 'hex').toString('base64')}'`;
  const policy = `default-src 'none'; style-src ${hash(style)}; script-src ${hash(code)}; base-uri 'none'; form-action 'none'`;
  const shown = parts.filter(([, , content]) => content.text !== '');
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="tariff ${toolVersion}">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
${head}
<nav aria-label="Contents"><ul>${shown.map(([id, name]) => markup`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
<main>${shown.map(([, , content]) => content)}
</main>
<footer>
<p><strong>${disclaimer}</strong></p>
<p>Made by tariff ${toolVersion}. Amounts are exact decimals; each duty is rounded once, and totals add up what was rounded.</p>
</footer>
<script>${new Markup(code)}</script>
</body>
</html>
`.text;
}
