/** Topics of `tariff help`; what they say is made when one is asked for. */
export const helpNames = ['facts', 'columns', 'exit-codes', 'formats', 'tables', 'quotas'] as const;

export type HelpName = (typeof helpNames)[number];
