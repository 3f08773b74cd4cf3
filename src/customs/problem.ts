/**
 * What is wrong, where, and the way out. `error`: the line or file has no answer. `warning`: answered, but look at it.
 * `notice`: good to know. `line` and `column` are those of the file (for a table, `column` is the path in the JSON).
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly message: string;
  readonly hint: string | null;
}

export type Severity = 'error' | 'warning' | 'notice';

/** Every problem there is, with one sentence for `tariff help` and the docs. */
export const problemCodes = {
  'ambiguous-category': 'the goods fall into several categories of one quota',
  'ambiguous-limit': 'two limits of a quota hold for the same goods, origin and days',
  'ambiguous-rate': 'two measures fit equally well and the table does not say which goes first',
  'bad-balance': 'a starting balance of a quota is not usable',
  'bad-config': 'a config, or a variable of the environment, is not usable',
  'bad-csv': 'a file of rows cannot be read',
  'bad-exchange-rate': 'a rate of exchange is not usable',
  'bad-export': 'an export of a tariff schedule is not whole, or not in a layout that is read',
  'bad-field': 'a value cannot be read as what its column asks for',
  'bad-ledger': 'a ledger of drawdowns cannot be used',
  'bad-header': 'the header of a file names a column twice, or not at all',
  'bad-lock': 'the tables are not those that were locked, or the file is no lock',
  'bad-row': 'a row does not have the shape of its header',
  'bad-table': 'a rate table is not in the rate-table format',
  'bad-usage': 'flags or arguments do not fit together',
  'claim-not-covered': 'a line claims what no table on hand holds, so the claim did not count',
  'coarse-goods': 'the goods are named more coarsely than an entry needs',
  'column-not-read': 'a column was declared that no table on hand reads',
  'content-over-value': 'a declared content is worth more than the whole',
  'customs-value': 'the value that duties are laid upon is not the one that was written',
  'dates-out-of-order': 'the rates of a measure are not in order of their days',
  'differs-from-schedule': 'the declared base rate is not that of the schedule on hand',
  'differs-below': 'the goods are named too coarsely: the numbers below give different answers',
  'duplicate-id': 'two measures or tables carry one name',
  'duplicate-number': 'an export of a tariff schedule has a number twice',
  'empty-rate': 'a number of a tariff schedule prints no rate',
  encoding: 'a file is not text in UTF-8',
  'entry-incomplete': 'a line of the entry is wrong or of another date: the fees of the entry are not known',
  'entry-not-adjacent': 'lines of an entry do not follow each other',
  'fact-undeclared': 'a fact that was not declared could change the duty',
  gap: 'a measure has days without a rate between two rates',
  'implausible-rate': 'a rate of a tariff schedule can hardly be meant',
  'ledger-broken': 'the records of a ledger do not add up',
  'limit-unknown': 'the limit of a quota is not known',
  'line-changed': 'the ledger holds another declaration of the line',
  'line-reversed': 'a drawdown of the line was reversed',
  'line-repeated': 'the same line stands further up: its drawdown is counted once',
  'missing-citation': 'a rate has no source',
  'missing-column': 'a required column is missing',
  'missing-field': 'a required value is missing',
  'missing-quantity': 'a rate or a quota needs a quantity that was not declared',
  'no-exchange-rate': 'a value is in another currency, and no rate of exchange was given for it',
  'no-quota': 'a quota tier was declared where no quota applies',
  'not-a-file': 'a file cannot be read',
  'not-recorded': 'the ledger holds no such entry',
  'not-in-schedule': 'the tariff schedule on hand does not have the number',
  'not-listed': 'no regime on hand lays anything on these goods, and their base duty is not known',
  'not-matched': 'a line of one file has no counterpart in the other',
  'not-on-hand': 'the law on hand does not reach the date',
  'out-of-order':
    'a line stands behind one that drew on the same quota and was presented later, or apart from those of its moment',
  'outside-documented': 'the date lies outside the days a table is documented for',
  'over-quota': 'part of the line, or all of it, found no room in the quota',
  overdrawn: 'customs accepted more in a quota than it is known to hold',
  'figure-reversed': 'the same published figure was taken back',
  'program-not-applicable': 'the preference program that a line claims does not fit it',
  'publication-unknown': 'nobody can say whether an act was public on the day that is asked about',
  'quota-categories': 'the categories of a quota do not cover its goods exactly once',
  'quota-full': 'an absolute quota is full: the goods cannot be entered',
  'quota-published': 'customs published how full a quota is, and what a line finds rests on it',
  'read-as': 'how a file was read, found by looking at it',
  sorted: '--sort put the lines in order of presentation',
  'unexpected-duty': 'the duty is not what expected_duty says',
  'quota-shared': 'other importers draw on the same quota; only this run was counted',
  'rate-unknown': 'the law exists but its rate is not known',
  'rests-on-overlay': 'the answer rests on a table laid over the law',
  'unknown-name': 'a name in a table refers to nothing',
  unreachable: 'a measure can never apply',
  'unreadable-rate': 'a text of a tariff schedule is no rate, or none for its column',
  'unsupported-rate': 'a rate cannot be computed from what a line declares',
  'yield-circle': 'regimes give way to each other in a circle',
  unwritable: 'the output cannot be written',
} as const;

export type ProblemCode = keyof typeof problemCodes;

/** Builds a problem; what is left out is null. */
export function problem(
  code: ProblemCode,
  severity: Severity,
  message: string,
  rest: Partial<Omit<Problem, 'code' | 'severity' | 'message'>> = {},
): Problem {
  return { code, severity, file: null, line: null, column: null, value: null, hint: null, ...rest, message };
}
