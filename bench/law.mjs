/** The law job: all bundled law, which nobody else knows, beside the flat job and what less costs on the same file. */
import { flatTariff, lawContenders } from './contenders.mjs';
import { megabytes } from './files.mjs';
import { race } from './race.mjs';

/** Both jobs of this program take part in the same turns, each on as many rows. */
export async function measureLaw({ command, files, rows, runs, rules, say }) {
  const [input, flatInput] = [await files.shipments('law', rows), await files.shipments('flat', rows)];
  const flat = flatTariff(command, files.rules(rules));
  const [law, ...others] = lawContenders(command);
  const beside = { ...flat, name: 'tariff, the flat job', job: 'flat', command: () => flat.command(flatInput) };
  const figures = await race({ contenders: [law, beside, ...others], input, output: files.output, rows, runs, say });
  return { ...figures, inputMB: megabytes(input) };
}
