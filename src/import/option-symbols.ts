/** What the symbol of an option says by itself: the stock, the expiry, call or put, and the strike. */
import { existingDay, type Day } from "../values/plain-date";
import { numberFromText } from "../values/number-text";

export interface SymbolOfOption {
  /** The letters before the expiry: the underlying, though an adjusted contract may add a digit (`AAPL1`). */
  readonly root: string;
  readonly type: "call" | "put";
  /** Dollars per share. */
  readonly strike: number;
  /** null where the symbol's digits are no day. */
  readonly expiry: Day | null;
}

/** Each names the groups root, side and strike, and year, month and day of the expiry; spellings of the clearing corporation and of brokers. */
const SPELLINGS: readonly RegExp[] = [
  // `XYZ_011725C45`
  /^-?\s*\.?(?<root>[A-Z][A-Z0-9.]*?)_(?<month>\d\d)(?<day>\d\d)(?<year>\d\d)(?<side>[CP])(?<strike>\d+(\.\d+)?)$/i,
  // `AAPL  240119C00150000`, `XYZ 250117C45`, ` -NVDA260807C200`
  /^-?\s*\.?(?<root>[A-Z][A-Z0-9.]*?)[\s_]*(?<year>\d\d)(?<month>\d\d)(?<day>\d\d)(?<side>[CP])(?<strike>\d+(\.\d+)?)$/i,
  // `JPM 08/16/2024 200.00 C`, `JPM 8/16/24 $200 Call`
  /^(?<root>\S+)\s+(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{2,4})\s+\$?(?<strike>[\d.,]+)\s+(?<side>C|P|Call|Put)$/i,
  // `XYZ 1/17/2025 Call $45.00`
  /^(?<root>\S+)\s+(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{2,4})\s+(?<side>C|P|Call|Put)\s+\$?(?<strike>[\d.,]+)$/i,
  // `XYZ 17JAN25 45 C`
  /^(?<root>\S+)\s+(?<day>\d{1,2})(?<month>[A-Z]{3})(?<year>\d{2,4})\s+\$?(?<strike>[\d.,]+)\s+(?<side>C|P|Call|Put)$/i,
  // `XYZ Jan 17 '25 $45 Call`
  /^(?<root>\S+)\s+(?<month>[A-Z]{3})\s+(?<day>\d{1,2}),?\s*'?(?<year>\d{2,4})\s+\$?(?<strike>[\d.,]+)\s+(?<side>C|P|Call|Put)$/i,
];

/** The clearing corporation writes strikes as eight digits in thousandths of a dollar. */
const CLEARING_STRIKE = /^\d{8}$/;

/** null when the symbol names no option. */
export function optionOfSymbol(symbol: string): SymbolOfOption | null {
  if (!/\d/.test(symbol)) return null;
  for (const spelling of SPELLINGS) {
    const { root, side, strike, year, month, day } = spelling.exec(symbol.trim())?.groups ?? {};
    if (root === undefined || side === undefined || strike === undefined) continue;
    const dollars = CLEARING_STRIKE.test(strike) ? Number(strike) / 1000 : numberFromText(strike);
    if (dollars === null) continue;
    const type = side.toUpperCase().startsWith("C") ? "call" : "put";
    return { root: root.toUpperCase(), type, strike: dollars, expiry: expiryOf(year ?? "", month ?? "", day ?? "") };
  }
  return null;
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

function expiryOf(year: string, month: string, day: string): Day | null {
  const monthNumber = /^\d+$/.test(month) ? Number(month) : MONTHS.indexOf(month.toUpperCase()) + 1;
  return existingDay(year.length === 2 ? 2000 + Number(year) : Number(year), monthNumber, Number(day));
}
