import { z } from 'zod';
import { matches, restKinds } from '../customs/search.ts';
import { roles } from '../customs/table.ts';
import { citation, day, table, toolVersion } from './output-schema.ts';

/** The JSON that `tariff search` prints, version 1. */

const match = z.enum(matches).describe('Whether all words of the query match, or some.');
const regimeName = { regime: z.string(), title: z.string() };
const days = { from: day.nullable(), before: day.nullable().describe('The day that ends it.') };

const goods = z.strictObject({
  match,
  number: z.string().describe('Digits.'),
  words: z
    .string()
    .nullable()
    .describe(
      'To find the number by, not to classify by; null: the law names the number, nothing on hand describes it.',
    ),
  above: z.array(z.string()).describe('What it stands under: subheading, heading.'),
  also: z.array(z.string()).describe('What the trade calls them.'),
  source: z.string().nullable().describe('Title of the table whose words these are; null: words of the program.'),
  regimes: z
    .array(z.strictObject(regimeName))
    .describe(
      'Those that lay a duty beside base duty on any of the goods, from any origin, on whatever condition, before one gives way to another.',
    ),
});

const regime = z.strictObject({
  match,
  ...regimeName,
  role: z.enum(roles),
  from: day.nullable(),
  documentedThrough: day.nullable(),
  ended: day.nullable().describe('The day from which on it lays nothing.'),
  replacedBy: z.string().nullable(),
  headings: z.array(z.string()),
});

const heading = z.strictObject({
  match,
  heading: z.string(),
  uses: z.array(
    z.strictObject({
      ...regimeName,
      measure: z.string(),
      what: z.string().nullable(),
      rate: z.string().describe('As the law prints it.'),
      charge: z.literal('up-to').optional().describe('There where the rate is a total that base duty is lifted to.'),
      ...days,
      citation: citation.nullable(),
    }),
  ),
});

const act = z.strictObject({
  match,
  name: z.string(),
  cited: z.string().describe('The fullest of the words it is cited by.'),
  published: day.nullable(),
  rests: z.array(
    z.strictObject({
      ...regimeName,
      kind: z
        .enum(restKinds)
        .describe(
          'rate: it lays it; end: it ended it; goods: a list it changed; quota; table: as a whole; not-covered: a charge that no table on hand holds.',
        ),
      headings: z.array(z.string()),
      what: z.string().nullable(),
      rate: z.string().nullable(),
      ...days,
    }),
  ),
});

export const searchDocumentShape = z.strictObject({
  version: z.literal(1),
  toolVersion,
  query: z.string(),
  date: day.describe('The day for which it is told what is laid on goods.'),
  tables: z.array(table),
  taken: z
    .array(z.strictObject({ word: z.string(), as: z.array(z.string()).describe('Empty: it was left out.') }))
    .describe('Words that nothing has, and those that were looked for in their place.'),
  totals: z
    .strictObject({
      goods: z.number().int(),
      regimes: z.number().int(),
      headings: z.number().int(),
      acts: z.number().int(),
    })
    .describe('How many there are; the lists hold the first of them, those that fit best.'),
  goods: z.array(goods),
  regimes: z.array(regime),
  headings: z.array(heading),
  acts: z.array(act),
  nearest: z.array(z.string()).describe('Where nothing was found: what is spelt or numbered alike.'),
});
