import { type Command, Option } from 'commander';
import { type Encoding, encodings } from '../io/decode-text.ts';
import { once, oneOf } from './flag-values.ts';
import { usage } from './stop.ts';

/** How files of rows are written, where they do not say it themselves. */
export interface InputOptions {
  readonly inputFormat?: InputFormat;
  readonly delimiter?: string;
  readonly decimal?: 'point' | 'comma';
  readonly encoding?: Encoding;
  readonly sheet?: string;
}

export const inputFormats = ['csv', 'tsv', 'ndjson', 'xlsx'] as const;
export type InputFormat = (typeof inputFormats)[number];

export const inputGroup = 'Files of shipments:';

export function addInputOptions(command: Command): void {
  command.addOption(
    oneOf(
      new Option('--input-format <format>', 'what the files hold (default: what they begin with)'),
      inputFormats,
    ).helpGroup(inputGroup),
  );
  command.addOption(
    new Option('--delimiter <sign>', "the sign between fields: ',' ';' '|' tab (default: the one in the header)")
      .argParser(once)
      .helpGroup(inputGroup),
  );
  command.addOption(
    oneOf(
      new Option('--decimal <sign>', 'the sign before decimals; asked for where fields are not separated by commas'),
      ['point', 'comma'],
    ).helpGroup(inputGroup),
  );
  command.addOption(
    oneOf(
      new Option('--encoding <name>', 'of text that does not say it by its first bytes (default: utf-8)'),
      encodings,
    ).helpGroup(inputGroup),
  );
  command.addOption(
    new Option('--sheet <name>', 'the sheet of a workbook (default: the first)').argParser(once).helpGroup(inputGroup),
  );
}

/** The sign that `--delimiter` names; null: none was named. */
export function delimiterAsked({ delimiter, inputFormat }: InputOptions): string | null {
  if (delimiter === undefined) return inputFormat === 'tsv' ? '\t' : null;
  const sign = { tab: '\t', '\\t': '\t', comma: ',', semicolon: ';', pipe: '|' }[delimiter] ?? delimiter;
  if (sign.length === 1 && !/["\r\n\p{L}\p{N}]/u.test(sign)) return sign;
  throw usage('cannot stand between fields', '--delimiter', "One sign, such as ';', '|' or tab.", delimiter);
}
