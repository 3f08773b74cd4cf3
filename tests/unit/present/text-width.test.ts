import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth, padLeft, padRight, wrap } from '../../../src/present/text-width.ts';

describe('displayWidth', () => {
  test.each([
    ['steel', 5],
    ['Stähle', 6],
    ['e\u0301', 1],
    ['鋼鉄', 4],
    ['철강', 4],
    ['$1.05/kg + 2.3¢', 15],
  ])('%s: %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('wrap', () => {
  test('breaks at spaces', () => {
    expect(wrap('Section 232 steel', 11)).toEqual(['Section 232', 'steel']);
  });

  test('keeps a long word whole, or breaks it', () => {
    expect(wrap('see 9903.80.67/DE/2022-Q1 now', 10)).toEqual(['see', '9903.80.67/DE/2022-Q1', 'now']);
    expect(wrap('see 9903.80.67/DE/2022-Q1', 10, 'break')).toEqual(['see', '9903.80.67', '/DE/2022-Q', '1']);
  });

  test('an empty text is a line', () => {
    expect(wrap('', 10)).toEqual(['']);
  });

  test('fits and loses no word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1 }).filter((word) => !word.includes(' '))),
        fc.integer({ min: 2, max: 40 }),
        (words, width) => {
          const text = words.join(' ');
          const lines = wrap(text, width, 'break');
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
          expect(wrap(text, width).join(' ')).toBe(text);
        },
      ),
    );
  });
});

test('padding counts columns, and never cuts', () => {
  expect(padRight('鋼', 4)).toBe('鋼  ');
  expect(padLeft('25%', 5)).toBe('  25%');
  expect(padLeft('25%', 2)).toBe('25%');
});
