/** Modules that exist only in a build: what `scripts/build.mjs` found out before it bundled the sources. */

declare module 'virtual:law-manifest' {
  /** What the bundled tables hold, and in which shard. */
  export const manifest: import('./customs/manifest.ts').LawManifest;
  /** The folder of the shards the manifest names, as an absolute path. */
  export const lawFolder: string;
}

declare module 'virtual:package' {
  /** The version in package.json. */
  export const version: string;
}

/** Scripts for shells, as text. */
declare module '*.zsh' {
  const script: string;
  export default script;
}

declare module 'virtual:report-page' {
  /** Text of src/present/report/page.css. */
  export const style: string;
  /** Text of src/present/report/page.js. */
  export const script: string;
}
