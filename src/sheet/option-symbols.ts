/** What the symbol of an option says by itself: the stock, call or put, and the strike. */
import { numberFromText } from "./number-cells";

export interface SymbolOfOption {
  /** The letters before the expiry: the underlying, though an adjusted contract may add a digit (`AAPL1`). */
  readonly root: string;
  readonly type: "call" | "put";
  /** Dollars per share. */
  readonly strike: number;
}

/** Each names the groups root, side and strike; spellings of the clearing corporation and of brokers. */
const SPELLINGS: readonly RegExp[] = [
  // `AAPL  240119C00150000`, `XYZ 250117C45`, ` -NVDA260807C200`, `XYZ_011725C45`
  /^-?\s*\.?(?<root>[A-Z][A-Z0-9.]*?)[\s_]*\d{6}(?<side>[CP])(?<strike>\d+(\.\d+)?)$/i,
  // `JPM 08/16/2024 200.00 C`, `JPM 8/16/24 $200 Call`
  /^(?<root>\S+)\s+\d{1,2}\/\d{1,2}\/\d{2,4}\s+\$?(?<strike>[\d.,]+)\s+(?<side>C|P|Call|Put)$/i,
  // `XYZ 1/17/2025 Call $45.00`
  /^(?<root>\S+)\s+\d{1,2}\/\d{1,2}\/\d{2,4}\s+(?<side>C|P|Call|Put)\s+\$?(?<strike>[\d.,]+)$/i,
  // `XYZ 17JAN25 45 C`
  /^(?<root>\S+)\s+\d{1,2}[A-Z]{3}\d{2,4}\s+\$?(?<strike>[\d.,]+)\s+(?<side>C|P|Call|Put)$/i,
  // `XYZ Jan 17 '25 $45 Call`
  /^(?<root>\S+)\s+[A-Z]{3}\s+\d{1,2},?\s*'?\d{2,4}\s+\$?(?<strike>[\d.,]+)\s+(?<side>C|P|Call|Put)$/i,
];

/** The clearing corporation writes strikes as eight digits in thousandths of a dollar. */
const CLEARING_STRIKE = /^\d{8}$/;

/** null when the symbol names no option. */
export function optionOfSymbol(symbol: string): SymbolOfOption | null {
  for (const spelling of SPELLINGS) {
    const { root, side, strike } = spelling.exec(symbol.trim())?.groups ?? {};
    if (root === undefined || side === undefined || strike === undefined) continue;
    const dollars = CLEARING_STRIKE.test(strike) ? Number(strike) / 1000 : numberFromText(strike);
    if (dollars === null) continue;
    return { root: root.toUpperCase(), type: side.toUpperCase().startsWith("C") ? "call" : "put", strike: dollars };
  }
  return null;
}
