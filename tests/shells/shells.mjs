/**
 * Presses Tab in every shell that is installed: npm run test:shells. In zsh at a terminal of its own, in fish as its own command line
 * does it; in bash by the function that Tab calls (tests/completion.test.ts has more of these).
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'tariff-shells-'));
const command = join(root, 'bin', 'tariff.js');
writeFileSync(join(folder, 'tariff'), `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`);
chmodSync(join(folder, 'tariff'), 0o755);
const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };

/** What is typed, and what stands there after Tab. */
const lines = [
  ['tariff calc --form', 'tariff calc --format'],
  ['tariff calc --format js', 'tariff calc --format json'],
  ['tariff calc --format=js', 'tariff calc --format=json'],
  ['tariff histo', 'tariff history'],
  ['tariff quota sta', 'tariff quota status'],
  ['tariff rates --origin Ger', 'tariff rates --origin Germany'],
  ['tariff rates --origin South\\ K', 'tariff rates --origin South\\ Korea'],
  ['tariff rates --origin DE,Jap', 'tariff rates --origin DE,Japan'],
  ['tariff calc --regimes us-232-steel,us-33', 'tariff calc --regimes us-232-steel,us-338-canada'],
  ['tariff calc --jurisdiction u', 'tariff calc --jurisdiction us'],
  ['tariff calc --balance 9903.80.67/DE/2022-Q', 'tariff calc --balance 9903.80.67/DE/2022-Q'],
  ['tariff help exit', 'tariff help exit-codes'],
  ['tariff completion fi', 'tariff completion fish'],
  ['tariff calc examples/shipm', 'tariff calc examples/shipments.csv'],
  ['tariff calc --with examples/my', 'tariff calc --with examples/my-table.json'],
  ['tariff calc --with=examples/my', 'tariff calc --with=examples/my-table.json'],
];

const shells = { bash: pressInBash, zsh: pressInZsh, fish: pressInFish };
let [passed, failed] = [0, 0];
const missing = [];

try {
  for (const [shell, press] of Object.entries(shells)) {
    if (run(shell, ['-c', 'exit 0']).error) {
      missing.push(shell);
      continue;
    }
    const script = join(folder, `tariff.${shell}`);
    writeFileSync(script, run(process.execPath, [command, 'completion', shell]).stdout);
    for (const [typed, expected] of lines) {
      const stands = press(script, typed, expected);
      const isRight = stands === expected;
      if (isRight) passed += 1;
      else failed += 1;
      process.stdout.write(`${isRight ? 'ok    ' : 'WRONG '} ${shell}: ${typed} → ${stands}\n`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (missing.length > 0) process.stdout.write(`Not installed: ${missing.join(', ')}\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
if (failed > 0 || passed === 0) process.exitCode = 1;

function run(program, args, input = '') {
  return spawnSync(program, args, { cwd: root, env, input, encoding: 'utf8', timeout: 60_000 });
}

/** The line with what its proposals have in common in the place of the last word, as Tab leaves it. `isWhole`: they stand for the whole word, not for what is behind =. */
function completed(typed, proposals, isWhole = false) {
  const [first = '', ...others] = proposals;
  const shared = others.reduce((common, one) => {
    let length = 0;
    while (length < common.length && common[length] === one[length]) length += 1;
    return common.slice(0, length);
  }, first);
  const begin = isWhole ? lastPlain(typed, ' ') + 1 : Math.max(...[' ', '='].map((sign) => lastPlain(typed, sign))) + 1;
  return shared === '' ? typed : typed.slice(0, begin) + shared;
}

/** The last such sign that no backslash stands before. */
function lastPlain(text, sign) {
  for (let at = text.length - 1; at >= 0; at -= 1) if (text[at] === sign && text[at - 1] !== '\\') return at;
  return -1;
}

/** bash breaks words at = and proposes what stands behind it; without proposals it looks for files. */
function pressInBash(script, typed) {
  const words = typed.match(/(?:\\.|[^\s=\\])+|=/g) ?? [];
  const array = words.map((word) => `'${word}'`).join(' ');
  const program = `source '${script}'
    complete -p tariff >/dev/null || exit 1
    COMP_WORDS=(${array}); COMP_CWORD=${words.length - 1}; COMP_LINE='${typed}'; COMP_POINT=${typed.length}
    _tariff_completion
    (( \${#COMPREPLY[@]} )) || COMPREPLY=($(compgen -f -- '${words.at(-1)}'))
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  return completed(typed, run('bash', ['--norc', '--noprofile', '-c', program]).stdout.split('\n').filter(Boolean));
}

function pressInFish(script, typed) {
  const { stdout } = run('fish', [
    '--no-config',
    '-c',
    `source '${script}'; complete -C "${typed.replaceAll('\\', '\\\\')}"`,
  ]);
  const proposals = stdout.split('\n').filter(Boolean).map((line) => line.split('\t')[0].replaceAll(' ', '\\ ')); // prettier-ignore
  return completed(typed, proposals, true);
}

/** A terminal is opened, the line typed, Tab pressed; then what stands there is waited for. */
function pressInZsh(script, typed, expected) {
  const program = `zmodload zsh/zpty
    zpty z zsh -f -i
    zpty -w z "PS1='> '; autoload -Uz compinit; compinit -D -u; source '${script}'; cd '${root}'; print REA''DY"
    zpty -r z out '*READY*'
    zpty -w -n z '${typed}'$'\\t'
    zpty -r -m z out '*${expected.replaceAll('\\', '\\\\')}*' && print found
    zpty -d z`;
  const { stdout } = run('zsh', ['-f', '-c', program]);
  return stdout.includes('found') ? expected : `something else (${JSON.stringify(stdout.slice(-200))})`;
}
