import assert from "node:assert/strict";
import { orderingOf } from "../../src/lots/methods/table";
import { ordersToCompare } from "../../src/report/compare-methods";

const WITH_RATES = { shortRate: 0.37, longRate: 0.2 };
const WITHOUT = { shortRate: null, longRate: null };

describe("R-ID-3: the orders that a sale can be compared by", () => {
  it("methods of one order are one, under the law's or our name", () => {
    const fifo = ordersToCompare(WITH_RATES, false).orders.find(({ method }) => method === "FIFO");
    assert.ok(fifo?.names.includes("ETRADE_FIFO"));
    assert.deepEqual(fifo?.names.map((name) => orderingOf(name)), fifo?.names.map(() => orderingOf("FIFO")));
  });

  it("specific lots are no order", () =>
    assert.ok(!ordersToCompare(WITH_RATES, true).orders.some(({ names }) => names.includes("SPEC"))));

  it("R-AVG-1: average basis only where it may be used", () => {
    const averaged = (may: boolean): boolean => ordersToCompare(WITH_RATES, may).orders.some(({ method }) => method === "AVG");
    assert.equal(averaged(true), true);
    assert.equal(averaged(false), false);
  });

  it("R-ID-5: what weighs tax is left out without both rates, and named", () => {
    assert.deepEqual(ordersToCompare(WITHOUT, false).lackRates, ["MINTAX", "FOLIO_WLFS", "FOLIO_WGFS"]);
    assert.deepEqual(ordersToCompare({ shortRate: 0.3, longRate: null }, false).lackRates.length, 3);
    assert.deepEqual(ordersToCompare(WITH_RATES, false).lackRates, []);
  });
});
