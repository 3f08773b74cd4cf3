/** "TRLG": marks a database as a ledger of ours. */
export const applicationId = 0x54524c47;

/** The version of the tables below; a ledger of a newer one is not touched. */
export const schemaVersion = 3;

/**
 * Two tables, to which rows are only added, numbered together. Quantities are exact text. `turn` counts how often the line's draw on the quota was
 * reversed before: so the database itself refuses a line counted twice.
 */
export const schema = `
CREATE TABLE record (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('draw', 'reversal')),
  entry TEXT NOT NULL,
  entry_line TEXT NOT NULL,
  shipment TEXT NOT NULL,
  turn INTEGER NOT NULL,
  quota TEXT NOT NULL,
  year TEXT,
  unit TEXT NOT NULL,
  requested TEXT NOT NULL,
  drawn TEXT,
  quota_limit TEXT,
  year_limit TEXT,
  drawn_from TEXT,
  total TEXT NOT NULL,
  year_total TEXT,
  presented TEXT NOT NULL,
  declared TEXT NOT NULL,
  reverses INTEGER UNIQUE REFERENCES record (number),
  reason TEXT,
  CHECK ((shipment = '') = (entry <> '' AND entry_line <> '')),
  CHECK ((kind = 'reversal') = (reverses IS NOT NULL)),
  CHECK ((kind = 'reversal') = (reason IS NOT NULL)),
  CHECK ((year IS NULL) = (year_total IS NULL))
) STRICT;
CREATE UNIQUE INDEX once ON record (entry, entry_line, shipment, quota, turn) WHERE kind = 'draw';
CREATE INDEX by_line ON record (entry, entry_line, shipment, quota, kind);
CREATE INDEX by_shipment ON record (shipment);
CREATE INDEX by_quota ON record (quota, number);
CREATE INDEX by_drawn ON record (quota, presented) WHERE kind = 'draw' AND coalesce(drawn, requested) <> '0';
CREATE INDEX by_year ON record (year, number) WHERE year IS NOT NULL;
CREATE TRIGGER no_update BEFORE UPDATE ON record BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
CREATE TRIGGER no_delete BEFORE DELETE ON record BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
CREATE TABLE fill (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('fill', 'fill-reversal')),
  quota TEXT NOT NULL,
  as_of TEXT NOT NULL,
  quantity TEXT,
  percent TEXT,
  unit TEXT NOT NULL,
  source TEXT,
  reverses INTEGER UNIQUE REFERENCES fill (number),
  reason TEXT,
  CHECK ((quantity IS NULL) <> (percent IS NULL)),
  CHECK ((kind = 'fill-reversal') = (reverses IS NOT NULL)),
  CHECK ((kind = 'fill-reversal') = (reason IS NOT NULL))
) STRICT;
CREATE TRIGGER no_fill_update BEFORE UPDATE ON fill BEGIN SELECT RAISE(ABORT, 'figures are never changed'); END;
CREATE TRIGGER no_fill_delete BEFORE DELETE ON fill BEGIN SELECT RAISE(ABORT, 'figures are never deleted'); END;
`;

export const insertFill = `INSERT INTO fill (number, at, kind, quota, as_of, quantity, percent, unit, source, reverses, reason)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
export const selectFills = 'SELECT * FROM fill ORDER BY number';
/** The number of the last entry of either table. */
export const selectLast =
  'SELECT max((SELECT coalesce(max(number), 0) FROM record), (SELECT coalesce(max(number), 0) FROM fill)) AS last';
export const countFills = 'SELECT count(*) AS fills FROM fill';
/** What counts on a quota period, or a year, of lines presented up to a moment. */
export const selectUpTo = `SELECT kind, drawn, requested FROM record WHERE quota = ? AND presented <= ?
  UNION ALL SELECT kind, drawn, requested FROM record WHERE year = ? AND presented <= ?`;

const columns = [
  'number',
  'at',
  'kind',
  'entry',
  'entry_line',
  'shipment',
  'turn',
  'quota',
  'year',
  'unit',
  'requested',
  'drawn',
  'quota_limit',
  'year_limit',
  'drawn_from',
  'total',
  'year_total',
  'presented',
  'declared',
  'reverses',
  'reason',
];

export const insert = `INSERT INTO record (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;

const notReversed = 'NOT EXISTS (SELECT 1 FROM record AS later WHERE later.reverses = record.number)';
const live = `kind = 'draw' AND ${notReversed}`;

export const selectAll = 'SELECT * FROM record ORDER BY number';
export const selectSince =
  'SELECT kind, quota, requested, drawn, presented, total, year, year_total FROM record WHERE number > ? ORDER BY number';
/** All records of a line, also those that were reversed. */
export const selectLine = 'SELECT * FROM record WHERE entry = ? AND entry_line = ? AND shipment = ? ORDER BY number';
export const selectEntry = `SELECT * FROM record WHERE entry = ? AND entry <> '' AND ${live} ORDER BY number`;
export const selectShipment = `SELECT * FROM record WHERE shipment = ? AND shipment <> '' AND ${live} ORDER BY number`;
export const countTurns =
  "SELECT count(*) AS turns FROM record WHERE entry = ? AND entry_line = ? AND shipment = ? AND quota = ? AND kind = 'reversal'";

/** The last total of each quota, found by jumping from one to the next: the time does not grow with the records. */
export const selectTotals = lastOf('quota', 'total');
export const selectYearTotals = lastOf('year', 'year_total');

function lastOf(name: string, total: string): string {
  const least = (condition: string): string =>
    `SELECT ${name} FROM record WHERE ${name} IS NOT NULL${condition} ORDER BY ${name} LIMIT 1`;
  return `WITH RECURSIVE one (name) AS (
    SELECT (${least('')})
    UNION ALL
    SELECT (${least(` AND ${name} > one.name`)}) FROM one WHERE one.name IS NOT NULL)
  SELECT name, (SELECT ${total} FROM record WHERE ${name} = one.name ORDER BY number DESC LIMIT 1) AS total
  FROM one WHERE name IS NOT NULL`;
}

/** When the latest line that got something, and was not reversed, was presented. */
export const selectPresented = `SELECT presented FROM record WHERE quota = ? AND coalesce(drawn, requested) <> '0' AND ${live}
  ORDER BY presented DESC LIMIT 1`;
