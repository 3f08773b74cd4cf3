#!/usr/bin/env node
'use strict';

const { existsSync, readFileSync, writeSync } = require('node:fs');
const { join } = require('node:path');

const dist = join(__dirname, '..', 'dist');
const [first, ...others] = process.argv.slice(2);

if (others.length === 0 && (first === '--version' || first === '-V')) {
  printVersion();
} else if (!existsSync(join(dist, 'command.json'))) {
  process.stderr.write('tariff is not built yet. Run: npm ci   (or, after changing sources: npm run build)\n');
  process.exitCode = 2;
} else {
  run().catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 70;
  });
}

/** Scripts ask for it often, so it comes before anything is loaded. */
function printVersion() {
  const { version } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'));
  try {
    writeSync(1, `${version}\n`);
  } catch (error) {
    process.exitCode = error.code === 'EPIPE' ? 0 : 5;
  }
}

async function run() {
  const { argv, env, stdout, stderr } = process;
  // Without listeners a failed write would end the process before main can answer. A reader that has seen enough
  // (`tariff … | head`) is no failure.
  let failure;
  stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') failure = error;
  });
  stderr.on('error', () => {});
  const code = await require('./load.js')
    .load(dist)
    .main({
      argv: argv.slice(2),
      get stdin() {
        return process.stdin;
      },
      stdout,
      stderr,
      env,
      today: localDate(new Date()),
      clock: () => performance.now(),
      threads: { start: startHelper },
    });
  process.exitCode = failure && code === 0 ? 5 : code;
}

/** A thread that helps with what is much. It reads nothing of standard input, and says nothing. */
function startHelper(task) {
  const { Worker } = require('node:worker_threads');
  // What is made for a row is gone with it, so little room for what is new is enough, and memory stays small.
  const resourceLimits = { maxYoungGenerationSizeMb: 6 };
  return new Worker(join(__dirname, 'helper.js'), { workerData: task, stdin: true, resourceLimits });
}

/** The calendar day where the user is, as YYYY-MM-DD. */
function localDate(now) {
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
