import { z } from 'zod';

import { citationShape, days, memberText, name, originsShape, words } from './shape-parts.ts';

const columnShape = z.strictObject({
  id: name,
  title: words.optional(),
  origins: originsShape.optional(),
  claims: name.optional().describe('The column by which a line claims a program of the cells: "spi".'),
  ...days,
  citation: citationShape.optional(),
});

const rowExtras = z
  .strictObject({
    ...days,
    units: z.array(words).optional().describe('Units of quantity of the number.'),
    words: words.optional().describe('What the goods are.'),
    suffixes: z.array(words).optional().describe('Statistical suffixes below the number.'),
  })
  .describe('Days of the row, and what else is known of the number.');

const rowShape = z
  .array(z.union([z.string(), rowExtras]))
  .min(2, 'a number and the text of each column')
  .describe('The number, then the text of each column ("" where it is empty), then an object for days, if any.');

export const scheduleShape = z
  .strictObject({
    columns: z.array(columnShape).min(1, 'at least one column'),
    imported: z
      .strictObject({ rows: z.number().int(), sha256: words })
      .optional()
      .describe('Written by "tariff import": the digest of the rows as they were checked then.'),
    rows: z.array(rowShape).min(1, 'at least one row'),
  })
  .describe('Base rates as a tariff schedule prints them: a row for each number, a text for each column.');

/** A preference that lines claim. */
export const programShape = z.strictObject({
  title: words,
  origins: originsShape.optional(),
  exceptOrigins: z.array(memberText).optional(),
  claimedAs: words.optional().describe('The symbol lines claim, where the schedule prints another: "A" for "A*".'),
  printedOnly: z
    .boolean()
    .optional()
    .describe('Open to goods alone whose number prints it; left out: an agreement on all goods.'),
  ...days,
  citation: citationShape.optional(),
  note: words.optional(),
});

export type RawSchedule = z.infer<typeof scheduleShape>;
export type RawProgram = z.infer<typeof programShape>;
