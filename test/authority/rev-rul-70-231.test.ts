import assert from "node:assert/strict";
import { picture, row } from "./picture";

/** Three blocks of 100 sold together at 125, 250 shares rebought. Purchase days and the last price are assumed. */
const threeBlocks = () =>
  picture([
    row("1967-02-01", "BUY", "100", { price: "158" }),
    row("1967-05-01", "BUY", "100", { price: "100" }),
    row("1967-09-01", "BUY", "100", { price: "95" }),
    row("1969-12-22", "SELL", "300", { price: "125" }),
    row("1970-01-08", "BUY", "250", { price: "120" }),
  ]);

describe("Rev. Rul. 70-231: a washed loss on one block is not netted with gains on others sold that day", () => {
  it("the loss of 3,300 is disallowed whole; the gains of 2,500 and 3,000 are taxed whole", () =>
    assert.deepEqual(threeBlocks().sold, [
      "100 of 1967-02-01 on 1969-12-22: 12500.00 - 15800.00 = -3300.00, long, 3300.00 disallowed",
      "100 of 1967-05-01 on 1969-12-22: 12500.00 - 10000.00 = 2500.00, long, 0.00 disallowed",
      "100 of 1967-09-01 on 1969-12-22: 12500.00 - 9500.00 = 3000.00, long, 0.00 disallowed",
    ]));
  it("100 of the 250 rebought take the loss: 12,000 + 3,300 = 15,300", () =>
    assert.deepEqual([...threeBlocks().left].sort(), ["100 of 1970-01-08: 15300.00, counts from 1967-02-18", "150 of 1970-01-08: 18000.00"]));
});
