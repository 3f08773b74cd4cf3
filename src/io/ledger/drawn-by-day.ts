import { isTold } from '../../customs/published-fill.ts';
import { type Decimal, zero } from '../../exact/decimal.ts';
import type { IsoDate } from '../../exact/iso-date.ts';

/** What counts on quota periods, and on years, of lines presented by the end of days that were asked about. */
export interface DrawnByDay {
  readonly of: (quota: string, asOf: IsoDate) => Decimal;
  /** A record more. */
  readonly add: (quotas: readonly string[], presented: string, amount: Decimal) => void;
  readonly clear: () => void;
}

/** `scan` adds up what is recorded: asked once for a quota and a day, since it looks at every record of the quota. */
export function drawnByDay(scan: (quota: string, asOf: IsoDate) => Decimal): DrawnByDay {
  const sums = new Map<string, Map<IsoDate, Decimal>>();
  return {
    of: (quota, asOf) => {
      const own = sums.get(quota) ?? new Map<IsoDate, Decimal>();
      const sum = own.get(asOf) ?? scan(quota, asOf);
      sums.set(quota, own.set(asOf, sum));
      return sum;
    },
    add: (quotas, presented, amount) => {
      for (const quota of quotas)
        for (const [asOf, sum] of sums.get(quota) ?? [])
          if (isTold({ asOf }, presented)) sums.get(quota)?.set(asOf, (sum ?? zero).plus(amount));
    },
    clear: () => sums.clear(),
  };
}
