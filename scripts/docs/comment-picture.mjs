/** A comment on a pull request, drawn from what `tariff diff --format markdown` printed: its sums and, unfolded, its lines. */
export function commentPicture(markdown) {
  const blocks = markdown.split(/\n{2,}/);
  const headline = blocks[0].replaceAll('**', '');
  const bullets = blocks[1].split('\n').map((line) => /^- \*\*(.*?)\*\* (.*)$/.exec(line)?.slice(1) ?? ['', line]);
  const tables = blocks.filter((block) => block.startsWith('|')).map(readTable);
  const folded = [...markdown.matchAll(/<summary>(.*?)<\/summary>/g)].map(([, title]) => title);
  const page = startPage();
  page.text(headline, 'head', 30);
  for (const [name, words] of bullets) page.bullet(name, words);
  page.table(tables[0], [240, 130, 150, 150, 150]);
  page.fold(folded[0], true);
  page.table(tables[1], [48, 52, 112, 58, 98, 98, 104, 290]);
  for (const title of folded.slice(1)) page.fold(title, false);
  page.text(blocks.at(-1).trim().replaceAll('_', ''), 'soft', 26);
  return page.svg(headline);
}

/** Cells as lists of lines, and whether each column is set to the right. */
function readTable(block) {
  const [head, rule, ...rows] = block.split('\n').map((line) =>
    line
      .replaceAll(/^\| | \|$/g, '')
      .split(' | ')
      .map((cell) => cell.split('<br>').map((text) => text.replaceAll('\\', ''))),
  );
  return { head, rows, isRight: rule.map(([mark]) => mark.endsWith(':')) };
}

const left = 76;
const right = 936;
const lineHeight = 18;

function startPage() {
  const parts = [];
  let y = 106;
  const write = (x, text, kind, anchor = 'start') =>
    parts.push(
      `<text x="${x}" y="${y}" class="${kind}"${anchor === 'end' ? ' text-anchor="end"' : ''}>${escaped(text)}</text>`,
    );
  const rule = (at) => parts.push(`<path class="rule" d="M${left} ${at}H${right}"/>`);
  return {
    text: (text, kind, height) => {
      write(left, text, kind);
      y += height;
    },
    bullet: (name, words) => {
      parts.push(
        `<circle cx="${left + 6}" cy="${y - 4}" r="2.5" class="dot"/><text x="${left + 18}" y="${y}"><tspan class="strong">${escaped(name)}</tspan> ${escaped(words)}</text>`,
      );
      y += 22;
    },
    table: ({ head, rows, isRight }, widths) => {
      y += 16;
      const starts = widths.map((_, index) => left + widths.slice(0, index).reduce((sum, width) => sum + width, 0));
      const row = (cells, kind) => {
        const wrapped = cells.map((lines, index) => lines.flatMap((line) => wrap(line, widths[index])));
        const height = Math.max(...wrapped.map(({ length }) => length));
        for (let line = 0; line < height; line += 1) {
          for (const [index, lines] of wrapped.entries()) {
            if (lines[line] === undefined) continue;
            if (isRight[index]) write(starts[index] + widths[index] - 12, lines[line], kind, 'end');
            else write(starts[index], lines[line], kind);
          }
          y += lineHeight;
        }
        rule(y - 10);
        y += 8;
      };
      row(head, 'strong');
      for (const cells of rows) row(cells, 'plain');
      y += 6;
    },
    fold: (title, isOpen) => {
      const [a, b, c] = isOpen ? ['0 -8', '8 -8', '4 -1'] : ['1 -8', '1 0', '8 -4'];
      parts.push(`<path class="dot" transform="translate(${left} ${y})" d="M${a}L${b}L${c}Z"/>`);
      write(left + 16, title, 'plain');
      y += isOpen ? 12 : 24;
    },
    svg: (headline) => {
      const height = y + 12;
      return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 ${height}" width="960" height="${height}" role="img" aria-labelledby="title">
<title id="title">${escaped(`A comment on a pull request. ${headline}`)}</title>
<style>${style}</style>
<circle cx="30" cy="34" r="18" class="face"/><text x="30" y="40" text-anchor="middle" class="mark">$</text>
<rect x="58.5" y="8.5" width="893" height="${height - 17}" rx="6" class="paper"/>
<path d="M58.5 48V14.5a6 6 0 0 1 6-6h881a6 6 0 0 1 6 6V48Z" class="bar"/>
<text x="${left}" y="33"><tspan class="strong">github-actions</tspan> <tspan class="soft">commented on this pull request</tspan></text>
<text x="${left}" y="76" class="title">Duty: catalogue.csv</text>
${parts.join('\n')}
</svg>
`;
    },
  };
}

/** At so many pixels, by the usual width of a letter. */
function wrap(text, width) {
  const most = Math.floor((width - 12) / 6.4);
  const lines = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const painted = ({ ink, soft, rule, edge, paper, bar, face }) => `
text { fill: ${ink}; } .soft { fill: ${soft}; } .dot { fill: ${soft}; }
.rule { stroke: ${rule}; } .paper { fill: ${paper}; stroke: ${edge}; } .bar { fill: ${bar}; stroke: ${edge}; }
.face { fill: ${face}; } .mark { fill: ${paper}; }`;

const style = `
text { font: 13px system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums; }
.title { font-size: 17px; font-weight: 600; } .head { font-size: 15px; font-weight: 600; } .strong { font-weight: 600; }
.mark { font-size: 18px; font-weight: 600; } .rule { fill: none; }${painted({
  ink: '#1d2733',
  soft: '#5d6b7a',
  rule: '#e6eaef',
  edge: '#d5dce4',
  paper: '#ffffff',
  bar: '#f4f6f9',
  face: '#0b5cad',
})}
@media (prefers-color-scheme: dark) {${painted({
  ink: '#e8edf3',
  soft: '#9fb0c0',
  rule: '#25303b',
  edge: '#2a3440',
  paper: '#10161d',
  bar: '#182029',
  face: '#6db3ff',
})}
}
`;
