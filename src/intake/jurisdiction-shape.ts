import { z } from 'zod';

import { roles } from '../customs/table.ts';
import {
  citationShape,
  day,
  days,
  factShape,
  goodsShape,
  groupShape,
  name,
  originsShape,
  words,
} from './shape-parts.ts';
import { programShape } from './schedule-shape.ts';
import { schemaKey } from './table-shape.ts';

/** The file of a customs territory. */
export const jurisdictionShape = z.strictObject({
  ...schemaKey,
  jurisdiction: name,
  default: z.boolean().optional(),
  title: words,
  currency: z.string().regex(/^[A-Z]{3}$/, 'a currency code such as USD'),
  currencySign: z.string(),
  value: words,
  valueAdds: z.array(name).optional().describe('Money facts that belong to the value: freight, insurance.'),
  wholeValue: z
    .strictObject({ to: words, how: z.enum(['half up', 'down']), citation: citationShape.optional() })
    .optional()
    .describe('How entries round values, for those who ask for it.'),
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
  programs: z.record(words, programShape).optional().describe('Preferences by the symbol that columns print.'),
  notCovered: z
    .array(
      z.strictObject({
        id: name,
        title: words,
        claimedBy: name
          .optional()
          .describe('The yes-no fact by which a line claims it; a line that does is told that it did not count.'),
        answeredBy: z
          .enum(roles)
          .optional()
          .describe('Lines that a regime of this role answers are covered all the same.'),
        goods: goodsShape.optional(),
        origins: originsShape.optional(),
        ...days,
        citation: citationShape.optional(),
      }),
    )
    .optional(),
  declaredDuties: z
    .array(z.strictObject({ id: name, title: words, rate: name, case: name.optional() }))
    .optional()
    .describe('Duties whose rates lines declare, by the facts that hold the rate and name the case.'),
  acts: z
    .array(z.strictObject({ name: words, published: day, citation: citationShape.optional() }))
    .optional()
    .describe('Acts by the names that citations give them, and the day on which each became public.'),
  filingOrder: z
    .array(z.strictObject({ regimes: z.array(name).min(1, 'at least one regime'), citation: citationShape.optional() }))
    .optional()
    .describe('In which order an entry line reports the headings of regimes; the number of the goods comes last.'),
});

export type RawJurisdiction = z.infer<typeof jurisdictionShape>;
