/** The flat job: one lookup and one exact multiplication per row, which every program can do. */
import { checkedBy, flatContenders, flatTariff } from './contenders.mjs';
import { megabytes } from './files.mjs';
import { race } from './race.mjs';

/** All contenders at the first count of rules; then this program alone at each count, its records checked by another's. */
export async function measureFlat({ command, files, rows, runs, counts, say }) {
  const input = await files.shipments('flat', rows);
  const rules = files.rules(counts[0]);
  const common = { input, output: files.output, rows, runs, say };
  const sideBySide = await race({ ...common, contenders: flatContenders(command, rules) });
  return { ...sideBySide, rules: counts[0], inputMB: megabytes(input), byRules: await measureRules() };

  async function measureRules() {
    if (counts.length < 2) return [];
    const contenders = counts.flatMap((count) => {
      const ofCount = files.rules(count);
      const job = `flat, ${count} rules`;
      return [
        { ...flatTariff(command, ofCount), name: `tariff, ${count} rules`, job },
        { ...checkedBy(ofCount), name: `the check of ${count} rules`, job, onlyChecks: true },
      ];
    });
    const { contenders: figures } = await race({ ...common, contenders });
    return figures.map((one, index) => ({ ...one, rules: counts[index] }));
  }
}
