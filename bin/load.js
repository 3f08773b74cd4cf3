'use strict';

const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

/**
 * Loads the command that `dist/command.json` names, with V8's code cache if the build left one for just this file and this
 * version of Node: reading the cache takes a fraction of compiling. V8 checks the cache and ignores one that does not fit.
 */
exports.load = function load(dist) {
  const { entry, core } = JSON.parse(readFileSync(join(dist, 'command.json'), 'utf8'));
  const cachedData = readIfThere(`${join(dist, core)}.${process.version}.cache`);
  if (cachedData !== undefined) run(join(dist, core), cachedData);
  return require(join(dist, entry));
};

/** Runs a CommonJS file as `require` would, and keeps the script so that a build can make its cache. */
exports.run = run;

function run(file, cachedData) {
  const { Module } = require('node:module');
  const { Script } = require('node:vm');
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), { filename: file, cachedData });
  const made = new Module(file, module);
  made.filename = file;
  require.cache[file] = made; // chunks that are loaded later ask for this file
  script.runInThisContext().call(made.exports, made.exports, made.require.bind(made), made, file, dirname(file));
  made.loaded = true;
  return { exports: made.exports, script };
}

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
