import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const rule = `\n${'-'.repeat(80)}\n\n`;

/** Packages that carry a copy of another one's code within their own. */
const copies = { 'read-excel-file': ['saxen'] };

/** The licence of each package that is contained in the bundles, as those licences ask. */
export function collectLicences(root, folders) {
  const copied = [...folders].flatMap((folder) => copies[basename(folder)] ?? []);
  const all = new Set([...folders, ...copied.map((name) => join(root, 'node_modules', name))]);
  const texts = [...all].map(licenceOf).sort();
  return ['This package contains the following software.\n', ...texts].join(rule);
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} ${version} has no licence file; what it asks of a copy is not known.`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}
