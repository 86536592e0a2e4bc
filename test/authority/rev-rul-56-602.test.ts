import assert from "node:assert/strict";
import { picture, row } from "./picture";

describe("Rev. Rul. 56-602: shares left of the purchase that was sold are no replacement", () => {
  it("100 bought, 60 of them sold at a loss two weeks later (numbers assumed): the loss of 300 is allowed", () => {
    const { sold, matched, left } = picture([
      row("2024-05-01", "BUY", "100", { price: "50" }),
      row("2024-05-15", "SELL", "60", { price: "45" }),
    ]);
    assert.deepEqual(sold, ["60 of 2024-05-01 on 2024-05-15: 2700.00 - 3000.00 = -300.00, short, 0.00 disallowed"]);
    assert.deepEqual(matched, []);
    assert.deepEqual(left, ["40 of 2024-05-01: 2000.00"]);
  });

  it("nor are they when an earlier wash has adjusted part of that purchase", () => {
    const { sold } = picture([
      row("2024-01-02", "BUY", "50", { price: "100" }),
      row("2024-02-01", "SELL", "50", { price: "80" }),
      row("2024-02-12", "BUY", "100", { price: "82" }),
      row("2024-02-20", "SELL", "50", { price: "81" }),
    ]);
    // The 50 in front carry 1,000: 4,100 + 1,000 = 5,100; sold for 4,050.
    assert.equal(sold[1], "50 of 2024-02-12 on 2024-02-20: 4050.00 - 5100.00 = -1050.00, short, 0.00 disallowed");
  });

  it("but a second purchase inside the window is", () => {
    const { sold } = picture([
      row("2024-05-01", "BUY", "100", { price: "50" }),
      row("2024-05-08", "BUY", "10", { price: "48" }),
      row("2024-05-15", "SELL", "60", { price: "45" }),
    ]);
    // 300 x 10/60 = 50.
    assert.deepEqual(sold, ["60 of 2024-05-01 on 2024-05-15: 2700.00 - 3000.00 = -300.00, short, 50.00 disallowed"]);
  });
});
