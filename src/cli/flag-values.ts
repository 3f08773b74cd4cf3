import { InvalidArgumentError, type Option } from 'commander';
import { closest } from '../exact/suggest.ts';

/** A flag means one thing: given twice, nobody knows which. */
export const once = (value: string, earlier: string | undefined): string => {
  if (earlier !== undefined) throw new InvalidArgumentError('It is given twice.');
  return value;
};

/** A flag that may be given several times. */
export const collect = (value: string, earlier: readonly string[] | undefined): readonly string[] => [
  ...(earlier ?? []),
  value,
];

/** A flag with one of these values; another is told with the nearest of them. */
export function oneOf(option: Option, values: readonly string[]): Option {
  return option.choices(values).argParser((value: string) => {
    if (values.includes(value)) return value;
    const near = closest(value, values);
    throw new InvalidArgumentError(`${near ? `Did you mean ${near}? ` : ''}Allowed choices are ${values.join(', ')}.`);
  });
}

/** More threads would wait for each other. */
const mostThreads = 64;

/** A number of threads, from 1 on. */
export const countOfThreads = (value: string, earlier: number | undefined): number => {
  if (earlier !== undefined) throw new InvalidArgumentError('It is given twice.');
  const count = /^\d{1,2}$/.test(value) ? Number(value) : 0;
  if (count < 1 || count > mostThreads) throw new InvalidArgumentError(`Give a whole number from 1 to ${mostThreads}.`);
  return count;
};
