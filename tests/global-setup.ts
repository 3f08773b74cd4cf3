import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Tests run the built command, so it must be today's. Returns at once when it is. */
export default function setup(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, '..', 'scripts', 'build.mjs')], { stdio: 'inherit' });
}
