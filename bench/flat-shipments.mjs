/** Shipments for the flat job, as CSV text, block by block: days in no order, the same bytes for the same arguments. */
import { decimal, flatNumbers, origins, popular } from './flat-rules.mjs';
import { seededRandom } from './random.mjs';

const firstDay = Date.UTC(2019, 0, 1);
const days = (Date.UTC(2026, 8, 30) - firstDay) / 86_400_000 + 1;
const rowsPerBlock = 8192;
const tens = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

/** What a CSV must quote, and letters outside ASCII; `"` is written doubled. */
const notes = [', lot 4', ' ""urgent""', ', pallet 12', ' / Malmö', ', ""B"" stock'];

/** The header, then the rows. Values are 1.00 to 9,999,999.99 dollars, weights 0.010 to 9,999.999 kilograms. */
export function* flatShipments({ rows, seed = 1, quoted = 0.05 }) {
  const random = seededRandom(seed);
  const numbers = flatNumbers(seed);
  const calendar = Array.from({ length: days }, (_, day) =>
    new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10),
  );
  const field = (text) => (random.share() < quoted ? `"${text}"` : text);
  yield 'shipment_id,entry_date,hts,origin,value_usd,weight_kg\n';
  for (let start = 0; start < rows; start += rowsPerBlock) {
    let block = '';
    for (let row = start; row < Math.min(rows, start + rowsPerBlock); row += 1) {
      block += `${name(random, row, quoted)},${field(random.one(calendar))},${field(popular(random, numbers))},`;
      block += `${field(popular(random, origins))},${field(amount(random, 2, 7, 2))},${field(amount(random, 1, 6, 3))}\n`;
    }
    yield block;
  }
}

/** As many amounts of three digits as of nine. */
function amount(random, least, magnitudes, places) {
  const ten = tens[least + random.below(magnitudes)];
  return decimal(ten + random.below(9 * ten), places);
}

function name(random, row, quoted) {
  const plain = `SHP-${String(row + 1).padStart(9, '0')}`;
  if (random.share() >= quoted) return plain;
  return `"${plain}${random.share() < 0.5 ? random.one(notes) : ''}"`;
}
