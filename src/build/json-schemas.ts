import { z } from 'zod';
import { jurisdictionShape, tableFileShape } from '../intake/table-shape.ts';

/** The files of `data/schema/`: editors check and complete a rate table that names one of them in `$schema`. */
export function jsonSchemas(): readonly { readonly name: string; readonly text: string }[] {
  return [
    schemaFile('rate-table', 'A rate table, a quota or an amendment', tableFileShape),
    schemaFile('jurisdiction', 'A jurisdiction', jurisdictionShape),
  ];
}

/** What a writer may write: the shape before defaults and transformations. */
function schemaFile(name: string, title: string, shape: z.ZodType): { readonly name: string; readonly text: string } {
  const { $schema, ...schema } = z.toJSONSchema(shape, { io: 'input', reused: 'ref' });
  return { name: `${name}.v1.schema.json`, text: `${JSON.stringify({ $schema, title, ...schema }, undefined, 2)}\n` };
}
