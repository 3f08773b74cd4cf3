'use strict';

/** Loaded before a program (`node --require`) where no GNU time is at hand: writes the most memory it held, in KiB. */
const { writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env.TARIFF_BENCH_PEAK, String(process.resourceUsage().maxRSS)));
