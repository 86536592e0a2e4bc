/** The Lots of a sale: which lots leave, in fill order (R-ID-2). */
import { cleanNumber } from "../values/decimals";
import type { LotChoice } from "../lots/trades";
import { quoteCell, readCell } from "./cells";
import { numberFromText } from "../values/number-text";
import type { CellFault } from "./number-cells";

/** Reads `L1`, `L1:30; L2:20` or `row 5:30`; lots are parted by semicolons, or by commas where there are none. */
export function readLotsCell(cell: unknown): readonly LotChoice[] | null | CellFault {
  const read = readCell(cell);
  switch (read.kind) {
    case "blank":
      return null;
    case "error":
      return { says: `holds the error ${read.code}` };
    case "number":
      return read.value === 0 ? null : [{ lot: String(read.value) }];
    case "boolean":
      return [{ lot: quoteCell(cell) }];
    case "text":
      return lotsFromText(read.value);
  }
}

function lotsFromText(text: string): readonly LotChoice[] | CellFault {
  const bySemicolon = /[;\n]/.test(text);
  // `L1:1,000` without a semicolon could be 1,000 shares of L1, or 1 share of L1 and all of lot 000.
  if (!bySemicolon && /:\s*\d{1,3},\d{3}(?!\d)/.test(text)) {
    return { says: `is ${quoteCell(text)}; write numbers without a comma, or part the lots with semicolons` };
  }
  const choices: LotChoice[] = [];
  for (const part of text.split(bySemicolon ? /[;\n]/ : ",")) {
    if (part.trim() === "") continue;
    const choice = lotFromText(part.trim());
    if ("says" in choice) return choice;
    choices.push(choice);
  }
  return choices.length === 0 ? { says: `is ${quoteCell(text)}, which names no lot` } : choices;
}

function lotFromText(text: string): LotChoice | CellFault {
  const colon = text.lastIndexOf(":");
  if (colon < 0) return { lot: text };
  const lot = text.slice(0, colon).trim();
  const shares = numberFromText(text.slice(colon + 1).trim());
  if (lot === "" || shares === null || shares <= 0) {
    return { says: `is ${quoteCell(text)}, which is not a lot and its shares, such as L1:30` };
  }
  return { lot, shares };
}

/** Why the lots' shares do not fit the quantity, or null when they do. */
export function lotsDisagree(choices: readonly LotChoice[], shares: number): CellFault | null {
  const named = cleanNumber(choices.reduce((sum, choice) => sum + (choice.shares ?? 0), 0));
  const allStated = choices.every((choice) => choice.shares !== undefined);
  if (named > shares || (allStated && named !== shares)) {
    return { says: `names ${named} shares, but Quantity is ${shares}` };
  }
  return null;
}
