import { z } from 'zod';
import type { DescribedGoods, GoodsWords } from '../customs/described-goods.ts';
import type { Problem } from '../customs/problem.ts';
import { byText } from '../exact/by-text.ts';
import { type Result, fail, ok } from '../exact/result.ts';
import { citationOf } from './citation-text.ts';
import { parseJson } from './json-text.ts';
import { Reading } from './reading.ts';
import { citationShape, words } from './shape-parts.ts';
import { reportIssues } from './shape-problems.ts';

const goodsRow = z
  .tuple([
    z
      .string()
      .regex(/^\d\d(?:\d\d(?:\.\d\d)?)?$/, 'a chapter (72), a heading (7208) or a subheading (7208.10)')
      .describe('A chapter (72), a heading (7208) or a subheading (7208.10).'),
    words.describe('What the goods are, in short.'),
  ])
  .rest(z.strictObject({ also: z.array(words).min(1).describe('What the trade calls them.') }))
  .describe('The number, what the goods are, and other names, if any.');

/** The file of descriptions. */
export const goodsFileShape = z.strictObject({
  $schema: z.string().optional(),
  title: words,
  note: words.optional(),
  citation: citationShape,
  same: z.array(z.array(words).min(2)).describe('Words that mean the same; the first stands for the others.'),
  goods: z.array(goodsRow).min(1, 'at least one row'),
});

/** Reads descriptions; a number that stands there twice is a mistake. */
export function readGoodsWords(text: string, file: string): Result<GoodsWords, readonly Problem[]> {
  const json = parseJson(text, file);
  if (!json.ok) return json;
  const reading = new Reading(file, json.value.lineOf);
  const parsed = goodsFileShape.safeParse(json.value.value);
  if (!parsed.success) {
    reportIssues(reading, parsed.error.issues, json.value.value);
    return fail(reading.problems);
  }
  const goods = parsed.data.goods.map(([number, description, ...extras]): DescribedGoods => ({
    number: number.replaceAll('.', ''),
    words: description,
    also: extras.flatMap(({ also }) => also),
  }));
  for (const [place, { number }] of goods.entries())
    if (goods.findIndex((one) => one.number === number) < place)
      reading.wrong(['goods', place, 0], number, 'is described twice', null, 'duplicate-id');
  if (reading.problems.length > 0) return fail(reading.problems);
  return ok({
    citation: citationOf(parsed.data.citation),
    same: parsed.data.same,
    goods: goods.toSorted((a, b) => byText(a.number, b.number)),
  });
}
