import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { optionOfSymbol } from "../../src/import/option-symbols";
import { isoFromDay } from "../../src/values/plain-date";

describe("The symbol of an option says its stock, call or put, strike and expiry", () => {
  const SYMBOLS: readonly (readonly [string, string])[] = [
    ["XYZ 250117C45", "XYZ call 45, 2025-01-17"],
    ["AAPL  240119C00150000", "AAPL call 150, 2024-01-19"],
    ["AAPL240119P00152500", "AAPL put 152.5, 2024-01-19"],
    [" -NVDA260807C200", "NVDA call 200, 2026-08-07"],
    ["-NVDA260807P97.5", "NVDA put 97.5, 2026-08-07"],
    ["XYZ_011725C45", "XYZ call 45, 2025-01-17"],
    [".XYZ250117P45", "XYZ put 45, 2025-01-17"],
    ["AAPL1 250117C00045500", "AAPL1 call 45.5, 2025-01-17"],
    ["BRK.B 250117C400", "BRK.B call 400, 2025-01-17"],
    ["JPM 08/16/2024 200.00 C", "JPM call 200, 2024-08-16"],
    ["JPM 8/16/24 $1,200 Put", "JPM put 1200, 2024-08-16"],
    ["XYZ 1/17/2025 Call $45.00", "XYZ call 45, 2025-01-17"],
    ["XYZ 17JAN25 45 P", "XYZ put 45, 2025-01-17"],
    ["xyz Jan 17 '25 $45 Call", "XYZ call 45, 2025-01-17"],
    ["XYZ 251399C45", "XYZ call 45, no day"],
    ["XYZ Jan 17, 2025 45.5 put", "XYZ put 45.5, 2025-01-17"],
  ];
  for (const [symbol, read] of SYMBOLS) {
    it(symbol.trim(), () => {
      const option = optionOfSymbol(symbol);
      assert.equal(option && `${option.root} ${option.type} ${option.strike}, ${option.expiry === null ? "no day" : isoFromDay(option.expiry)}`, read);
    });
  }
  for (const symbol of ["XYZ", "BRK B", "C", "P", "912828C57", "XYZ Jan 20", "CALL", "ABC.RT", "BTC-USD", "00123C45", "JPM 08/16/2024", "CD 01/17/2025 4.5 %"]) {
    it(`${symbol} names none`, () => assert.equal(optionOfSymbol(symbol), null));
  }
});
