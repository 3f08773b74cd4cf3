import type { CalcOptions } from './calc-options.ts';
import type { RejectsOptions } from './rejects-options.ts';
import { usage } from './stop.ts';

/** Options that say how files of shipments are read: a shipment by flags has no use for them. */
const ofFiles = [
  'map',
  'inputFormat',
  'delimiter',
  'decimal',
  'encoding',
  'sheet',
  'rejects',
  'maxRejects',
  'bail',
] as const;

/** Stops where one of them is given beside a shipment by flags. */
export function checkNoFileOptions(options: CalcOptions & RejectsOptions): void {
  const given = ofFiles.find((name) => options[name] !== undefined);
  if (given === undefined) return;
  const flag = `--${given.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw usage('is about files of shipments, and the shipment is given by flags', flag, 'Leave it out.');
}
