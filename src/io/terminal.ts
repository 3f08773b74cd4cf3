/** What the place of output can do: colours and columns. */
export interface Place {
  readonly color: boolean;
  readonly width: number;
}

const narrowest = 40;
const withoutTerminal = 100;

/** NO_COLOR and FORCE_COLOR as their conventions say; `--no-color` goes before both. https://no-color.org */
export function placeOf(
  stream: NodeJS.WritableStream & { isTTY?: boolean; columns?: number },
  env: NodeJS.ProcessEnv,
  wantColor: boolean,
): Place {
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  const refused =
    !wantColor || (env['NO_COLOR'] ?? '') !== '' || env['FORCE_COLOR'] === '0' || (env['TERM'] === 'dumb' && !forced);
  return {
    color: !refused && (forced || stream.isTTY === true),
    width: Math.max(narrowest, columnsOf(stream, env)),
  };
}

/** As many columns as there are, however few. */
export function columnsOf(stream: { readonly columns?: number }, env: NodeJS.ProcessEnv): number {
  const columns = stream.columns ?? Number.parseInt(env['COLUMNS'] ?? '', 10);
  return Number.isInteger(columns) && columns > 0 ? columns : withoutTerminal;
}
