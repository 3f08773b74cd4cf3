import type { DutyLine } from '../customs/assessment.ts';

/** "25%", "up to 15% with base duty" */
export function ratePrinted({ charge, rate }: Pick<DutyLine, 'charge' | 'rate'>): string {
  return charge === 'up-to' ? `up to ${rate} with base duty` : rate;
}
