import type { OneRate, SimpleRate, SumRate } from '../customs/rate.ts';
import { decimal, plainText } from '../exact/decimal.ts';
import { type OutOfReach, readTerm } from './rate-term.ts';

/** The schedule's longest sum has four terms. */
const mostTerms = 6;

const least = 'but not less than|but in no case less than|not less than|min(?:imum)?';
const most =
  'but not (?:more than|over|exceeding|to exceed)|but in no case more than|not (?:more than|exceeding|to exceed)|max(?:imum)?';
const bound = new RegExp(`,? (?:(${least})|${most}) `, 'gi');

interface Piece {
  readonly role: 'sum' | 'least' | 'most';
  readonly text: string;
}

/** A sum of terms within bounds: `6% + 2.3¢/jewel`, `8% + 35.10 EUR/100 kg MAX 18.90%`. Undefined where it is none. */
export function readBoundedSum(text: string): OneRate | undefined {
  const sums = new Map<Piece['role'], SumRate>();
  for (const piece of piecesOf(text)) {
    const sum = sums.has(piece.role) ? undefined : readSum(piece.text);
    if (sum === undefined) return undefined;
    if (sum.form === 'out-of-reach') return { form: 'unsupported', why: sum.why, reason: sum.reason, text };
    sums.set(piece.role, sum);
  }
  const [rate, atLeast, atMost] = [sums.get('sum'), sums.get('least'), sums.get('most')];
  if (!rate || (!atLeast && !atMost)) return rate;
  return { form: 'bounded', rate, ...(atLeast ? { atLeast } : {}), ...(atMost ? { atMost } : {}) };
}

/** The sum, then each bound up to the next: a bound may be a sum itself. */
function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let role: Piece['role'] = 'sum';
  let from = 0;
  for (const found of text.matchAll(bound)) {
    pieces.push({ role, text: text.slice(from, found.index) });
    role = found[1] === undefined ? 'most' : 'least';
    from = found.index + found[0].length;
  }
  return [...pieces, { role, text: text.slice(from) }];
}

/** Terms with "+" or "-" between them. */
function readSum(text: string): SumRate | OutOfReach | undefined {
  const words = text.split(/ (\+|-|plus|minus) /i);
  if (words.length > 2 * mostTerms) return undefined;
  const parts: SimpleRate[] = [];
  let outOfReach: OutOfReach | undefined;
  for (let at = 0; at < words.length; at += 2) {
    const term = readTerm(words[at] ?? '');
    if (term?.form === 'out-of-reach') {
      outOfReach ??= term;
      continue;
    }
    const part = term && /^(?:-|minus)$/i.test(words[at - 1] ?? '') ? takenOff(term) : term;
    if (part === undefined) return undefined;
    parts.push(part);
  }
  if (outOfReach) return outOfReach;
  const [first] = parts;
  return parts.length === 1 ? first : { form: 'compound', parts };
}

function takenOff(term: SimpleRate): SimpleRate | undefined {
  if (term.form === 'ad-valorem') return { ...term, percent: plainText(decimal(term.percent).negated()) };
  if (term.form === 'specific') return { ...term, amount: plainText(decimal(term.amount).negated()) };
  return undefined;
}
