import { z } from 'zod';
import { configShape } from '../intake/config-shape.ts';
import { ledgerEntryShape } from '../intake/ledger-text.ts';
import { goodsFileShape } from '../intake/goods-words.ts';
import { jurisdictionShape } from '../intake/jurisdiction-shape.ts';
import { tableFileShape } from '../intake/table-shape.ts';
import { auditDocumentShape } from './audit-schema.ts';
import { diffDocumentShape } from './diff-schema.ts';
import { outputDocumentShape, outputLineShape } from './output-schema.ts';
import { quotaLogShape, quotaPlanShape, quotaStatusShape } from './quota-schema.ts';
import { historyDocumentShape, ratesAnswerShape, ratesDocumentShape } from './rates-schema.ts';
import { searchDocumentShape } from './search-schema.ts';

/** The JSON Schemas that are published with the package, by file name under `data/schema/`. */
export function jsonSchemas(): readonly { readonly name: string; readonly text: string }[] {
  return [
    schema('rate-table.v1', 'Rate table, quota file or amendment of tariff, version 1', tableFileShape),
    schema('config.v1', 'tariff.config.json, version 1', configShape),
    schema('jurisdiction.v1', 'Jurisdiction file of tariff, version 1', jurisdictionShape),
    schema('output.v1', 'Output of tariff calc --format json, version 1', outputDocumentShape),
    schema('output-line.v1', 'A line of tariff calc --format ndjson, version 1', outputLineShape),
    schema('rates.v1', 'Output of tariff rates --format json, version 1', ratesDocumentShape),
    schema('rates-answer.v1', 'A line of tariff rates --format ndjson, version 1', ratesAnswerShape),
    schema('quota-status.v1', 'Output of tariff quota status --format json, version 1', quotaStatusShape),
    schema('quota-log.v1', 'Output of tariff quota log --format json, version 1', quotaLogShape),
    schema('quota-plan.v1', 'Output of tariff quota plan --format json, version 1', quotaPlanShape),
    schema('ledger-record.v1', 'An entry of an exported ledger of tariff, version 1', ledgerEntryShape),
    schema('history.v1', 'Output of tariff history --format json, version 1', historyDocumentShape),
    schema('search.v1', 'Output of tariff search --format json, version 1', searchDocumentShape),
    schema('goods.v1', 'What goods are, in words: a file of tariff, version 1', goodsFileShape),
    schema('diff.v1', 'Output of tariff diff --format json, version 1', diffDocumentShape),
    schema('audit.v1', 'Output of tariff audit --format json, version 1', auditDocumentShape),
  ];
}

function schema(name: string, title: string, shape: z.ZodType): { name: string; text: string } {
  const { $schema, ...rest } = z.toJSONSchema(shape, { io: 'input', reused: 'ref' });
  return { name: `${name}.schema.json`, text: `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n` };
}
