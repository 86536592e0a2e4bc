/** What came out of a case, in the words of the case format, whoever computed it. */

export interface BookedRow {
  /** Row of the sale in the trades range; headings are row 1. */
  readonly saleRow: number;
  readonly symbol: string;
  readonly account: string;
  readonly lot: string;
  readonly quantity: string;
  readonly acquired: string;
  readonly effectiveAcquired: string;
  readonly sold: string;
  readonly proceeds: string;
  readonly basis: string;
  readonly gain: string;
  readonly term: "ST" | "LT";
  readonly washDisallowed: string;
  readonly adjustedGain: string;
}

export interface BookedLot {
  readonly symbol: string;
  readonly account: string;
  readonly lot: string;
  readonly acquired: string;
  readonly effectiveAcquired: string;
  readonly quantity: string;
  readonly basis: string;
}

export interface BookedMatch {
  readonly saleRow: number;
  readonly lossLot: string;
  readonly shares: string;
  readonly disallowed: string;
  readonly replacementRow: number;
  readonly replacementAccount: string;
  readonly basisAdded: string;
  readonly holdingFrom: string;
  readonly permanent: string;
}

export interface BookedCase {
  readonly realized: readonly BookedRow[];
  readonly openLots: readonly BookedLot[];
  readonly washTrail: readonly BookedMatch[];
  readonly permanentlyDisallowed: string;
  /** Sentences of refused symbols; their numbers are missing above. */
  readonly problems: readonly string[];
}
