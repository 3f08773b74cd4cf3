import { exit } from './world.ts';

/** What each exit code means: briefly, and in full as the README has it. */
export const exitWords: Readonly<Record<keyof typeof exit, readonly [brief: string, full: string]>> = {
  done: ['done', 'done'],
  checkFailed: ['a check failed', 'a check failed, a limit was met, or a search found nothing'],
  usage: ['wrong usage', 'wrong usage: flags, a bad value in a flag, a missing file or required column'],
  linesOpen: ['some lines are not assessed', 'some lines are not assessed; the others were written'],
  unusable: ['a rate table or ledger is unusable', 'a rate table or a ledger is unusable'],
  unwritable: ['output not written', 'the output could not be written'],
  bug: ['a bug of ours', 'a bug of ours'],
  interrupted: ['interrupted', 'interrupted'],
};

/** All of them under a help text, on lines of at most 100 columns. */
export function exitCodesBriefly(): string {
  const texts = Object.entries(exitWords).map(([name, [brief]]) => `${exit[name as keyof typeof exit]} ${brief}`);
  return `Exit codes: ${texts.slice(0, 4).join(' · ')} ·\n${texts.slice(4).join(' · ')}`;
}
