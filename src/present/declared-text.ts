import type { EntryLine, FactValue } from '../customs/entry-line.ts';
import { plainText } from '../exact/decimal.ts';
import { unreachable } from '../exact/unreachable.ts';
import { printedMoney, printedQuantity } from './amounts.ts';
import { goodsText } from './cells.ts';
import type { Style } from './rendering.ts';
import { briefText, safeText } from './safe-text.ts';

/** "7208.10.15.00 from Germany" */
export function goodsAndOrigin({ goods, origin }: Pick<EntryLine, 'goods' | 'origin'>, style: Style): string {
  const name = goods.kind === 'class' ? `${safeText(goods.name)} (no ${style.code.label})` : goodsText(goods, style);
  return `${name} from ${safeText(style.countryName(origin))}`;
}

/** What was declared besides: the day and the value first. */
export function declaredTexts(line: EntryLine, style: Style): readonly string[] {
  return [
    `Entered ${line.date}`,
    `value ${printedMoney(style)(line.value)}`,
    ...(line.weightKg === null ? [] : [printedQuantity(plainText(line.weightKg), 'kg')]),
    ...(line.quotaTier === null ? [] : [`accepted ${line.quotaTier}`]),
    ...factTexts(line.facts, style),
    ...(line.entryNumber === null ? [] : [briefText(`entry ${line.entryNumber}`)]),
    ...(line.entryLine === null ? [] : [briefText(`line ${line.entryLine}`)]),
    ...(line.id === null ? [] : [briefText(`id ${line.id}`)]),
  ];
}

/** "melt pour country Germany" */
export function factTexts(facts: EntryLine['facts'], style: Style): readonly string[] {
  return [...facts].map(([column, value]) => safeText(`${column.replaceAll('_', ' ')} ${factText(value, style)}`));
}

function factText(value: FactValue, style: Style): string {
  switch (value.type) {
    case 'country':
      return style.countryName(value.text);
    case 'choice':
    case 'text':
      return value.text;
    case 'rate':
      return value.printed.text;
    case 'percent':
      return `${plainText(value.amount)}%`;
    case 'money':
      return printedMoney(style)(value.amount);
    case 'quantity':
      return plainText(value.amount);
    case 'yes-no':
      return value.yes ? 'yes' : 'no';
    case 'date':
      return value.date;
    default:
      return unreachable(value);
  }
}
