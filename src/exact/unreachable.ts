/** Ends a `switch` over a closed union: the compiler complains here when a member is not handled. */
export function unreachable(value: never): never {
  throw new Error(`not handled: ${JSON.stringify(value)}`);
}
