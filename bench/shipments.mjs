/**
 * Realistic shipments of steel and aluminum over the bundled law, as CSV text, block by block. The same rows and seed give the
 * same bytes on every machine: only integers and plain arithmetic decide, no library of the platform.
 */
import { readFileSync } from 'node:fs';
import { seededRandom } from './random.mjs';

/** The days of the bundled law. */
const firstDay = Date.UTC(2018, 2, 23);
const days = (Date.UTC(2025, 2, 11) - firstDay) / 86_400_000 + 1;
const rowsPerBlock = 8192;

export const columns = [
  'shipment_id',
  'hts',
  'origin',
  'entry_date',
  'value',
  'weight_kg',
  'melt_pour_country',
  'primary_smelt_country',
  'cast_country',
  'certificate_of_origin',
  'quota_tier',
  'supplier',
];

/** Where each metal comes from, in parts of all imports (rounded; what is left over goes to the last). */
const origins = {
  steel: weighted(
    'CA 22, BR 13, MX 13, KR 9, JP 5, DE 5, VN 4, TW 4, TR 3, IT 3, NL 3, RU 3, IN 2, FR 1, ES 1, SE 1, AT 1, BE 1, GB 1, UA 1, AR 1, CN 1, TH 1, ZA 1',
  ),
  aluminum: weighted(
    'CA 48, AE 8, CN 6, BH 4, MX 4, IN 4, AR 4, RU 3, DE 3, KR 3, QA 2, ZA 2, TR 2, FR 2, IT 2, GB 1, AU 1, BR 1',
  ),
};
const union = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '));

/** From which day lines of an origin may stand in a quota, and what customs may have said of them. */
const both = ['in-quota', 'in-quota', 'in-quota', 'over-quota'];
const quotas = {
  steel: [
    { has: (origin) => union.has(origin), from: '2022-01-01', tiers: both },
    { has: (origin) => origin === 'JP', from: '2022-04-01', tiers: both },
    { has: (origin) => origin === 'GB', from: '2022-06-01', tiers: both },
    { has: (origin) => origin === 'KR', from: '2018-05-01', tiers: ['in-quota'] },
    { has: (origin) => origin === 'BR' || origin === 'AR', from: '2018-06-01', tiers: ['in-quota'] },
  ],
  aluminum: [
    { has: (origin) => union.has(origin), from: '2022-01-01', tiers: both },
    { has: (origin) => origin === 'GB', from: '2022-06-01', tiers: both },
    { has: (origin) => origin === 'AR', from: '2018-06-01', tiers: ['in-quota'] },
  ],
};

const suppliers = 'Nordbruch,Vallesina,Ashgrove,Kitahama,Serranova,Wojtala,Tessaria,Morvane,Hollisted,Itapora'.split(
  ',',
);
const trades = ['Steel', 'Metals', 'Rolling', 'Tube', 'Wire', 'Profiles'];
/** Names that a CSV must quote, or that are not ASCII; `"` is written doubled. */
const awkward = ['Brückner Söhne', 'Åsvik, Lund & Co', 'The ""Blue"" Mill', 'Fundição Sul, Ltda'];

/** The file as text: the header, then rows in ascending order of days. */
export function* shipments({ rows, seed = 1, quoted = 0.05 }) {
  const random = seededRandom(seed);
  const goods = catalogue(random);
  const field = (text) => (text !== '' && random.share() < quoted ? `"${text}"` : text);
  const calendar = Array.from({ length: days }, (_, day) =>
    new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10),
  );
  yield `${columns.join(',')}\n`;
  for (let start = 0; start < rows; start += rowsPerBlock) {
    let block = '';
    for (let row = start; row < Math.min(rows, start + rowsPerBlock); row += 1) {
      const shipment = oneShipment(random, goods, calendar[Math.floor((row / rows) * days)], row);
      for (const text of shipment) block += `${field(text)},`;
      block += `${supplierField(random, quoted)}\n`;
    }
    yield block;
  }
}

/** The fields before the supplier's, unquoted. */
function oneShipment(random, goods, date, row) {
  const aluminum = random.share() < 0.25;
  const metal = aluminum ? 'aluminum' : 'steel';
  // Nineteen in twenty are of the articles the law is about; few numbers make most of the trade.
  const listed = random.share() < 0.95;
  const code = popular(random, listed ? goods[metal] : goods.others);
  const origin = random.one(origins[metal]);
  const kilograms = weightOf(random, aluminum ? 500 : 1000);
  const cents = kilograms * (aluminum ? 200 + random.below(350) : 60 + random.below(180));
  const quota = listed && quotas[metal].find(({ has, from }) => has(origin) && from <= date);
  // Mills' papers are with nearly every entry since the quotas ask for them, with some before.
  const papers = random.share() < (date >= '2022-01-01' ? 0.97 : 0.3);
  const elsewhere = random.share() < 0.03;
  const melted = elsewhere ? random.one(origins[metal]) : origin;
  const accepted = quota && papers && !elsewhere && random.share() < 0.7;
  return [
    `SHP-${String(row + 1).padStart(9, '0')}`,
    random.share() < 0.6 ? dotted(code) : code,
    origin,
    date,
    `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
    random.share() < 0.2 ? `${kilograms}.${random.below(10)}` : String(kilograms),
    papers && !aluminum ? melted : '',
    papers && aluminum ? melted : '',
    papers && aluminum ? origin : '',
    origin === 'UA' && papers ? (random.share() < 0.8 ? 'yes' : 'no') : '',
    accepted ? random.one(quota.tiers) : '',
  ];
}

function supplierField(random, quoted) {
  if (random.share() < quoted) return `"${random.one(awkward)}"`;
  return `${random.one(suppliers)} ${random.one(trades)}`;
}

/** Kilograms of a container to a ship's hold: as many between 1 t and 2 t as between 128 t and 256 t. */
function weightOf(random, least) {
  return least * 2 ** random.below(8) + random.below(least * 100);
}

/** The known numbers, shuffled, by what the law calls them. */
function catalogue(random) {
  const read = (file) => JSON.parse(readFileSync(new URL(`../data/${file}`, import.meta.url), 'utf8'));
  const numbers = random.shuffled(read('numbers.json').numbers);
  const { steel, aluminum } = read('jurisdictions/us.json').classes;
  const within = ({ goods }) => {
    const ranges = goods.map((text) => text.replaceAll('.', '').split(' to '));
    return (code) =>
      ranges.some(
        ([first, last = first]) => code.slice(0, first.length) >= first && code.slice(0, last.length) <= last,
      );
  };
  const [isSteel, isAluminum] = [within(steel), within(aluminum)];
  return {
    steel: numbers.filter(isSteel),
    aluminum: numbers.filter(isAluminum),
    others: numbers.filter((code) => !isSteel(code) && !isAluminum(code)),
  };
}

function popular(random, list) {
  const share = random.share();
  return list[Math.floor(share * share * share * list.length)];
}

function dotted(code) {
  return `${code.slice(0, 4)}.${code.slice(4, 6)}.${code.slice(6)}`;
}

/** "CA 3, BR 1" → CA CA CA BR */
function weighted(text) {
  return text.split(', ').flatMap((pair) => {
    const [origin, parts] = pair.split(' ');
    return Array.from({ length: Number(parts) }, () => origin);
  });
}
