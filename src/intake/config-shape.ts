import { z } from 'zod';
import { configFormats } from '../customs/setting.ts';

const text = z.string('expected text').min(1, 'is empty');
const paths = z.union([text, z.array(text).min(1, 'names nothing')], 'expected a path, or a list of paths');

/** `tariff.config.json`: defaults that stand in for flags. Nothing that fails a run, records, or rounds is among them. */
export const configShape = z.strictObject({
  $schema: z.string().optional(),
  jurisdiction: text.optional().describe('Whose law: --jurisdiction.'),
  tables: paths.optional().describe('Rate tables in place of the bundled ones: --tables.'),
  with: paths.optional().describe('Tables or amendments laid over the law: --with.'),
  facts: z
    .record(z.string(), z.union([text, z.boolean()], 'expected text, true or false'), 'expected an object of facts')
    .optional()
    .describe(
      'Facts about a shipment by flags, and for rates and history; a file declares its own: {"mode": "vessel"}.',
    ),
  map: z
    .union([text, z.record(z.string(), text)], 'expected the path of a JSON file, or an object: {"theirs": "ours"}')
    .optional()
    .describe('Columns of other names, theirs to ours, or a JSON file of them: --map.'),
  fxTable: text.optional().describe('Rates of exchange by day, as CSV: --fx-table.'),
  ledger: text
    .optional()
    .describe('The ledger of quota drawdowns, read as a rehearsal unless --commit is given: --ledger.'),
  format: z
    .enum(configFormats, `expected one of ${configFormats.join(', ')}`)
    .optional()
    .describe('How to print, where the command knows the format and no --output names another: --format.'),
  columns: text.optional().describe('Which columns csv adds: --columns.'),
});

export type Config = Omit<z.infer<typeof configShape>, '$schema'>;
