import type { Law } from '../../src/assess/law.ts';
import { prepareLaw } from '../../src/assess/law.ts';
import { ratesDue } from '../../src/assess/rates/rates-due.ts';
import type { RatesDue, RatesQuestion } from '../../src/customs/rates-due.ts';
import { bundledNumbers, readBundledTables } from '../../src/io/bundled-law.ts';
import { type SmallLaw, lawOf } from './small-law.ts';

type Columns = Readonly<Record<string, string>>;

/** The bundled law with its list of numbers, or some of its regimes. */
export function wholeLaw(regimes?: readonly string[]): SmallLaw {
  const tables = readBundledTables().filter(({ regime }) => regimes?.includes(regime) ?? true);
  const small = lawOf(tables);
  return { ...small, law: prepareLaw({ ...small.law.schedule, numbersBelow: bundledNumbers() }) };
}

/** A question by columns, as a line is declared. */
export function questionOf({ line }: SmallLaw, columns: Columns): RatesQuestion {
  const { where, goods, origin, date, facts } = line({ hts: '', goods: '', ...columns });
  return { where, goods, origin, date, facts };
}

export function ratesOf(small: SmallLaw, columns: Columns, law: Law = small.law): RatesDue {
  return ratesDue(questionOf(small, columns), law);
}

/** "in-quota: base Free + 9903.80.67 Free = 0": each way with its rates and their sum in percent; with the reason where there is none. */
export function waysSaid({ ways }: RatesDue): readonly string[] {
  return ways.map(({ tier, when, status, rates, total }) => {
    const laid = rates.map((rate) => {
      const name = rate.headings.join('+') || (rate.role === 'base' ? 'base' : '-');
      const printed = rate.charge === 'up-to' ? `up to ${rate.rate}` : rate.rate;
      return [name, printed, ...(rate.basis === 'entered-value' ? [] : [`on ${rate.basis}`])].join(' ');
    });
    const conditions = [...(tier === null ? [] : [tier]), ...(when === '' ? [] : [`if ${when}`])];
    const sum = status === 'due' ? (total.percent ?? total.why) : status;
    return `${conditions.length === 0 ? '' : `${conditions.join(', ')}: `}${[...laid].join(' + ') || 'nothing'} = ${sum}`;
  });
}
