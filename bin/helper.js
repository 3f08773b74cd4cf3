'use strict';

const { join } = require('node:path');
const { Readable } = require('node:stream');
const { parentPort, workerData } = require('node:worker_threads');

// What standard input holds is read by the first thread alone.
require('./load.js')
  .load(join(__dirname, '..', 'dist'))
  .help(parentPort, workerData, { stdin: Readable.from([]) })
  .catch((error) => {
    throw error;
  });
