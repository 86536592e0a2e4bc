/** What a symbol stands for: shares, a digital asset, or an option with its terms (R-OPT, R-WS-17). */
import type { OptionTerms } from "../lots/trades";
import type { Day } from "../values/plain-date";
import { optionOfSymbol } from "../import/option-symbols";
import type { SymbolOfOption } from "../import/option-symbols";
import { rowProblem } from "./row-faults";
import type { RowProblem } from "./row-faults";
import { isBroadIndex, isFuture, section1256Problem } from "./section-1256";
import { isMetalTrust, isOptionType } from "./security-types";
import type { StatedSecurity } from "./stated-securities";

export type Security =
  | { readonly is: "shares"; readonly digital: boolean; readonly fund: boolean; readonly reit: boolean; readonly collectible: boolean }
  | {
      readonly is: "option";
      readonly terms: Omit<OptionTerms, "underlying">;
      readonly underlying: string;
      /** null where the symbol does not tell it. */
      readonly expiry: Day | null;
    }
  /** Every row of the symbol has this problem. */
  | { readonly is: "unreadable"; readonly problem: RowProblem };

/** Shares a listed contract covers where no row says otherwise. */
const USUAL_MULTIPLIER = 100;
/** A split can make odd contracts of a few thousand shares; beyond that it is no multiplier. */
const LARGEST_MULTIPLIER = 1e6;

/**
 * @param stated what the rows say of it under Type, Underlying and Multiplier
 * @param digitalExport the range is an export of digital assets
 */
export function securityOf(symbol: string, stated: StatedSecurity, digitalExport: boolean): Security {
  const type = stated.type?.value;
  if (type === "section 1256") return unreadable(section1256Problem("Type", `futures and index options such as ${symbol}`));
  if (isFuture(symbol)) return unreadable(section1256Problem("Symbol", `futures such as ${symbol}`));
  const named = optionOfSymbol(symbol);
  if (named !== null || (type !== undefined && isOptionType(type))) return optionOf(symbol, named, stated);
  const collectible = stated.isCollectible === true || isMetalTrust(symbol);
  return {
    is: "shares",
    digital: type === undefined ? digitalExport : type === "digital",
    // A trust that holds metal is no regulated investment company, however an export calls it.
    fund: stated.isFund === true && !collectible,
    reit: stated.isReit === true,
    collectible,
  };
}

function optionOf(symbol: string, named: SymbolOfOption | null, stated: StatedSecurity): Security {
  const underlying = stated.underlying?.value ?? named?.root;
  if (underlying === undefined) {
    const whatToDo = "Fill in the symbol of the stock under Underlying, or write the contract as XYZ 250117C45.";
    return unreadable(rowProblem("Underlying", `${symbol} is an option without Underlying`, whatToDo));
  }
  if (isBroadIndex(underlying) || (named !== null && isBroadIndex(named.root))) {
    const column = stated.underlying === undefined ? "Symbol" : "Underlying";
    return unreadable(section1256Problem(column, `options on ${isBroadIndex(underlying) ? underlying : named!.root}`));
  }
  if (underlying.toUpperCase() === symbol.toUpperCase()) {
    const whatToDo = "Give the option a symbol of its own, such as XYZ 250117C45.";
    return unreadable(rowProblem("Symbol", `${symbol} is both the option and its Underlying`, whatToDo));
  }
  const side = named?.type ?? stated.side?.value;
  if (side === undefined) {
    return unreadable(rowProblem("Type", `${symbol} is an option that is neither Call nor Put`, "Write Call or Put under Type."));
  }
  const multiplier = stated.multiplier?.value ?? USUAL_MULTIPLIER;
  if (!Number.isInteger(multiplier) || multiplier < 1 || multiplier > LARGEST_MULTIPLIER) {
    const whatToDo = "Write the shares one contract covers, usually 100, or leave it blank.";
    return unreadable(rowProblem("Multiplier", `Multiplier of ${symbol} is ${multiplier}`, whatToDo));
  }
  return { is: "option", underlying, terms: { type: side, multiplier, strike: named?.strike ?? null }, expiry: named?.expiry ?? null };
}

/** Found when the underlying is met, for its own rows may be what calls it an option. */
export function optionOnOption(symbol: string): Security {
  return unreadable(rowProblem("Underlying", `Underlying of ${symbol} is itself an option`, "Write the symbol of the stock."));
}

function unreadable(problem: RowProblem): Security {
  return { is: "unreadable", problem };
}
