import { InvalidArgumentError } from 'commander';

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
