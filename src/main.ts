import { run } from './cli/program.ts';
import type { HelperPort, World } from './cli/world.ts';

/** The whole program: an exit code for what the process hands in. The one place that catches what nobody expected. */
export async function main(world: World): Promise<number> {
  try {
    return await run(world);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    world.stderr.write(
      `tariff: this is a mistake of ours, not yours. Please report it with the command and its input.\n${text}\n`,
    );
    return 70;
  }
}

/** What a helping thread does: it serves what the first one asks. */
export async function help(port: HelperPort, task: unknown, world: Pick<World, 'stdin'>): Promise<void> {
  const { serveSegments } = await import('./cli/row-helper.ts');
  await serveSegments(port, task as Parameters<typeof serveSegments>[1], world);
}
