/**
 * The text that makes a number law, and how we know it: `documented` when the primary text (or a customs or Federal Register
 * statement) was read, `secondary` when it comes from press, law firms or brokers, `unverified` when neither.
 */
export interface Citation {
  readonly source: string;
  readonly url?: string;
  readonly confidence: Confidence;
}

export type Confidence = 'documented' | 'secondary' | 'unverified';
