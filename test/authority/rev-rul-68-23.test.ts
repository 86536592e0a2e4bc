import assert from "node:assert/strict";
import { event, picture, row } from "./picture";

/** Figures read in the ruling, with x = 1 dollar; dates assumed, and the other property treated as cash. */
describe("Rev. Rul. 68-23: boot in a reorganization, each block by itself", () => {
  const exchange = picture([
    row("1960-01-04", "BUY", "600", { price: "495" }),
    row("1965-03-01", "BUY", "400", { price: "525" }),
    event("1967-06-01", "MERGER", { newSymbol: "X", newShares: "1", oldShares: "1", cashPerShare: "5", fmvNew: "500", taxable: false }),
  ]);
  it("600 shares: 303,000 received for 297,000, gain 6,000, recognized to the 3,000 of other property", () =>
    assert.equal(exchange.sold[0], "600 of 1960-01-04 on 1967-06-01: 3000.00 - 0.00 = 3000.00, long, 0.00 disallowed"));
  it("400 shares: 202,000 received for 210,000; the loss of 8,000 is not recognized and offsets nothing", () =>
    assert.equal(exchange.sold[1], "400 of 1965-03-01 on 1967-06-01: 2000.00 - 2000.00 = 0.00, long, 0.00 disallowed"));
  it("bases under section 358: 297,000 - 3,000 + 3,000 and 210,000 - 2,000", () =>
    assert.deepEqual(exchange.left, ["X 600 of 1960-01-04: 297000.00", "X 400 of 1965-03-01: 208000.00"]));
});

describe("26 USC 356(a)(1): never more gain than realized, never more than the boot", () => {
  /** Numbers ours: 100 shares, 10.00 of cash each and one share worth 30. */
  const merged = (cost: string) =>
    picture([
      row("2021-05-03", "BUY", "100", { price: cost }),
      event("2024-05-01", "MERGER", { newSymbol: "X", newShares: "1", oldShares: "1", cashPerShare: "10", fmvNew: "30", taxable: false }),
    ]);
  it("cost 25: realized 1,500, recognized 1,000, new basis 2,500 - 1,000 + 1,000", () =>
    assert.deepEqual(merged("25"), {
      sold: ["100 of 2021-05-03 on 2024-05-01: 1000.00 - 0.00 = 1000.00, long, 0.00 disallowed"],
      matched: [],
      left: ["X 100 of 2021-05-03: 2500.00"],
    }));
  it("cost 36: realized and recognized 400, new basis 3,600 - 1,000 + 400", () =>
    assert.deepEqual(merged("36"), {
      sold: ["100 of 2021-05-03 on 2024-05-01: 1000.00 - 600.00 = 400.00, long, 0.00 disallowed"],
      matched: [],
      left: ["X 100 of 2021-05-03: 3000.00"],
    }));
});
