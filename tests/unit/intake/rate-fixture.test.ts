import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { DutyRate, SimpleRate, Unsupported } from '../../../src/customs/rate.ts';
import { parseRate, parseRateText } from '../../../src/intake/rate-text.ts';
import { printRate } from '../../../src/present/rate-words.ts';

/**
 * 500 rate texts of the Harmonized Tariff Schedule, each with what kind it is and what is dirty about it: the general,
 * special, column 2 and additional duty columns of all chapters in the exports of the US International Trade Commission, 2025
 * basic edition to 2026 revision 10 (public domain). `text_json` is the raw text as a JSON string.
 */
const fixture = join(import.meta.dirname, '../../fixtures/hts-rate-texts.csv');

interface Row {
  readonly n: string;
  readonly text_json: string;
  readonly kind: string;
  readonly dirty: string;
}

const texts = parse<Row>(readFileSync(fixture, 'utf8'), { columns: true }).map((row) => ({
  ...row,
  text: JSON.parse(row.text_json) as string,
}));

const elsewhere: Readonly<Record<Unsupported, string>> = {
  'other-article': 'rate_of_other_article',
  'other-country': 'other_country_rate',
  note: 'see_note',
  heading: 'see_heading',
  computation: 'special_computation',
  limit: 'capped_compound',
  unit: 'unit',
  part: 'part',
  component: 'component',
  condition: 'condition',
};

function termKind(rate: SimpleRate): string {
  switch (rate.form) {
    case 'free':
      return 'free';
    case 'ad-valorem':
      return rate.on ? 'ad_valorem_on_part' : 'ad_valorem';
    case 'specific':
      return rate.on ? 'specific_on_basis' : 'specific';
    default:
      return 'base_unchanged';
  }
}

/** The kind in the words of the fixture. */
function kindOf(rate: DutyRate | undefined): string {
  if (rate === undefined) return 'blank';
  switch (rate.form) {
    case 'unsupported':
      return elsewhere[rate.why];
    case 'programs':
      return [...new Set(rate.groups.map((group) => kindOf(group.rate)))].join('+');
    case 'compound': {
      const kinds = rate.parts.map(termKind);
      if (kinds[0] === 'base_unchanged')
        return rate.parts.some((part) => 'percent' in part && part.percent.startsWith('-'))
          ? 'base_minus'
          : 'base_plus';
      if (kinds.includes('ad_valorem_on_part')) return 'per_component';
      if (!kinds.includes('ad_valorem')) return 'specific_multi';
      if (kinds.length > 2) return 'compound_multi';
      return kinds.includes('specific_on_basis') ? 'compound_on_basis' : 'compound';
    }
    case 'conditional-free':
      return 'free_conditional';
    case 'no-additional-duty':
    case 'no-change':
    case 'sugar-degrees':
    case 'bounded':
    case 'unknown':
      return rate.form.replaceAll('-', '_');
    default:
      return termKind(rate);
  }
}

describe('the 500 texts', () => {
  test('are all there', () => {
    expect(texts).toHaveLength(500);
  });

  test.each(texts)('$n $text is $kind', ({ text, kind }) => {
    expect(kindOf(parseRate(text))).toBe(kind);
  });

  test('are printed as they are read: text, rate, text, rate', () => {
    for (const { text } of texts) {
      const rate = parseRate(text);
      if (rate === undefined) continue;
      const printed = printRate(rate);
      expect(parseRateText(printed), printed).toEqual({ rate, cleaned: [] });
    }
  });

  test.each([
    ['html', 'markup'],
    ['newline', 'line breaks'],
    ['edge-space', 'stray spaces'],
    ['double-space', 'stray spaces'],
    ['soft-hyphen', 'broken words'],
    ['full-stop', 'full stop'],
  ] as const)('with %s are reported as cleaned of %s, and no others', (dirty, cleaning) => {
    const wrong = texts.filter(({ text, ...row }) => {
      const reported = parseRateText(text).cleaned.includes(cleaning);
      return reported && cleaning === 'stray spaces' ? false : reported !== row.dirty.split('|').includes(dirty);
    });
    expect(wrong).toEqual([]);
  });
});
