/** What a run of minutes alone can show: the race at the size DuckDB likes best, and time and memory at 20,000,000 rows. */
import { flatContenders, flatTariff, lawContenders } from './contenders.mjs';
import { race, ran } from './race.mjs';

const raceRows = 5_000_000;
const longRows = 20_000_000;

/** `rows` of the rest of the run: each job is measured there too, so that the cost of a row can be told from it. */
export async function measureLong({ command, files, rows, runs, rules: count, say }) {
  const rules = files.rules(count);
  const contenders = flatContenders(command, rules).filter(
    ({ name }) => name === 'tariff' || name.startsWith('DuckDB'),
  );
  const input = await files.shipments('flat', raceRows);
  const side = await race({ contenders, input, output: files.output, rows: raceRows, runs, say });
  const [law] = lawContenders(command);
  const jobs = [
    { job: 'flat', one: flatTariff(command, rules) },
    { job: 'law', one: law },
  ];
  return { race: { ...side, rules: count }, byRows: await measureRows() };

  async function measureRows() {
    const figures = [];
    for (const { job, one } of jobs) {
      for (const size of [...new Set([rows, raceRows, longRows])]) {
        const file = await files.shipments(job, size);
        const taken = ran(one, one.command(file), null);
        say(`${job} job, ${size} rows: ${taken.seconds.toFixed(2)} s, ${taken.peakMiB ?? '?'} MiB`);
        figures.push({ job, rows: size, ...taken });
        if (size !== rows) files.remove(file);
      }
    }
    return figures;
  }
}
