import { explained, says, saysNot } from "./explained";
import { on, rowsOf } from "./rows-of";

const gift = on("Gift received");
const sell = on("Sell");

describe("EXPLAIN a gift worth less than its giver's basis (R-GIFT-1, Pub. 551: basis 10,000, value 8,000)", () => {
  const facts = { Quantity: 100, Amount: 10000, Acquired: "2020-01-15", Value: 80 };
  const soldAt = (price: number) => explained(rowsOf(gift("2023-05-01", "XYZ", facts), sell("2023-11-01", "XYZ", { Quantity: 100, Price: price })), 3);

  it("says which basis will count when", () => {
    const received = explained(rowsOf(gift("2023-05-01", "XYZ", facts)), 2);
    says(received, "100 × $80.00 = $8,000.00, is less than the giver's basis of $10,000.00 (R-GIFT-1)");
    says(received, "above $10,000.00 for all, the gain is counted from that basis; sold below $8,000.00, the loss is counted from that value");
    says(received, "A gift is no purchase for the wash-sale rule (R-WS-2).");
    says(received, "Still held in A: 100 XYZ, basis $10,000.00 (for a loss $8,000.00)");
  });
  it("sold for 12,000: 2,000 of gain over the giver's basis, with the giver's period", () => {
    says(soldAt(120), "proceeds $12,000.00 - basis $10,000.00 = a gain of $2,000.00.");
    says(soldAt(120), "counts from 2020-01-15, when the giver acquired it (R-GIFT-1). Long-term");
  });
  it("sold for 7,000: 1,000 of loss from the value, with a period from the gift", () => {
    says(soldAt(70), "proceeds $7,000.00 - basis $8,000.00 = a loss of $1,000.00.");
    says(soldAt(70), "Sold at a loss, a gift counts from the day it was received, 2023-05-01 (R-GIFT-1). Short-term");
  });
  it("sold for 9,000: neither gain nor loss", () =>
    says(soldAt(90), "proceeds $9,000.00 - basis $9,000.00 = a gain of $0.00. Sold between its value at the gift and the giver's basis: no gain and no loss"));
  it("adds up over all three cases: 4,000 + 2,400 + 2,700 = 9,100 of 10,000", () => {
    const all = rowsOf(
      gift("2023-05-01", "XYZ", facts),
      sell("2023-11-01", "XYZ", { Quantity: 40, Price: 120 }),
      sell("2023-11-02", "XYZ", { Quantity: 30, Price: 70 }),
      sell("2023-11-03", "XYZ", { Quantity: 30, Price: 90 }),
    );
    says(explained(all, 2), "= $9,100.00 in the lines above + $900.00 between the giver's basis and the basis used (R-GIFT-1)");
  });
});

describe("EXPLAIN a gift worth more than its giver's basis (R-GIFT-1)", () => {
  it("adds the gift tax on what it had risen: 800 × 2,000 ÷ 8,000 = 200", () => {
    const received = explained(rowsOf(gift("2023-05-01", "ABC", { Quantity: 100, Amount: 6000, Acquired: "2020-01-15", Value: 80, Fees: 800 })), 2);
    says(received, "the giver's basis counts for gain and loss (R-GIFT-1)");
    says(received, "$800.00 × ($8,000.00 - $6,000.00) ÷ $8,000.00 = $200.00 is added; basis $6,000.00 + $200.00 = $6,200.00 (R-GIFT-1).");
    says(received, "acquired 2020-01-15, long-term from 2021-01-16 on (R-HP-1)");
  });
});

describe("EXPLAIN a transfer from a spouse (R-GIFT-3)", () => {
  it("keeps the giver's basis for gain and loss alike", () => {
    const received = explained(rowsOf(on("Received from spouse")("2023-05-01", "XYZ", { Quantity: 100, Amount: 10000, Acquired: "2020-01-15" })), 2);
    says(received, "The basis is the giver's, $10,000.00, for gain and loss alike (R-GIFT-3).");
  });
  it("and the giver's period, by that rule on the sale as well", () => {
    const trades = rowsOf(on("Received from spouse")("2023-05-01", "XYZ", { Quantity: 100, Amount: 10000, Acquired: "2020-01-15" }), sell("2023-11-01", "XYZ", { Quantity: 100, Price: 120 }));
    says(explained(trades, 3), "Its holding period counts from 2020-01-15, when the giver acquired it (R-GIFT-3). Long-term");
    saysNot(explained(trades, 3), "R-GIFT-1");
  });
});

describe("EXPLAIN an inheritance (R-INH-1, R-HP-4)", () => {
  it("has the value at death for basis and is long-term at once: 100 × 55 = 5,500", () => {
    const trades = rowsOf(on("Inherit")("2024-02-10", "XYZ", { Quantity: 100, Value: 55 }), sell("2024-04-15", "XYZ", { Quantity: 100, Price: 60 }));
    says(explained(trades, 2), "Basis: the value at death, 100 × $55.00 = $5,500.00, that is $55.00 a share, whatever the shares had cost (R-INH-1).");
    says(explained(trades, 3), "= a gain of $500.00. Long-term: inherited (R-HP-4).");
  });
});

describe("EXPLAIN an unknown basis (R-ID-6)", () => {
  const trades = rowsOf(on("Buy")("2020-01-02", "UNK", { Quantity: 10, Amount: "Unknown" }), sell("2024-02-02", "UNK", { Quantity: 10, Price: 180 }));
  it("is taken as 0 and said on both rows", () => {
    says(explained(trades, 2), "Basis: not known, as the row says. It is taken as $0.00");
    says(explained(trades, 3), "Its basis is not known and is taken as 0, so all of the proceeds are gain until you enter it (R-ID-6).");
  });
});
