#!/usr/bin/env node
'use strict';

const { existsSync, readFileSync, writeSync } = require('node:fs');
const { join } = require('node:path');

const [first, ...others] = process.argv.slice(2);
const bundle = join(__dirname, '..', 'dist', 'tariff.cjs');

if (others.length === 0 && (first === '--version' || first === '-V')) {
  printVersion();
} else if (existsSync(bundle)) {
  run();
} else {
  process.stderr.write('tariff is not built yet. Run: npm ci   (or, after changing sources: npm run build)\n');
  process.exitCode = 2;
}

/** Before anything else is loaded: scripts ask for the version often. */
function printVersion() {
  const { version } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'));
  try {
    writeSync(1, `${version}\n`);
  } catch (error) {
    if (error.code !== 'EPIPE') process.exitCode = 5;
  }
}

function run() {
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on('error', (error) => {
    if (error.code === 'EPIPE') process.exit(0);
  });
  require(bundle)
    .main({
      argv: process.argv.slice(2),
      get stdin() {
        return process.stdin;
      },
      stdout: process.stdout,
      stderr: process.stderr,
      env: process.env,
      today: localDate(new Date()),
    })
    .then((code) => {
      process.exitCode = code;
    });
}

/** The calendar day where the user is, as YYYY-MM-DD. */
function localDate(now) {
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
