import { z } from 'zod';
import { ratesStatuses, wayStatuses } from '../customs/rates-due.ts';
import { roles } from '../customs/table.ts';
import { regimeOutcomes } from '../customs/trace.ts';
import { amount, citation, day, problem, table, runShape, toolVersion, settings } from './output-schema.ts';

/** The JSON that `tariff rates` and `tariff history` print, version 1. Rates and percentages are text, exact. */

const tier = z.enum(['in-quota', 'over-quota']).nullable();
const status = z
  .enum(ratesStatuses)
  .describe(
    'known; depends: on facts that were not declared, every way is told; unknown: law missing; invalid: the facts contradict each other.',
  );

const rateName = {
  regime: z.string(),
  title: z.string(),
  measure: z.string(),
  measureTitle: z.string().nullable(),
  heading: z.union([z.string(), z.array(z.string())]).nullable(),
  rate: z.string().describe('As the law prints it.'),
  from: day.nullable(),
  before: day.nullable().describe('The day that ends it.'),
  citation: citation.nullable(),
};

const way = z.strictObject({
  tier,
  when: z.string().nullable().describe('Completes "if …"; null: without a condition.'),
  status: z.enum(wayStatuses).describe('refused: an absolute quota is full.'),
  rates: z.array(
    z.strictObject({
      ...rateName,
      role: z.enum(roles),
      tier,
      charge: z.literal('up-to').optional().describe('There where the rate is a total that base duty is lifted to.'),
      basis: z
        .string()
        .describe(
          '"entered-value"; "value-left": what other duties leave of it; or what the rate is laid upon, by its column.',
        ),
      percent: amount.nullable().describe('What it adds in percent of the value; null: it is no percentage of it.'),
      asks: z.string().optional().describe('What a quota asks for before it takes the goods.'),
      refund: z
        .strictObject({ status: z.string(), words: z.string(), citation: citation.nullable() })
        .optional()
        .describe('There where what is paid may have to be paid back.'),
      overlay: z.string().optional().describe('Title of the overlay the rate rests on.'),
    }),
  ),
  percent: amount.nullable().describe('All rates together in percent of the value; null: noPercent says why.'),
  noPercent: z.string().nullable(),
});

const facts = z.record(z.string(), z.union([z.string(), z.boolean()])).optional();
const notCovered = z.array(z.string()).describe('Charges that may be due too and that no table on hand holds.');

export const ratesAnswerShape = z.strictObject({
  run: runShape.optional(),
  file: z.string().nullable(),
  line: z.number().int().nullable(),
  status,
  hts: z.string().nullable().describe('Digits; null where goods were named by class, or the number could not be read.'),
  goods: z.string().optional(),
  declared: z.string().optional().describe('What could not be read as a number, as written.'),
  origin: z.string().nullable(),
  date: day.nullable(),
  facts,
  ways: z
    .array(way)
    .describe('One; one for each tier of a quota; more where it depends on facts. Empty: none is known.'),
  conditional: z
    .array(z.strictObject({ ...rateName, inQuota: z.boolean(), when: z.string(), facts: z.array(z.string()) }))
    .describe('Rates that declaring facts would bring.'),
  silent: z
    .array(
      z.strictObject({
        regime: z.string(),
        title: z.string(),
        outcome: z.enum(regimeOutcomes),
        words: z.string().describe('Continues a sentence that begins with the title.'),
      }),
    )
    .describe('Regimes that name the goods, or may, and lay nothing on them.'),
  notCovered,
  problems: z.array(problem),
});

export const ratesDocumentShape = z.strictObject({
  version: z.literal(1),
  toolVersion,
  date: day,
  tables: z.array(table),
  settings,
  answers: z.array(ratesAnswerShape).describe('One for each number and origin.'),
  problems: z.array(problem).describe('Those that belong to no number.'),
});

export const historyDocumentShape = z.strictObject({
  version: z.literal(1),
  toolVersion,
  hts: z.string().nullable(),
  goods: z.string().optional(),
  facts,
  from: day,
  until: day.describe('The last day.'),
  tables: z.array(table),
  settings,
  histories: z.array(
    z.strictObject({
      origins: z.array(z.string()).describe('Those that fared alike.'),
      steps: z.array(
        z.strictObject({
          from: day,
          to: day.describe('The last day.'),
          status,
          undocumented: z
            .array(z.string())
            .describe('Titles of tables that do not reach these days: the ways hold only if the law has not changed.'),
          ways: z.array(way),
          notCovered,
          problems: z.array(problem),
        }),
      ),
    }),
  ),
});
