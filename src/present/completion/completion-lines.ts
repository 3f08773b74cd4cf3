/** Shells that words are completed for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof shells)[number];

/** A word that may stand there, and what it means. */
export interface Proposal {
  readonly word: string;
  readonly about?: string;
}

/** What may stand at a place: words; or the name of a file, which the shell knows better. */
export type Proposals = readonly Proposal[] | 'files';

/** Read by the scripts for zsh and fish. bash looks for files by itself where it gets no words. */
const fileSign = '__tabtab_complete_files__';

/**
 * The proposals as the script of the shell reads them, each on a line. `typed`: the word so far; bash completes what stands behind its last
 * sign of equality alone.
 */
export function completionLines(proposals: Proposals, shell: Shell, typed: string): string {
  if (proposals === 'files') return shell === 'bash' ? '' : `${fileSign}\n`;
  const skipped = shell === 'bash' ? typed.lastIndexOf('=') + 1 : 0;
  const isQuoted = /^["']/.test(typed);
  return proposals.map((one) => `${lineOf(one, shell, skipped, isQuoted)}\n`).join('');
}

function lineOf({ word, about = '' }: Proposal, shell: Shell, skipped: number, isQuoted: boolean): string {
  switch (shell) {
    case 'zsh':
      return [word, ...(about === '' ? [] : [about])].map((text) => text.replaceAll(':', String.raw`\:`)).join(':');
    case 'fish':
      return about === '' ? word : `${word}\t${about}`;
    default:
      return isQuoted ? word : word.slice(skipped).replaceAll(special, String.raw`\$&`);
  }
}

/** Signs that bash would read as its own in a word without quotes: A* is a pattern of file names. */
const special = /[\s"'\\$`*?[\](){}<>|&;!#~]/g;
