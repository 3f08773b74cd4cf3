import { z } from 'zod';

import { roles } from '../customs/table.ts';
import { measureShape } from './measure-shape.ts';
import { quotaShape } from './quota-shape.ts';
import { scheduleShape } from './schedule-shape.ts';
import {
  basisShape,
  citationShape,
  day,
  days,
  factShape,
  goodsShape,
  groupShape,
  listShape,
  name,
  refundShape,
  words,
  enactmentShape,
} from './shape-parts.ts';

/** The rate-table format, version 1: a table, a quota in a file of its own, an amendment. */

const orderShape = z.array(z.union([name, z.strictObject({ id: name, citation: citationShape.optional() })]));

const choiceShape = z.strictObject({
  of: z.array(name).min(2, 'at least two measures'),
  citation: citationShape.optional(),
});

const yieldShape = z.strictObject({
  to: z.array(words).min(1, 'at least one regime or heading'),
  extent: z.enum(['whole', 'covered']),
  heading: words.optional().describe('The heading to report where nothing is left for this regime.'),
  ...days,
  published: day.optional(),
  citation: citationShape.optional(),
});

export const schemaKey = { $schema: z.string().optional() };

const shared = {
  lists: z.record(name, listShape).optional(),
  groups: z.record(name, groupShape).optional(),
  facts: z.record(name, factShape).optional(),
  quotas: z.record(name, quotaShape).optional(),
  order: orderShape.optional(),
  choices: z
    .array(choiceShape)
    .optional()
    .describe('Measures among which the law lets the declarant choose: the lowest duty is laid.'),
};

const tableObject = z.strictObject({
  ...schemaKey,
  regime: name.describe('The stable name of the legal programme.'),
  title: words.optional(),
  jurisdiction: name.optional(),
  role: z
    .enum(roles)
    .optional()
    .describe(
      '"base": the duty of the goods\' own subheading, laid first; "additional" (default): owed beside it; "fee": once for an entry.',
    ),
  documentedFrom: day
    .optional()
    .describe(
      'The first day for which the writer knows the law, where rates without a first day would reach further back.',
    ),
  documentedThrough: day.optional().describe('The last day for which the writer knows the law.'),
  citation: citationShape.optional(),
  basis: basisShape.optional(),
  covers: goodsShape
    .optional()
    .describe(
      'The goods it can answer for (default: all). Of others it says that they are not covered, never that nothing is due.',
    ),
  refund: refundShape.optional().describe('Holds for all its rates.'),
  note: words.optional(),
  ...shared,
  measures: z.array(measureShape).min(1, 'at least one measure').optional(),
  schedule: scheduleShape.optional(),
  yields: z.array(yieldShape).optional(),
  ended: z
    .strictObject({ from: day, citation: citationShape.optional() })
    .optional()
    .describe('The act that ended it: from the day on it lays nothing.'),
  endings: z
    .array(enactmentShape.extend({ before: day }))
    .optional()
    .describe('Acts that ended all rates which end on a day.'),
  replaced: z
    .strictObject({ by: name, from: day, citation: citationShape.optional() })
    .optional()
    .describe('The regime that took its place: from the day on this one lays nothing, if that one is on hand.'),
});

export const tableShape = tableObject.refine((table) => table.measures !== undefined || table.schedule !== undefined, {
  path: ['measures'],
  message: 'is missing',
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

export const tableFileShape = z.union([tableShape, quotaFileShape, amendmentShape]);

export type RawTable = z.infer<typeof tableShape>;
export type RawQuotaFile = z.infer<typeof quotaFileShape>;
export type RawAmendment = z.infer<typeof amendmentShape>;
