import assert from "node:assert/strict";
import type { CaseTransaction } from "../cases/case-format";
import { picture, row } from "./picture";

/** What Form 1099-B box 1g shows, and what the return must show. Figures are ours; the two rules are the authority's. */
function views(transactions: readonly CaseTransaction[]) {
  return {
    broker: picture(transactions, { view: "broker" }),
    taxpayer: picture(transactions, { view: "taxpayer" }),
  };
}

const disallowed = (line: string | undefined) => line?.split(", ")[2];

describe("Treas. Reg. 1.6045-1(d)(6)(iii); 26 USC 6045(g)(2)(B)(ii): the broker sees one account and one security", () => {
  const lossInA = [row("2023-01-09", "BUY", "100", { price: "70" }), row("2024-02-05", "SELL", "100", { price: "60" })];

  it("rebought in the same account: both disallow 1,000", () => {
    const { broker, taxpayer } = views([...lossInA, row("2024-02-20", "BUY", "100", { price: "61" })]);
    assert.equal(disallowed(broker.sold[0]), "1000.00 disallowed");
    assert.deepEqual(broker, taxpayer);
  });

  it("rebought in another account: the broker disallows nothing, the return 1,000", () => {
    const { broker, taxpayer } = views([...lossInA, row("2024-02-20", "BUY", "100", { price: "61", account: "B" })]);
    assert.equal(disallowed(broker.sold[0]), "0.00 disallowed");
    assert.deepEqual(broker.left, ["100 of 2024-02-20 in B: 6100.00"]);
    assert.equal(disallowed(taxpayer.sold[0]), "1000.00 disallowed");
    assert.deepEqual(taxpayer.left, ["100 of 2024-02-20 in B: 7100.00, counts from 2023-01-24"]);
  });

  it("bought in another account before the sale and moved in: still not the broker's", () => {
    const { broker, taxpayer } = views([
      row("2023-01-09", "BUY", "100", { price: "70" }),
      row("2024-01-22", "BUY", "100", { price: "61", account: "B" }),
      { date: "2024-01-29", action: "TRANSFER", symbol: "STOCK", quantity: "100", fromAccount: "B", toAccount: "A" },
      row("2024-02-05", "SELL", "100", { price: "60" }),
    ]);
    assert.equal(disallowed(broker.sold[0]), "0.00 disallowed");
    assert.equal(disallowed(taxpayer.sold[0]), "1000.00 disallowed");
  });

  it("bought in the account and moved out before the sale: not the broker's", () => {
    const bought = [
      row("2023-01-09", "BUY", "100", { price: "70", account: "B" }),
      row("2024-01-22", "BUY", "100", { price: "61" }),
      { date: "2024-01-29", action: "TRANSFER", symbol: "STOCK", quantity: "100", fromAccount: "A", toAccount: "C" },
      { date: "2024-01-30", action: "TRANSFER", symbol: "STOCK", quantity: "100", fromAccount: "B", toAccount: "A" },
      row("2024-02-05", "SELL", "100", { price: "60" }),
    ];
    assert.equal(disallowed(views(bought).broker.sold[0]), "0.00 disallowed");
  });

  it("a security the user calls identical has another CUSIP: not the broker's", () => {
    const rows = [
      row("2023-01-09", "BUY", "100", { price: "70", symbol: "FNDA" }),
      row("2024-02-05", "SELL", "100", { price: "60", symbol: "FNDA" }),
      row("2024-02-20", "BUY", "100", { price: "61", symbol: "FNDB" }),
    ];
    const identicalGroups = [["FNDA", "FNDB"]];
    assert.equal(disallowed(picture(rows, { view: "broker", identicalGroups }).sold[0]), "0.00 disallowed");
    assert.equal(disallowed(picture(rows, { view: "taxpayer", identicalGroups }).sold[0]), "1000.00 disallowed");
  });

  it("within its account the broker raises the basis and redoes the term", () => {
    const { broker } = views([
      ...lossInA,
      row("2024-02-20", "BUY", "100", { price: "61" }),
      row("2024-03-28", "SELL", "100", { price: "75" }),
    ]);
    // 6,100 + 1,000 = 7,100; held 392 days before, so long-term after 37 days of its own.
    assert.equal(broker.sold[1], "100 of 2024-02-20 on 2024-03-28: 7500.00 - 7100.00 = 400.00, long, 0.00 disallowed");
  });
});

describe("Treas. Reg. 1.6045-1(d)(5): proceeds are net of commissions", () => {
  it("100 x 12 less 9.99", () =>
    assert.deepEqual(
      picture([row("2023-01-03", "BUY", "100", { price: "10", fees: "9.99" }), row("2023-09-01", "SELL", "100", { price: "12", fees: "9.99" })]).sold,
      ["100 of 2023-01-03 on 2023-09-01: 1190.01 - 1009.99 = 180.02, short, 0.00 disallowed"],
    ));
});
