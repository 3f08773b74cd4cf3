import type { OneRate, Unsupported } from '../customs/rate.ts';
import { decimal, plainText } from '../exact/decimal.ts';
import { readNumber } from './rate-number.ts';

/** Conditions under which the schedule makes goods free: under bond, for a time, under the terms of a note. */
const conditionalFree =
  /^free(?:, (under bond(?:, .+)?|for such temporary periods .+|under the terms of .+)| \((see .+)\))$/i;

/** ¢/kg less ¢/kg for each degree under 100, at least ¢/kg. */
const sugar =
  /^([\d.]+)¢\/kg less ([\d.]+)¢\/kg for each degree under 100 degrees \(and fractions of a degree in proportion\) but not less than ([\d.]+)¢\/kg$/i;

/** Phrases that send the reader elsewhere. The first that fits counts. */
const elsewhere: readonly (readonly [RegExp, Unsupported, string])[] = [
  [/^[\d$].* shall not exceed the duty for /i, 'limit', 'the total is limited by the duty for another article'],
  [/^see (?:additional )?u\.? ?s\.? note/i, 'note', 'the rate stands in a note of the schedule'],
  [/^see (?:(?:sub)?headings? )?\d[\d., -]*$/i, 'heading', 'the rate stands in another heading'],
  [
    /^the (?:duty|rate|duty rate|rate of duty) provided for (?:originating goods|beneficiary countries)/i,
    'other-country',
    'it is the rate of another country',
  ],
  [
    /^the (?:duty|rate|duty rate|rate of duty) applicable (?:to|in the absence of) /i,
    'other-article',
    'it is the rate of another article or subheading',
  ],
  [/^a duty (?:upon|equal to|\(in lieu of) /i, 'computation', 'the duty is worked out from more than the entry'],
  [/^free[ ,(;]/i, 'condition', 'it is free on a condition that is not understood'],
];

/** A rate in the law's own phrases: `No change`, `Free, under bond`, `See additional U.S. note 1`, degrees of sugar. */
export function readPhrase(text: string): OneRate | undefined {
  if (/^no change$/i.test(text)) return { form: 'no-change' };
  if (/^no additional duty$/i.test(text)) return { form: 'no-additional-duty' };
  const [, outside, inside] = conditionalFree.exec(text) ?? [];
  const condition = outside ?? inside;
  if (condition !== undefined) return { form: 'conditional-free', condition };
  const [amount, less, least] = (sugar.exec(text)?.slice(1) ?? []).map((cents) => readNumber(cents));
  if (amount !== undefined && less !== undefined && least !== undefined) {
    const [inDollars, lessInDollars, leastInDollars] = [amount, less, least].map((cents) =>
      plainText(decimal(cents).div(100)),
    );
    if (inDollars !== undefined && lessInDollars !== undefined && leastInDollars !== undefined)
      return { form: 'sugar-degrees', amount: inDollars, less: lessInDollars, least: leastInDollars };
  }
  return undefined;
}

/** A rate that stands elsewhere, or is worked out from what an entry does not say. */
export function readElsewhere(text: string): OneRate | undefined {
  const found = elsewhere.find(([pattern]) => pattern.test(text));
  return found && { form: 'unsupported', why: found[1], reason: found[2], text };
}
