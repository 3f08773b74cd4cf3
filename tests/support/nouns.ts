import type { AssessedLine, DutyLine, InvalidLine, QuotaDraw, Totals } from '../../src/customs/assessment.ts';
import { commodityCode } from '../../src/customs/commodity-code.ts';
import { countryCode } from '../../src/customs/country.ts';
import type { EntryLine } from '../../src/customs/entry-line.ts';
import type { CodeRule } from '../../src/customs/jurisdiction.ts';
import { problem } from '../../src/customs/problem.ts';
import { Decimal, type DecimalText, decimalText } from '../../src/exact/decimal.ts';
import { type IsoDate, isoDate } from '../../src/exact/iso-date.ts';
import { type Money, type Rounding, toMoney } from '../../src/exact/money.ts';
import type { RunInfo, Style } from '../../src/present/rendering.ts';

/** Nouns made by hand, for tests that need one and do not care about the rest of it. */
export const rounding: Rounding = { to: digits('0.01'), how: 'half up' };

export const codeRule: CodeRule = { label: 'HTS number', full: 10, lengths: [4, 6, 8, 10], groups: [4, 2, 2, 2] };

export function style(rest: Partial<Style> = {}): Style {
  const names: Readonly<Record<string, string>> = { BR: 'Brazil', DE: 'Germany', JP: 'Japan', MX: 'Mexico' };
  return {
    color: false,
    width: 80,
    currencySign: '$',
    rounding,
    code: codeRule,
    countryName: (code) => names[code] ?? code,
    ...rest,
  };
}

export function runInfo(rest: Partial<RunInfo> = {}): RunInfo {
  return {
    lawDigest: null,
    toolVersion: '1.2.3',
    tables: [
      {
        id: 'us-232-steel',
        title: 'Section 232 steel',
        sha256: 'a'.repeat(64),
        documentedThrough: '2025-03-11',
        knownOn: null,
        overlays: [],
      },
    ],
    settings: [],
    columns: [],
    notCoveredTitles: {
      'base-duty': 'base duty (column 1 of the schedule)',
      fees: 'merchandise processing and harbor maintenance fees',
    },
    single: false,
    summaryBy: [],
    ...rest,
  };
}

export function digits(text: string): DecimalText {
  return present(decimalText(text), text);
}

export function date(text: string): IsoDate {
  return present(isoDate(text), text);
}

export function money(text: string): Money {
  return toMoney(new Decimal(text), rounding);
}

/** 7208.10.15.00 from Germany, $100,000.00, 50 t, on 2022-02-01. */
export function entryLine(
  rest: Partial<EntryLine> & { readonly from?: string; readonly hts?: string } = {},
): EntryLine {
  const { from = 'DE', hts = '7208101500', ...given } = rest;
  return {
    where: { file: null, line: null },
    id: null,
    entryNumber: null,
    entryLine: null,
    goods: { kind: 'number', code: present(commodityCode(hts, codeRule), hts) },
    origin: present(countryCode(from, { codes: [from], names: {}, aliases: {} }), from),
    date: date('2022-02-01'),
    presentedAt: null,
    value: new Decimal('100000'),
    weightKg: new Decimal('50000'),
    quotaTier: null,
    notes: [],
    facts: new Map(),
    ...given,
  };
}

/** 25% on $100,000.00 under heading 9903.80.01. */
export function dutyLine(rest: Partial<DutyLine> = {}): DutyLine {
  return {
    regime: 'us-232-steel',
    regimeTitle: 'Section 232 steel',
    role: 'additional',
    measure: 'general',
    measureTitle: 'Steel articles, general rate',
    headings: ['9903.80.01'],
    tier: null,
    basis: 'entered-value',
    basisAmount: money('100000'),
    rate: '25%',
    charge: 'added',
    amount: money('25000'),
    exact: money('25000'),
    quota: null,
    entry: null,
    citation: { source: 'Proclamation 9705 of 2018-03-08, 83 FR 11625', confidence: 'documented' },
    refund: null,
    overlay: null,
    ...rest,
  };
}

export function quotaDraw(rest: Partial<QuotaDraw> = {}): QuotaDraw {
  return {
    id: '9903.80.67/DE/2022-Q1',
    title: 'EU steel tariff-rate quota',
    unit: 'kg',
    requested: digits('50000'),
    drawn: digits('50000'),
    remaining: digits('1234000'),
    limit: null,
    ...rest,
  };
}

/** The entry line above with the duty line above: assessed, $25,000.00. */
export function assessedLine(rest: Partial<AssessedLine> = {}): AssessedLine {
  return {
    kind: 'line',
    line: entryLine(),
    status: 'assessed',
    duties: [dutyLine()],
    outcomes: null,
    totals: { duty: money('25000'), refundable: money('0'), fees: money('0'), total: money('25000') },
    notCovered: ['base-duty', 'fees'],
    fees: [],
    filings: [],
    problems: [],
    trace: null,
    row: null,
    ...rest,
  };
}

/** Line 14 of shipments.csv, whose number lost its leading zero. */
export function invalidLine(rest: Partial<InvalidLine> = {}): InvalidLine {
  return {
    kind: 'invalid',
    status: 'invalid',
    file: 'shipments.csv',
    lineNumber: 14,
    entryNumber: null,
    echo: { id: 'S-14', hts: '101210000', origin: 'DE', date: '2022-02-01', value: '1200.00' },
    problems: [
      problem('bad-field', 'error', '"101210000" has 9 digits; a leading zero may have been lost in a spreadsheet', {
        file: 'shipments.csv',
        line: 14,
        column: 'hts',
        value: '101210000',
        hint: '0101.21.00.00? Format the column as text, or quote it.',
      }),
    ],
    row: null,
    ...rest,
  };
}

export function totals(rest: Partial<Totals> = {}): Totals {
  return {
    enteredValue: money('100000'),
    duty: money('25000'),
    refundable: money('0'),
    fees: money('0'),
    total: money('25000'),
    counts: { assessed: 1, refused: 0, unknown: 0, invalid: 0 },
    ...rest,
  };
}

function present<Value>(value: Value | undefined, text: string): Value {
  if (value === undefined) throw new Error(`not usable in a test: ${text}`);
  return value;
}
