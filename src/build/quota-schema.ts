import { z } from 'zod';
import { ledgerEntryShape } from '../intake/ledger-text.ts';
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
  rollover: amount
    .nullable()
    .describe('What earlier periods are known to have left to it, part of the limit; null: not known.'),
  published: z
    .strictObject({
      asOf: z.string(),
      percent: amount.nullable(),
      quantity: amount.nullable().describe('Drawn by all importers; null: a part of a limit that is not known.'),
      source: z.string().nullable(),
      binds: z.boolean().describe("It leaves less than the ledger's own lines would."),
      age: z.number().int().describe('Days since the day it tells of.'),
    })
    .nullable()
    .describe('The figure of customs in force.'),
  year: z
    .strictObject({ quota: z.string(), limit: amount, drawn: amount })
    .nullable()
    .describe('The year, where the period may only take what the year still has.'),
  citation: citation.nullable(),
  draws: z.number().int().describe('Draws that were not reversed.'),
  presented: z.string().nullable().describe('When the last draw was presented.'),
  beyond: amount
    .nullable()
    .describe(
      'What counts beyond the limit, since customs accepted it, or it was asked for before a limit was known; null: no limit is known.',
    ),
  givenAsOf: z
    .string()
    .nullable()
    .describe('The day at whose end the given balance was left; null: at the outset, or none was given.'),
});

export const quotaStatusShape = z.strictObject({
  version: z.literal(1),
  tables: z.array(table),
  quotas: z.array(quotaBalanceShape),
});

export const quotaPlanShape = z.strictObject({
  version: z.literal(1),
  tables: z.array(table),
  draws: z.array(
    z.strictObject({
      file: z.string().nullable(),
      line: z.number().int().nullable(),
      id: z.string().nullable(),
      hts: z.string(),
      origin: z.string(),
      date: z.string(),
      quota: z.string(),
      outcome: z
        .enum(['fits', 'splits', 'over', 'refused', 'unknown'])
        .describe('refused: an absolute quota has no room; unknown: nobody can say whether there is room.'),
      requested: amount,
      drawn: amount.nullable(),
      unit: z.string(),
      duty: amount.nullable().describe('Of the whole line, as it would come out.'),
      atStake: amount
        .nullable()
        .describe(
          'What the line pays more than if all of it were in quota; where the outcome is unknown, what it may pay more.',
        ),
      nextPeriod: z.string().nullable().describe('First day of the next period.'),
      nextPeriodSaves: amount
        .nullable()
        .describe(
          'What the line would pay less if it were entered then, behind the planned lines of that period and those above it that found no room.',
        ),
      nextPeriodDrawn: amount.nullable().describe('What it would draw then.'),
    }),
  ),
});

export const quotaLogShape = z.strictObject({ version: z.literal(1), records: z.array(ledgerEntryShape) });
