import { Chalk } from 'chalk';

/** Emphasis that may be absent: every text must be clear without it. */
export interface Ink {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly bad: (text: string) => string;
}

export function inkFor({ color }: { readonly color: boolean }): Ink {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return {
    strong: (text) => chalk.bold(text),
    quiet: (text) => chalk.dim(text),
    warning: (text) => chalk.yellow(text),
    bad: (text) => chalk.red(text),
  };
}
