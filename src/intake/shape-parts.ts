import { z } from 'zod';

/**
 * What all shapes of the rate-table format are made of: the JSON alone. What the texts in it mean (goods, rates, tests) is read by
 * the files beside this one. Objects are strict: a key nobody knows is refused, never ignored.
 */

export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD')
  .describe('A day of the calendar, YYYY-MM-DD.');

export const name = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'a name of letters, digits, dots, dashes and underscores')
  .describe('A name: letters, digits, dots, dashes, underscores.');

export const words = z.string().min(1, 'some text');

export const citationShape = z
  .union([
    words.describe('The source, read by the writer.'),
    z.strictObject({
      source: words,
      url: z.url().optional(),
      confidence: z.enum(['documented', 'secondary', 'unverified']).optional(),
    }),
  ])
  .describe(
    'The text that makes a number law. Plain text means the writer has read it; anything less is written out with its confidence.',
  );

export const refundShape = z
  .strictObject({ status: name, words, citation: citationShape.optional() })
  .describe('Duty that was assessed and may have to be paid back: its status, in a name and in words.');

export const days = { from: day.optional(), before: day.optional() };

export const enactmentShape = z.strictObject({ published: day.optional(), citation: citationShape.optional() });

export const goodsText = words.describe(
  'CODE, CODE to CODE, or the name of a list; then "within X, Y" (only the part in these) and "except X, Y" (without these). Dots do not matter; a code stands for all codes that begin with it.',
);

export const goodsShape = z
  .union([z.literal('all', '"all", or a list of codes: ["7208"]'), z.array(goodsText).min(1, 'at least one entry')])
  .describe('"all", or a list of codes, ranges and named lists.');

export const listShape = z
  .union([
    z.array(goodsText).min(1, 'at least one entry'),
    z.strictObject({
      title: words.optional(),
      changes: z
        .array(
          z.strictObject({
            from: day.optional(),
            published: day.optional(),
            add: z.array(goodsText).optional(),
            drop: z.array(goodsText).optional(),
            citation: citationShape.optional(),
          }),
        )
        .min(1, 'at least one change'),
    }),
  ])
  .describe('Goods under one name, written as the law amends them: first text, then dated additions and deletions.');

export const memberText = words.describe('A country code (ISO 3166 alpha-2) or the name of a group.');

export const groupShape = z
  .union([
    z.array(memberText),
    z.strictObject({
      title: words.optional(),
      changes: z
        .array(
          z.strictObject({
            from: day.optional(),
            add: z.array(memberText).optional(),
            drop: z.array(memberText).optional(),
            citation: citationShape.optional(),
          }),
        )
        .min(1, 'at least one change'),
    }),
  ])
  .describe('Countries under one name, with dated members.');

export const originsShape = z
  .union([
    z.literal('all', '"all", or a list of countries: ["DE"]'),
    z.array(memberText).min(1, 'at least one country'),
  ])
  .describe('"all", or country codes and names of groups.');

export const factShape = z.strictObject({
  type: z.enum(['country', 'percent', 'money', 'quantity', 'yes-no', 'date', 'choice', 'text', 'rate']),
  question: words.describe('What to ask the declarant.'),
  choices: z.array(words).optional(),
});

const testShape = z
  .union([
    z.array(words).min(1, 'at least one value'),
    z.boolean(),
    z.strictObject({
      is: z.union([z.boolean(), z.array(words).min(1, 'at least one value')]).optional(),
      not: z.array(words).min(1, 'at least one value').optional(),
      atLeast: words.optional(),
      under: words.optional(),
      from: day.optional(),
      before: day.optional(),
      ifUndeclared: z
        .enum(['not-met', 'met', 'ask'])
        .optional()
        .describe('What silence means: not met (default), met, or a question that leaves the line undecided.'),
    }),
  ])
  .describe('A list of values (one of them), true or false, or bounds.');

export const whenShape = z
  .record(words, testShape)
  .describe('Declared facts that must hold, by column. "a or b": any of these columns.');

export const basisShape = z
  .union([
    words.describe('"entered-value", or the name of a money fact such as steel_content_value.'),
    z.strictObject({ less: words, atLeast: words.optional(), atMost: words.optional() }),
  ])
  .describe('Upon what the rate is laid.');

export type RawCitation = z.infer<typeof citationShape>;
export type RawRefund = z.infer<typeof refundShape>;
export type RawGoods = z.infer<typeof goodsShape>;
export type RawList = z.infer<typeof listShape>;
export type RawGroup = z.infer<typeof groupShape>;
export type RawWhen = z.infer<typeof whenShape>;
export type RawBasis = z.infer<typeof basisShape>;
