/**
 * Realistic shipments of steel, aluminum and copper over the bundled law, as CSV text, block by block. The same rows and seed give the
 * same bytes on every machine: only integers and plain arithmetic decide, no library of the platform.
 */
import { readFileSync } from 'node:fs';
import { seededRandom } from './random.mjs';

const read = (file) => JSON.parse(readFileSync(new URL(`../data/${file}`, import.meta.url), 'utf8'));

/** The days of the bundled law on metals: the last one is the last its newest table is documented for. */
const firstDay = Date.UTC(2018, 2, 23);
const lastDay = Date.parse(read('regimes/us-232-metals.json').documentedThrough);
const days = (lastDay - firstDay) / 86_400_000 + 1;
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
  'copper_content_value',
  'mode',
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
  copper: weighted('CL 30, CA 20, MX 10, DE 8, PE 8, KR 6, JP 4, CN 4, TW 3, IT 2, IN 2, TH 1, VN 1, FR 1'),
};
const union = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '));

/** From which day lines of an origin may stand in a quota, and what customs may have said of them; the last day of all quotas. */
const lastQuotaDay = '2025-03-11';
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
  copper: [],
};

/** Between these days the duty on copper goods is laid on their copper alone. */
const copperContent = { from: '2025-08-01', before: '2026-04-06' };

/** From this year on, lines say how the goods arrive, which the harbor fee asks. */
const modes = { from: '2025-01-01', overland: weighted('truck 3, rail 1'), overseas: weighted('vessel 19, air 1') };
const neighbors = new Set(['CA', 'MX']);

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
  const metal = metalOf(random.share());
  // Nineteen in twenty are of the articles the law is about; few numbers make most of the trade.
  const listed = random.share() < 0.95;
  const code = popular(random, listed ? goods[metal] : goods.others);
  const origin = random.one(origins[metal]);
  const kilograms = weightOf(random, metal === 'steel' ? 1000 : 500);
  const cents = kilograms * centsPerKilogram[metal](random);
  // Mills' papers are with nearly every entry since the quotas ask for them, with some before.
  const papers = random.share() < (date >= '2022-01-01' ? 0.97 : 0.3);
  const elsewhere = random.share() < 0.03;
  const melted = elsewhere ? random.one(origins[metal]) : origin;
  const quota = listed && date <= lastQuotaDay && quotas[metal].find(({ has, from }) => has(origin) && from <= date);
  const accepted = quota && papers && !elsewhere && random.share() < 0.7;
  return [
    `SHP-${String(row + 1).padStart(9, '0')}`,
    random.share() < 0.6 ? dotted(code) : code,
    origin,
    date,
    dollars(cents),
    random.share() < 0.2 ? `${kilograms}.${random.below(10)}` : String(kilograms),
    papers && metal === 'steel' ? melted : '',
    papers && metal === 'aluminum' ? melted : '',
    papers && metal === 'aluminum' ? origin : '',
    origin === 'UA' && papers ? (random.share() < 0.8 ? 'yes' : 'no') : '',
    accepted ? random.one(quota.tiers) : '',
    metal === 'copper' ? copperValue(random, cents, date) : '',
    date >= modes.from && random.share() < 0.9 ? modeOf(random, origin) : '',
  ];
}

/** Three quarters steel, a fifth aluminum, a twentieth copper. */
function metalOf(share) {
  if (share < 0.2) return 'aluminum';
  return share < 0.25 ? 'copper' : 'steel';
}

/** Most say what the copper is worth: 60 to 99 percent of the goods. */
function copperValue(random, cents, date) {
  if (date < copperContent.from || date >= copperContent.before || random.share() < 0.1) return '';
  return dollars(Math.floor((cents * (60 + random.below(40))) / 100));
}

function modeOf(random, origin) {
  return random.one(neighbors.has(origin) ? modes.overland : modes.overseas);
}

function dollars(cents) {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

function supplierField(random, quoted) {
  if (random.share() < quoted) return `"${random.one(awkward)}"`;
  return `${random.one(suppliers)} ${random.one(trades)}`;
}

const centsPerKilogram = {
  steel: (random) => 60 + random.below(180),
  aluminum: (random) => 200 + random.below(350),
  copper: (random) => 700 + random.below(600),
};

/** Kilograms of a container to a ship's hold: as many between 1 t and 2 t as between 128 t and 256 t. */
function weightOf(random, least) {
  return least * 2 ** random.below(8) + random.below(least * 100);
}

/** The known numbers, shuffled, by what the law calls them. */
function catalogue(random) {
  const numbers = random.shuffled(read('numbers.json').numbers);
  const { steel, aluminum } = read('jurisdictions/us.json').classes;
  const [copper] = read('regimes/us-232-copper.json').lists['note-36b'].changes.map(({ add }) => add);
  const within = (goods) => {
    const ranges = goods.map((text) => text.replaceAll('.', '').split(' to '));
    return (code) =>
      ranges.some(
        ([first, last = first]) => code.slice(0, first.length) >= first && code.slice(0, last.length) <= last,
      );
  };
  const are = { steel: within(steel.goods), aluminum: within(aluminum.goods), copper: within(copper) };
  const listed = Object.entries(are).map(([metal, is]) => [metal, numbers.filter(is)]);
  return {
    ...Object.fromEntries(listed),
    others: numbers.filter((code) => !Object.values(are).some((is) => is(code))),
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
