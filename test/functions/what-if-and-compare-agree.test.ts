/** What a method costs in LOTGAIN and LOTPICK it costs in LOTCOMPARE (R-TAX-5). */
import assert from "node:assert/strict";
import { records, spilled, value } from "./calling";
import { DAY, drawnSale, drawnSaleAmongPurchases, type Asked } from "./one-symbol-ledgers";

const cents = (cell: unknown): number => Math.round(Number(cell) * 100);

describe("LOTGAIN and LOTPICK agree with LOTCOMPARE: the tax of a method", function () {
  this.timeout(120_000);

  const compareAll = (seeds: readonly [from: number, to: number], drawn: (seed: number) => Asked): { compared: number; washed: number } => {
    let [compared, washed] = [0, 0];
    for (let seed = seeds[0]; seed <= seeds[1]; seed += 1) {
      const { trades, settings, shares, price } = drawn(seed);
      for (const line of records("LOTCOMPARE", trades, "XYZ", shares, price, DAY, settings)) {
        const method = String(line["Method"]);
        if (method === "Least tax" || typeof line["Tax this year"] !== "number") continue;
        assert.equal(value("LOTGAIN", trades, "XYZ", shares, price, DAY, method, "Tax", settings), line["Tax this year"], `seed ${seed}: ${method}`);
        compared += 1;
        if (Number(line["Disallowed"]) > 0) washed += 1;
      }
    }
    return { compared, washed };
  };

  it("Tax of LOTGAIN is Tax this year of LOTCOMPARE, on 25 drawn ledgers", () => {
    const { compared } = compareAll([1001, 1025], drawnSale);
    assert.ok(compared > 500, `${compared} compared`);
  });

  it("also where purchases before and after the sale wash its losses, and more is sold later in the year", () => {
    const { compared, washed } = compareAll([1101, 1115], drawnSaleAmongPurchases);
    assert.ok(compared > 300 && washed > 30, `${compared} compared, ${washed} with a loss disallowed`);
  });

  it("and LOTPICK's Tax of the lots adds up to it", () => {
    for (let seed = 2001; seed <= 2010; seed += 1) {
      const { trades, settings, shares, price } = drawnSale(seed);
      const [headings, ...rows] = spilled("LOTPICK", trades, "XYZ", shares, price, DAY, "HIFO", settings);
      const at = headings!.indexOf("Tax");
      const sum = rows.reduce((all, row) => all + cents(row[at]), 0);
      assert.equal(sum, cents(value("LOTGAIN", trades, "XYZ", shares, price, DAY, "HIFO", "Tax", settings)), `seed ${seed}`);
    }
  });
});
