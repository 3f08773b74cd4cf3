/** A plain value that only its own maker may produce: `Brand<string, 'IsoDate'>` cannot be swapped with another text. */
declare const brand: unique symbol;
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
