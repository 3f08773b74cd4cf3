import { z } from 'zod';

/**
 * The rate-table format, version 1: the shape of the JSON alone. What the texts in it mean (goods, rates, tests) is read
 * by the files beside this one. Objects are strict: a key nobody knows is refused, never ignored.
 */

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD')
  .describe('A day of the calendar, YYYY-MM-DD.');

const name = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'a name of letters, digits, dots, dashes and underscores')
  .describe('A name: letters, digits, dots, dashes, underscores.');

const words = z.string().min(1, 'some text');

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

const days = { from: day.optional(), before: day.optional() };

const goodsText = words.describe(
  'CODE, CODE to CODE, or the name of a list; then "within X, Y" (only the part in these) and "except X, Y" (without these). Dots do not matter; a code stands for all codes that begin with it.',
);

export const goodsShape = z
  .union([z.literal('all'), z.array(goodsText).min(1, 'at least one entry')])
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

const memberText = words.describe('A country code (ISO 3166 alpha-2) or the name of a group.');

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
  .union([z.literal('all'), z.array(memberText).min(1, 'at least one country')])
  .describe('"all", or country codes and names of groups.');

export const factShape = z.strictObject({
  type: z.enum(['country', 'percent', 'money', 'quantity', 'yes-no', 'date', 'choice', 'text']),
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

const headingShape = z
  .union([words, z.array(words).min(1, 'at least one heading')])
  .describe('The number or numbers to report on the entry.');

const rateShape = z
  .strictObject({
    ...days,
    published: day.optional().describe('The day the act became public, if later than its effect.'),
    heading: headingShape.optional(),
    rate: words.optional().describe('As the law prints it: "25%", "Free", "3.4¢/kg + 2.5%"; or "unknown".'),
    total: words.optional().describe('Lifts base duty plus this one to so much: "15%".'),
    when: whenShape.optional(),
    basis: basisShape.optional(),
    citation: citationShape.optional(),
    note: words.optional(),
  })
  .refine((row) => (row.rate === undefined) !== (row.total === undefined), 'either "rate" or "total"');

export const measureShape = z.strictObject({
  id: name.optional(),
  title: words.optional(),
  goods: goodsShape.optional().describe('May be left out where a quota with categories says which goods.'),
  origins: originsShape.optional(),
  exceptOrigins: z.array(memberText).optional(),
  when: whenShape.optional(),
  quota: name.optional().describe('The quota this measure holds within.'),
  whenFull: z
    .enum(['next', 'refused', 'admitted'])
    .optional()
    .describe('Beyond the quota: decided as if this measure did not exist (default); refused; admitted all the same.'),
  basis: basisShape.optional(),
  citation: citationShape.optional(),
  note: words.optional(),
  rates: z.array(rateShape).min(1, 'at least one rate'),
});

const monthDay = z.string().regex(/^\d{2}-\d{2}$/, 'a day of the year as MM-DD');

export const quotaShape = z.strictObject({
  title: words,
  unit: z.literal('kg').describe('The unit of every amount.'),
  cell: z
    .array(z.enum(['category', 'origin']))
    .optional()
    .describe('Who shares a pot: each category, each origin, or both (default).'),
  periods: z
    .array(
      z.strictObject({
        name: words,
        begins: monthDay,
        share: words.optional().describe('A fixed part of the year: "25%"; or "unknown".'),
        atMost: words.optional().describe('At most this part of the year, as long as the year has it: "30%".'),
        orIfMore: words.optional().describe('… or so many units, whichever is more.'),
        ...days,
      }),
    )
    .optional()
    .describe('Parts of the year. Without share or atMost a period holds what is left of the year.'),
  rollover: z.array(z.strictObject({ leftIn: words, goesTo: words, atMost: words.optional() })).optional(),
  limits: z
    .array(
      z.strictObject({
        category: words.optional().describe('A heading, or a range "HEADING to HEADING": one joint pot.'),
        origin: memberText.optional(),
        amount: words.describe('Units, or "unknown".'),
        per: z.enum(['year', 'period', 'its days']).optional(),
        ...days,
        citation: citationShape.optional(),
        note: words.optional(),
      }),
    )
    .optional(),
  categories: z
    .record(
      words,
      z.strictObject({
        title: words.optional(),
        goods: z.array(goodsText).min(1, 'at least one entry'),
        note: words.optional(),
      }),
    )
    .optional()
    .describe('Heading → goods.'),
  citation: citationShape.optional(),
  note: words.optional(),
});

const orderShape = z.array(z.union([name, z.strictObject({ id: name, citation: citationShape.optional() })]));

const yieldShape = z.strictObject({
  to: z.array(words).min(1, 'at least one regime or heading'),
  extent: z.enum(['whole', 'covered']),
  ...days,
  published: day.optional(),
  citation: citationShape.optional(),
});

const schemaKey = { $schema: z.string().optional() };

const shared = {
  lists: z.record(name, listShape).optional(),
  groups: z.record(name, groupShape).optional(),
  facts: z.record(name, factShape).optional(),
  quotas: z.record(name, quotaShape).optional(),
  order: orderShape.optional(),
};

export const tableShape = z.strictObject({
  ...schemaKey,
  regime: name.describe('The stable name of the legal programme.'),
  title: words.optional(),
  jurisdiction: name.optional(),
  documentedThrough: day.optional().describe('The last day for which the writer knows the law.'),
  citation: citationShape.optional(),
  basis: basisShape.optional(),
  note: words.optional(),
  ...shared,
  measures: z.array(measureShape).min(1, 'at least one measure'),
  yields: z.array(yieldShape).optional(),
});

export const quotaFileShape = z.strictObject({
  ...schemaKey,
  quota: name.describe('The name measures use.'),
  regime: name.describe('The regime it belongs to.'),
  ...quotaShape.shape,
});

export const amendmentShape = z.strictObject({
  ...schemaKey,
  amends: name.describe('The regime that is changed.'),
  title: words,
  note: words.optional(),
  citation: citationShape.optional(),
  ...shared,
  changes: z
    .array(
      z.union([
        z.strictObject({ add: measureShape }),
        z.strictObject({ replace: name, with: measureShape }),
        z.strictObject({ end: name, from: day }),
      ]),
    )
    .min(1, 'at least one change'),
});

export const jurisdictionShape = z.strictObject({
  ...schemaKey,
  jurisdiction: name,
  default: z.boolean().optional(),
  title: words,
  currency: z.string().regex(/^[A-Z]{3}$/, 'a currency code such as USD'),
  currencySign: z.string(),
  value: words,
  rounding: z.strictObject({ to: words, how: z.enum(['half up', 'down']), citation: citationShape.optional() }),
  code: z.strictObject({
    label: words,
    full: z.number().int(),
    lengths: z.array(z.number().int()),
    groups: z.array(z.number().int()),
  }),
  groups: z.record(name, groupShape).optional(),
  facts: z.record(name, factShape).optional(),
  classes: z.record(name, z.strictObject({ title: words, goods: goodsShape })).optional(),
  notCovered: z
    .array(
      z.strictObject({
        id: name,
        title: words,
        goods: goodsShape.optional(),
        origins: originsShape.optional(),
        ...days,
        citation: citationShape.optional(),
      }),
    )
    .optional(),
});

export const tableFileShape = z.union([tableShape, quotaFileShape, amendmentShape]);

export type RawTable = z.infer<typeof tableShape>;
export type RawQuotaFile = z.infer<typeof quotaFileShape>;
export type RawQuota = z.infer<typeof quotaShape>;
export type RawAmendment = z.infer<typeof amendmentShape>;
export type RawJurisdiction = z.infer<typeof jurisdictionShape>;
export type RawMeasure = z.infer<typeof measureShape>;
export type RawCitation = z.infer<typeof citationShape>;
export type RawGoods = z.infer<typeof goodsShape>;
export type RawList = z.infer<typeof listShape>;
export type RawGroup = z.infer<typeof groupShape>;
export type RawWhen = z.infer<typeof whenShape>;
export type RawBasis = z.infer<typeof basisShape>;
