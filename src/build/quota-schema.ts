import { z } from 'zod';
import { ledgerRecordShape } from '../intake/ledger-text.ts';
import { amount, citation, table } from './output-schema.ts';

/** The JSON that `tariff quota` prints, version 1. Quantities are text, exact. */

export const quotaBalanceShape = z.strictObject({
  quota: z.string(),
  title: z.string(),
  unit: z.string(),
  limit: amount.nullable().describe('Null: not known.'),
  given: z.boolean().describe('The limit is a balance that was given for this run.'),
  drawn: amount.describe('What counts: drawn, and requested where no limit was known.'),
  left: amount.nullable(),
  year: z
    .strictObject({ quota: z.string(), limit: amount, drawn: amount })
    .nullable()
    .describe('The year, where the period may only take what the year still has.'),
  citation: citation.nullable(),
  draws: z.number().int().describe('Draws that were not reversed.'),
  presented: z.string().nullable().describe('When the last draw was presented.'),
});

export const quotaStatusShape = z.strictObject({
  version: z.literal(1),
  tables: z.array(table),
  quotas: z.array(quotaBalanceShape),
});

export const quotaLogShape = z.strictObject({ version: z.literal(1), records: z.array(ledgerRecordShape) });
