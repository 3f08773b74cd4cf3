import type { GoodsOptions } from './goods-options.ts';
import { type ExitCode, type World, exit } from './world.ts';

export type HistoryOptions = GoodsOptions;

export async function history(_number: string | undefined, _options: HistoryOptions, _world: World): Promise<ExitCode> {
  return exit.done;
}
