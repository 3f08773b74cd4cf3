/*
 * npm run test:nodes: installs the packed package without running any script, and uses it with several versions of Node: an answer, and a
 * ledger that is made, filled, read again, exported and verified. Versions come from the registry as packages. `--versions 20.19.0,26`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { versions: { type: 'string' } } });
const versions = (values.versions ?? '20.19.0,22,24,25,26').split(',');
const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'tariff-nodes-'));
const rows = Array.from(
  { length: 200 },
  (_, index) => `L${index},7208.27.00.60,NL,2022-02-01,1000,${100_000 + index},NL\n`,
);
writeFileSync(join(folder, 'shipments.csv'), `id,hts,origin,date,value,weight_kg,melt_pour_country\n${rows.join('')}`);

try {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root, encoding: 'utf8' }),
  );
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', join(folder, packed.filename)], {
    cwd: folder,
    stdio: 'ignore',
  });
  const outcomes = versions.map(outcomeWith);
  const [first] = outcomes;
  for (const { version, text } of outcomes) {
    const isSame = text === first.text;
    process.stdout.write(`Node ${version}: ${isSame ? 'the same answers and records' : 'DIFFERS'}\n`);
    if (!isSame) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What the tool says and records with a version of Node, as one text. */
function outcomeWith(asked) {
  const node = execFileSync('npx', ['-y', '-p', `node@${asked}`, 'node', '-p', 'process.execPath'], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();
  const version = execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim();
  const ledger = join(folder, `${version}.db`);
  const tariff = (...args) => {
    const command = join(folder, 'node_modules', packedName(), 'bin', 'tariff.js');
    const { status, stdout, stderr } = spawnSync(node, [command, ...args], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`Node ${version}: tariff ${args.join(' ')}: exit code ${status}\n${stderr}`);
    return stdout;
  };
  const calc = ['calc', 'shipments.csv', '--ledger', ledger, '--commit', '--format', 'csv'];
  const texts = [tariff(...calc), tariff(...calc), tariff('quota', 'verify', '--ledger', ledger)];
  const records = tariff('quota', 'export', '--ledger', ledger).replaceAll(/"at":"[^"]*"/g, '"at":""');
  return { version, text: [...texts, records].join('\n') };
}

function packedName() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).name;
}
