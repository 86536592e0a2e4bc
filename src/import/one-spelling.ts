/**
 * One spelling for each security, whichever broker writes it: wash sales run over all accounts (R-WS-1), and one account has
 * BRK.B where the next has BRK/B, BRK B or BRKB. Options are written as root, expiry and strike: XYZ 250117C45.
 */
import { isoFromDay } from "../values/plain-date";
import type { ImportedCells, ImportedHeading } from "./import-types";
import { optionOfSymbol } from "./option-symbols";

/** A class of shares: one letter after a mark. */
const CLASS = /^([A-Z]{1,5})[ /.-]([A-Z])$/;
/**
 * A series of preferred shares: BAC PRL, BAC/PRL, BAC-PR-L; BAC-PL. BAC-L is no series: a class may have its letter, as
 * AGM.A and AGM.PRA.
 */
const PREFERRED = /^([A-Z]{1,5})(?:[ /.-]PR[ /.-]?|-P)([A-Z])$/;
/** Without a mark, BACPRL: only where it is longer than listed shares and funds are, such as VIPRX. */
const PREFERRED_WITHOUT_MARK = /^([A-Z]{3,5})PR([A-Z])$/;

/**
 * Classes that some brokers and all options write without a mark; none of these is the symbol of another security. Classes on
 * Nasdaq have no mark anywhere (GOOGL) and are not listed.
 */
const CLASSES_WITHOUT_MARK: ReadonlyMap<string, string> = new Map(
  ["AGM.A", "AKO.A", "AKO.B", "BF.A", "BF.B", "BH.A", "BIO.B", "BRK.A", "BRK.B", "CRD.A", "CRD.B", "CWEN.A", "GEF.B", "GTN.A", "HEI.A", "HVT.A", "LEN.B",
    "LGF.A", "LGF.B", "MOG.A", "MOG.B", "PBR.A", "RDS.A", "RDS.B", "STZ.B", "TAP.A", "UHAL.B", "WLY.B", "WSO.B"].map((symbol) => [symbol.replace(".", ""), symbol]),
);

/** Names that are no symbol, such as a fund's, are left as they stand. */
export function inOneSpelling(symbol: string): string {
  const text = symbol.trim().replace(/\s+/g, " ");
  const option = optionOfSymbol(text);
  if (option !== null && option.expiry !== null) {
    return `${ofShares(option.root)} ${isoFromDay(option.expiry).slice(2).replace(/-/g, "")}${option.type === "call" ? "C" : "P"}${option.strike}`;
  }
  return ofShares(text);
}

/** Symbols are written in capitals, or by hand in small letters; what has both, without a mark, is a name. */
const SYMBOL = /^([A-Z /.-]+|[a-z /.-]+|[A-Za-z]+[/.-][A-Za-z/.-]+)$/;

function ofShares(text: string): string {
  if (!SYMBOL.test(text)) return text;
  const symbol = text.toUpperCase();
  if (!/[ /.-]/.test(symbol)) {
    const marked = CLASSES_WITHOUT_MARK.get(symbol) ?? symbol.replace(PREFERRED_WITHOUT_MARK, "$1.PR$2");
    return marked === symbol ? text : marked;
  }
  const spelled = symbol.replace(CLASS, "$1.$2").replace(PREFERRED, "$1.PR$2");
  return spelled === symbol ? text : spelled;
}

const SYMBOLS: readonly ImportedHeading[] = ["Symbol", "New symbol", "Underlying"];

export function symbolsOf(cells: ImportedCells): string[] {
  return SYMBOLS.flatMap((heading) => cells[heading] || []);
}

/** The row with each of its symbols written so. */
export function withSymbols(cells: ImportedCells, written: (symbol: string) => string): ImportedCells {
  const spelled: Partial<Record<ImportedHeading, string>> = { ...cells };
  for (const heading of SYMBOLS) if (spelled[heading]) spelled[heading] = written(spelled[heading]);
  return spelled;
}
