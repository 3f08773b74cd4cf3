const colours = {
  light: {
    ink: '#1d2733',
    soft: '#5d6b7a',
    rule: '#e6eaef',
    edge: '#d5dce4',
    paper: '#ffffff',
    lines: ['#0b5cad', '#c2410c', '#0f766e', '#7c3aed', '#a16207', '#be185d'],
  },
  dark: {
    ink: '#e8edf3',
    soft: '#9fb0c0',
    rule: '#25303b',
    edge: '#2a3440',
    paper: '#10161d',
    lines: ['#6db3ff', '#ff9a5c', '#4fd1c0', '#b79bff', '#e6c15a', '#ff8fc0'],
  },
} as const;

/** As many lines have a look of their own. */
export const looks = colours.light.lines.length;

/** Colours are written out, not as variables, which some readers of SVG do not know. `within`: before each selector. */
function painted({ ink, soft, rule, edge, paper, lines }: (typeof colours)['light' | 'dark'], within: string): string {
  const all = [
    [`.paper { fill: ${paper}; stroke: ${edge}; }`],
    [`.title { fill: ${ink}; }`],
    [`.quiet, .small, .tick { fill: ${soft}; }`],
    [`.grid { stroke: ${rule}; }`],
    [`.axis { stroke: ${soft}; }`],
    [`.halo { stroke: ${paper}; }`],
    ...lines.map((colour, index) => [`.s${index} { stroke: ${colour}; }`, `.t${index} { fill: ${colour}; }`]),
  ];
  return all.map((rules) => rules.map((one) => scoped(one, within)).join(' ')).join('\n');
}

const shapes = [
  'text { font-family: system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }',
  '.title { font-size: 18px; font-weight: 600; }',
  '.quiet { font-size: 13px; }',
  '.small { font-size: 11px; }',
  '.tick { font-size: 12px; font-variant-numeric: tabular-nums; }',
  '.grid, .axis, .line, .quota { fill: none; }',
  '.line { stroke-width: 3; stroke-linejoin: round; stroke-linecap: round; }',
  '.line.s1 { stroke-dasharray: 12 6; }',
  '.line.s2 { stroke-width: 5; }',
  '.line.s3 { stroke-dasharray: 3 6; }',
  '.line.s4 { stroke-dasharray: 14 5 3 5; }',
  '.line.s5 { stroke-width: 1.5; }',
  '.quota { stroke-width: 2.5; stroke-dasharray: 0.1 7; stroke-linecap: round; }',
  '.open { fill-opacity: 0.25; }',
  '.name { font-size: 13px; font-weight: 600; white-space: pre; }',
  '.halo { font-size: 13px; font-weight: 600; fill: none; stroke-width: 4px; stroke-linejoin: round; white-space: pre; }',
];

/** Lines told apart by hue, weight and dashes; dark where the reader's screen is. `within`: the selector of what holds the pictures, if a page does. */
export function svgStyle(within = '', dark = '@media (prefers-color-scheme: dark)'): string {
  return `
${shapes.map((rule) => scoped(rule, within)).join('\n')}
${painted(colours.light, within)}
${dark} {
${painted(colours.dark, within)}
}
`;
}

function scoped(rule: string, within: string): string {
  if (within === '') return rule;
  const [selectors = '', ...rest] = rule.split(' {');
  const all = selectors.split(', ').map((selector) => `${within} ${selector}`);
  return [all.join(', '), ...rest].join(' {');
}
