import { z } from 'zod';
import { problemCodes } from '../customs/problem.ts';
import { roles } from '../customs/table.ts';
import { rateOutcomes, regimeOutcomes } from '../customs/trace.ts';

/** The JSON that `tariff calc --format json` prints, version 1. Money, rates and quantities are text, exact. */

export const amount = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe('An exact decimal as text.');
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const status = z
  .enum(['assessed', 'refused', 'unknown', 'invalid'])
  .describe(
    'assessed; refused: an absolute quota is full; unknown: law, limit or fact missing; invalid: the declaration is wrong.',
  );

export const citation = z.strictObject({
  source: z.string(),
  confidence: z.enum(['documented', 'secondary', 'unverified']),
  url: z.string().optional(),
});

export const problem = z.strictObject({
  code: z.enum(Object.keys(problemCodes) as [keyof typeof problemCodes]),
  severity: z.enum(['error', 'warning', 'notice']),
  file: z.string().nullable(),
  line: z.number().int().nullable().describe('Line of the file, counting from 1.'),
  column: z.string().nullable(),
  value: z.string().nullable(),
  message: z.string(),
  hint: z.string().nullable(),
});

const quota = z.strictObject({
  id: z.string().describe('HEADING/ORIGIN/PERIOD.'),
  unit: z.string(),
  requested: amount,
  drawn: amount,
  remaining: amount.nullable().describe('After this draw; null: not known.'),
  limit: citation
    .nullable()
    .describe('The text that fixes the limit; null where customs accepted the tier or the balance was given.'),
});

const duty = z.strictObject({
  regime: z.string(),
  role: z.enum(roles),
  measure: z.string(),
  heading: z
    .union([z.string(), z.array(z.string())])
    .nullable()
    .describe('The number or numbers to report; null where the law gives none.'),
  tier: z.enum(['in-quota', 'over-quota']).nullable(),
  basis: z
    .string()
    .describe(
      '"entered-value"; "value-left": what other duties leave of it; or the declared fact the rate is laid upon.',
    ),
  basisAmount: amount,
  rate: z.string().describe('As the law prints it.'),
  charge: z.literal('up-to').optional().describe('There where the rate is a total that base duty is lifted to.'),
  amount,
  quota: quota.nullable(),
  entry: z
    .strictObject({
      total: amount,
      least: amount.nullable(),
      most: amount.nullable(),
      held: z.enum(['least', 'most']).nullable(),
    })
    .optional()
    .describe('There for fees: that of the whole entry, of which "amount" is this line\'s part.'),
  citation: citation.nullable(),
  refund: z
    .strictObject({ status: z.string(), words: z.string(), citation: citation.nullable() })
    .optional()
    .describe('There where what was assessed may have to be paid back.'),
  overlay: z.string().optional().describe('Title of the overlay the figure rests on.'),
});

const trace = z.strictObject({
  regime: z.string(),
  title: z.string(),
  outcome: z.enum(regimeOutcomes),
  words: z.string().describe('Continues a sentence that begins with the title.'),
  citation: citation.nullable(),
  rates: z.array(
    z.strictObject({
      measure: z.string(),
      title: z.string().nullable(),
      heading: z.union([z.string(), z.array(z.string())]).nullable(),
      rate: z.string(),
      from: day.nullable(),
      before: day.nullable(),
      outcome: z.enum(rateOutcomes),
      words: z.string().nullable(),
      facts: z.array(z.string()).describe('Columns that could be declared to change the outcome.'),
      stake: amount.nullable().describe('By how much the duty would change with it; below zero: less.'),
      citation: citation.nullable(),
    }),
  ),
});

const refundable = amount
  .optional()
  .describe('The part of the duty that may have to be paid back; there where it is not zero.');
const fees = amount
  .nullable()
  .describe('Null where they are not known: without an entry number a line of a file is no entry.');
const totals = z.strictObject({ duty: amount, refundable, fees, total: amount });

export const runShape = z
  .strictObject({ toolVersion: z.string(), law: z.string().optional() })
  .describe('In lines that stand alone: the program, and the digest of its law that a lock names.');

export const outputLineShape = z.strictObject({
  run: runShape.optional(),
  file: z.string().nullable(),
  line: z.number().int().nullable(),
  id: z.string().nullable(),
  status,
  hts: z.string().nullable().describe('Digits; null where goods were named by class, or the line is invalid.'),
  goods: z.string().optional(),
  origin: z.string().nullable(),
  date: day.nullable(),
  enteredValue: amount.nullable(),
  entryNumber: z.string().optional(),
  entryLine: z.string().optional(),
  presentedAt: z.string().optional(),
  weightKg: amount.optional(),
  quotaTier: z.enum(['in-quota', 'over-quota']).optional(),
  facts: z.record(z.string(), z.union([z.string(), z.boolean()])).optional(),
  declared: z
    .strictObject({
      hts: z.string().nullable(),
      origin: z.string().nullable(),
      date: z.string().nullable(),
      value: z.string().nullable(),
    })
    .optional()
    .describe('What an unreadable line says, as written.'),
  duties: z.array(duty),
  fees: z.array(duty).describe("This line's part of the fees of its entry."),
  outcomes: z
    .array(
      z.strictObject({
        when: z.string().describe('Completes "if …".'),
        status: z.enum(['assessed', 'refused']),
        duty: amount.nullable(),
        duties: z.array(duty),
      }),
    )
    .nullable()
    .describe('The ways an undecided line may turn out; null where it is decided, or where they are not known.'),
  totals: totals.nullable().describe('Null unless the line is assessed.'),
  notCovered: z.array(z.string()).describe('Charges that may be owed too and that no table on hand holds.'),
  filing: z
    .array(
      z.strictObject({
        tier: z.enum(['in-quota', 'over-quota']).nullable(),
        numbers: z.array(z.string()),
        sources: z.array(citation),
      }),
    )
    .describe(
      "Numbers to report on the entry, in order, the goods' own last; two items where a quota splits the line.",
    ),
  problems: z.array(problem),
  trace: z
    .array(trace)
    .optional()
    .describe('Every regime that was considered, and why; only with --explain. Words may change, the other keys not.'),
});

/** A rate table of the run. */
export const table = z.strictObject({
  id: z.string(),
  title: z.string().optional(),
  sha256: z.string(),
  documentedThrough: day.nullable(),
  knownOn: day.optional().describe('Only what was public on this day counts.'),
  overlays: z.array(z.string()).optional(),
});

export const settings = z
  .array(
    z.strictObject({
      flag: z.string().describe('The flag it stands in for.'),
      values: z.array(z.string()),
      from: z.string().describe('The config and its key, or the variable of the environment.'),
    }),
  )
  .optional()
  .describe('What a config or the environment says of the law and of what is declared; left out: nothing.');

export const toolVersion = z.string().describe('Of the program that wrote it.');

export const outputDocumentShape = z.strictObject({
  version: z.literal(1),
  toolVersion,
  tables: z.array(table),
  settings,
  lines: z.array(outputLineShape),
  summary: z
    .array(z.looseObject({ lines: z.number().int(), enteredValue: amount, duty: amount }))
    .optional()
    .describe('Sums by the keys of --summary.'),
  totals: z
    .strictObject({ enteredValue: amount, duty: amount, refundable, fees, total: amount })
    .describe('Assessed lines alone.'),
  counts: z.strictObject({
    assessed: z.number().int(),
    refused: z.number().int(),
    unknown: z.number().int(),
    invalid: z.number().int(),
  }),
  problems: z.array(problem).describe('Problems of whole files; those of a line stand in the line.'),
});
