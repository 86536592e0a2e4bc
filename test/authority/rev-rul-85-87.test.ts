import assert from "node:assert/strict";
import { callTable } from "../cases/built-functions";
import { settingsRange, tradesRange } from "../cases/case-ranges";
import type { CaseSettings } from "../cases/case-format";
import { picture, row } from "./picture";

/** Dates and shares were read in the ruling: sold 3 December 1984, put written the next day, open until February. Prices are ours. */
const PUT = { symbol: "STOCK 850201P60", assetType: "option", optionType: "put", underlying: "STOCK", multiplier: "100" } as const;
const ledger = [
  row("1984-03-01", "BUY", "100", { price: "60" }),
  row("1984-12-03", "SELL", "100", { price: "45" }),
  row("1984-12-04", "SHORT", "1", { price: "15.50", ...PUT }),
];
const under = (writtenPuts?: CaseSettings["writtenPuts"]) => picture(ledger, writtenPuts === undefined ? {} : { writtenPuts });
const notes = (writtenPuts?: CaseSettings["writtenPuts"]) => {
  const settings = settingsRange({ settings: writtenPuts === undefined ? {} : { writtenPuts }, transactions: ledger });
  return callTable("WASHSALE", tradesRange(ledger), "Note", settings).map((line) => String(Object.values(line)[0]));
};

describe("Rev. Rul. 85-87: a put written deep in the money the day after a loss", () => {
  it("whether it was sure to be exercised is a question of fact: by default the loss stands and both rows say so", () => {
    assert.deepEqual(under().sold, ["100 of 1984-03-01 on 1984-12-03: 4500.00 - 6000.00 = -1500.00, short, 0.00 disallowed"]);
    assert.match(notes()[1] ?? "", /put written on row 4.*Rev\. Rul\. 85-87/);
    assert.match(notes()[2] ?? "", /row 3.*Rev\. Rul\. 85-87/);
  });
  it("the user says match: the loss of 1,500 is disallowed", () =>
    assert.deepEqual(under("match").sold, ["100 of 1984-03-01 on 1984-12-03: 4500.00 - 6000.00 = -1500.00, short, 1500.00 disallowed"]));
  it("matched, it comes back when the put is assigned: 6,000 - 1,550 + 1,500 = 5,950 for the shares", () =>
    assert.deepEqual(
      picture([...ledger, row("1985-01-31", "ASSIGNED", "1", { price: "60", ...PUT })], { writtenPuts: "match" }).left.map((line) => line.split(",")[0]),
      ["100 of 1985-01-31: 5950.00"],
    ));
  it("the user says ignore: allowed, and nothing is said", () => {
    assert.match(under("ignore").sold[0] ?? "", / 0\.00 disallowed$/);
    assert.doesNotMatch(notes("ignore").join(" "), /85-87/);
  });
  it("a put out of the money is not asked about", () => {
    const outside = [ledger[0]!, ledger[1]!, row("1984-12-04", "SHORT", "1", { price: "1", ...PUT, symbol: "STOCK 850201P40" })];
    const said = callTable("WASHSALE", tradesRange(outside), "Note").map((line) => String(Object.values(line)[0])).join(" ");
    assert.doesNotMatch(said, /85-87/);
  });
});
