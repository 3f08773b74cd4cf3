import type { Plugin } from 'vitest/config';

export declare function virtualModules(options: { root: string; manifest: () => unknown; lawFolder: string }): Plugin;
