/**
 * The oldest files of E*TRADE have no column of symbols (broker layouts, 5.1), and some write the ticker last in the
 * description: `APPLE INC AAPL`. It is believed only behind the end of a company's name, as no word of such names itself, and
 * behind one description alone: of `ACME CORP` and `ZETA CORP` no symbol CORP is made.
 */

/** A name may end with these, and a ticker follow. */
const ENDS = ["INC", "INCORPORATED", "CORP", "CORPORATION", "CO", "COMPANY", "LTD", "LIMITED", "PLC", "LLC", "LP", "SA", "NV", "AG", "SE", "COM", "ETF", "FUND", "TRUST", "ADR", "ADS", "REIT"];

/** Words of names and of kinds of paper, and places where companies of one name are told apart. */
const WORDS: ReadonlySet<string> = new Set([
  ...ENDS, "NEW", "OLD", "DEL", "SHS", "SH", "ORD", "SPON", "STK", "STOCK", "SHARE", "COMMN", "UNIT", "UNITS", "UTS", "UT", "WT", "WTS", "WRT", "RT", "RTS", "PFD", "PREF", "PERP", "CONV", "CUM",
  "CL", "CLASS", "SER", "TR", "FD", "FDS", "CAP", "HLDG", "HLDGS", "GRP", "GROUP", "INTL", "BANK", "INDEX", "BOND", "NOTE", "NOTES", "CALL", "CALLS", "PUT", "PUTS", "CASH", "SPLIT", "DIV", "REINV", "REC", "PAY",
  "VTG", "NON", "VOTE", "OPTN", "USD", "USA", "US", "UK", "CAN", "CDA", "INST", "INV", "ADM", "OF", "THE", "AND", "A", "B", "C", "D", "I", "N", "R", "V", "X", "Y", "Z",
  "AL", "AZ", "CA", "CAL", "CALIF", "COLO", "CT", "DC", "FL", "FLA", "GA", "IL", "ILL", "IN", "IND", "KY", "MA", "MASS", "MD", "ME", "MI", "MICH", "MINN", "MN", "MO", "NC", "NJ", "NEV", "NY", "OH", "OHIO", "OR", "ORE", "PA", "PR",
  "TENN", "TEX", "TEXAS", "TN", "TX", "UTAH", "VA", "WA", "WASH", "WI", "WIS",
]);

const LAST = new RegExp(String.raw`^(?<name>.*\b(?:${ENDS.join("|")})\.?)\s+(?<ticker>[A-Z]{1,5})$`);

/** The ticker by description, of those that have one. @param descriptions of all rows of the file */
export function tickersOf(descriptions: readonly string[]): ReadonlyMap<string, string> {
  const namesOf = new Map<string, Set<string>>();
  const told = descriptions.flatMap((description) => {
    const { name = "", ticker = "" } = LAST.exec(plain(description))?.groups ?? {};
    if (ticker === "" || WORDS.has(ticker)) return [];
    namesOf.set(ticker, (namesOf.get(ticker) ?? new Set()).add(name));
    return [[description, ticker] as const];
  });
  return new Map(told.filter(([, ticker]) => namesOf.get(ticker)?.size === 1));
}

function plain(description: string): string {
  return description.trim().replace(/\s+/g, " ");
}
