import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeText } from '../../../src/present/safe-text.ts';

const escape = '\u001b';

describe('safeText', () => {
  test.each([
    ['plain', 'Nägel, 3 µm – "fein"', 'Nägel, 3 µm – "fein"'],
    ['a colour', `${escape}[31mred${escape}[0m`, 'red'],
    ['clearing the screen', `a${escape}[2J${escape}[Hb`, 'ab'],
    ['a title, ended by BEL', `a${escape}]0;owned\u0007b`, 'ab'],
    ['a link, ended by ST', `${escape}]8;;http://evil${escape}\\here${escape}]8;;${escape}\\`, 'here'],
    ['a string without an end', `a${escape}Pdevice`, 'a'],
    ['a colour in C1', '\u009b31mred', 'red'],
    ['a title in C1', 'a\u009d0;owned\u009cb', 'ab'],
    ['a two-letter escape', `a${escape}cb`, 'ab'],
    ['a lone escape at the end', `a${escape}`, 'a'],
    ['breaks and tabs', 'a\r\nb\tc', 'a b c'],
    ['line separators', 'a\u2028b', 'a b'],
    ['bell, backspace and NUL', 'a\u0007\u0008\u0000b', 'ab'],
    ['bidi overrides', 'a\u202Egpj.exe\u202C', 'agpj.exe'],
    ['invisible marks', 'a\u200B\uFEFF\u2066b', 'ab'],
    ['half a pair', 'a\uD800b', 'a\uFFFDb'],
    ['a pair', '𝟙', '𝟙'],
  ])('%s', (_, text, safe) => {
    expect(safeText(text)).toBe(safe);
  });

  test('leaves nothing that acts on a terminal, and is done after one pass', () => {
    const hostile = fc.string({
      unit: fc.oneof(
        fc.constantFrom(escape, '[', ']', '\u009b', '\u0007', '\n', 'm', '\u202e'),
        fc.string({ unit: 'binary', maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(hostile, (text) => {
        const safe = safeText(text);
        expect(safe).not.toMatch(/[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u);
        expect(safeText(safe)).toBe(safe);
      }),
    );
  });
});
