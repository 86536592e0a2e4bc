import { explained, says } from "./explained";
import { on, rowsOf } from "./rows-of";

const FUND = { Type: "Fund" };
const buy = on("Buy");
const sell = on("Sell");

describe("EXPLAIN average basis (R-AVG-2, R-AVG-3, Pub. 564 table)", () => {
  const trades = rowsOf(
    buy("2008-02-06", "FUND", { ...FUND, Quantity: 160, Price: 25 }),
    buy("2008-08-07", "FUND", { ...FUND, Quantity: 240, Price: 20 }),
    on("Reinvest")("2008-12-18", "FUND", { ...FUND, Quantity: 10, Price: 30 }),
    sell("2009-10-01", "FUND", { ...FUND, Quantity: 210, Price: 32 }),
  );
  const AVERAGE = [["Method", "AVG"]];
  it("shows the pool and the sum: 9,100 × 210 ÷ 410 = 4,660.98", () => {
    const sale = explained(trades, 5, AVERAGE);
    says(sale, "The pool before the sale: 410 shares with a basis of $9,100.00, an average of $22.195122 a share.");
    says(sale, "Basis sold: $9,100.00 × 210 ÷ 410 = $4,660.98, rounded once (R-AVG-2, R-RND-2).");
    says(sale, "for them the shares acquired first leave first (R-AVG-3)");
  });
  it("rounds the average first where the setting says so: 22.20 × 210 = 4,662.00", () => {
    const sale = explained(trades, 5, [...AVERAGE, ["Average rounding", "Per share to cents"]]);
    says(sale, "Basis sold: 210 × $22.20 = $4,662.00, the average first rounded to the cent per share by your setting Average rounding (R-AVG-2).");
  });
  it("says at each purchase what the average moved", () => says(explained(trades, 4, AVERAGE), "+ $78.05 moved between the lots of the pool by averaging (R-AVG-2)"));
  const ended = (action: string, facts: object) =>
    rowsOf(
      buy("2008-02-06", "FUND", { ...FUND, Quantity: 160, Price: 25 }),
      buy("2008-08-07", "FUND", { ...FUND, Quantity: 240, Price: 20 }),
      buy("2008-12-18", "FUND", { ...FUND, Quantity: 10, Price: 30 }),
      on(action)("2009-10-01", "FUND", { ...FUND, ...facts }),
    );
  it("a merger, a disposition, finds each lot at the average of 9,100 over 410 shares", () => {
    const merged = explained(ended("Merger", { "New symbol": "NEW", Ratio: "1:1" }), 5, AVERAGE);
    // 9,100 × 160 ÷ 410 = 3,551.22; 5,548.78 × 240 ÷ 250 = 5,326.83; 221.95 is left.
    says(merged, "each lot first has its part of the pool's $9,100.00 by shares: $3,551.22, $5,326.83, $221.95 (R-AVG-2, R-AVG-3).");
    says(merged, "160 FUND with basis $3,551.22 become 160 NEW with basis $3,551.22.");
  });
  it("a return of capital is none and goes by each lot's own cost (R-CA-6): 4,000 - 160 = 3,840", () =>
    says(explained(ended("Return of capital", { Amount: 410 }), 5, AVERAGE), "160 of 410 shares are paid $160.00; basis $4,000.00 - $160.00 = $3,840.00."));
  it("points out what is not marked as a fund (R-AVG-1)", () => {
    const stock = rowsOf(buy("2023-02-06", "XYZ", { Quantity: 10, Price: 25 }), sell("2024-02-07", "XYZ", { Quantity: 5, Price: 32 }));
    says(explained(stock, 3, AVERAGE), "To look at: XYZ is not marked as a fund");
  });
});

describe("EXPLAIN the six-month rule of funds (R-HP-8, IRC 852(b)(4))", () => {
  // Bought for 2,500, sold two months later for 2,000: a loss of 500.
  const trades = rowsOf(
    buy("2024-01-02", "FUND", { ...FUND, Quantity: 100, Price: 25 }),
    on("Capital gain distribution")("2024-02-01", "FUND", { ...FUND, Amount: 100 }),
    on("Exempt-interest dividend")("2024-02-02", "FUND", { ...FUND, Amount: 50 }),
    sell("2024-03-04", "FUND", { ...FUND, Quantity: 100, Price: 20 }),
  );
  it("says of each dividend what it is for and which sale it changed", () => {
    says(explained(trades, 3), "the loss is long-term up to this amount (R-HP-8)");
    says(explained(trades, 3), "The rule changes the loss on row 5");
    says(explained(trades, 4), "the loss is disallowed up to this amount (R-HP-8)");
  });
  it("disallows 50, makes 100 long-term and leaves 350 short-term", () => {
    const sale = explained(trades, 5);
    says(sale, "Long-term: this much of the loss on fund shares held six months or less is covered by capital gain dividends");
    says(sale, "= $100.00 of it is left.");
    says(sale, "= $350.00 of it is left.");
    says(sale, "$50.00 is disallowed, which leaves a loss of $450.00 to report (-$500.00 + $50.00).");
  });
  it("says where no dividends are known", () => {
    const bare = rowsOf(buy("2024-01-02", "FUND", { ...FUND, Quantity: 100, Price: 25 }), sell("2024-03-04", "FUND", { ...FUND, Quantity: 100, Price: 20 }));
    says(explained(bare, 3), "To look at: FUND sold at a loss within six months, and no row gives its capital gain or exempt-interest dividends");
  });
});

describe("EXPLAIN a collectible (R-TAX-4)", () => {
  it("says that its long-term gain has a rate of its own", () => {
    const trades = rowsOf(buy("2020-01-02", "GLD", { Quantity: 10, Price: 150 }), sell("2024-02-02", "GLD", { Quantity: 10, Price: 180 }));
    says(explained(trades, 3), "whose long-term gain is taxed at up to 28%: Form 8949 code C, and no tax is computed on it here (R-TAX-4)");
  });
});

describe("EXPLAIN a broker's method by its name (R-ID-3)", () => {
  it("tells its order and whose it is", () => {
    const trades = rowsOf(buy("2023-02-06", "XYZ", { Quantity: 10, Price: 25 }), buy("2023-02-07", "XYZ", { Quantity: 10, Price: 30 }), sell("2024-02-08", "XYZ", { Quantity: 5, Price: 32 }));
    says(explained(trades, 4, [["Method", "FIDELITY_HICO"]]), /Lots in A by FIDELITY_HICO, a standing order \(.*R-ID-3\)\. Order: highest adjusted basis per share first/);
  });
});

describe("EXPLAIN an account outside the wash-sale rule (R-WS-15)", () => {
  const trades = rowsOf(
    buy("2024-01-02", "XYZ", { Quantity: 10, Price: 30 }),
    sell("2024-02-01", "XYZ", { Quantity: 10, Price: 20 }),
    buy("2024-02-05", "XYZ", { Quantity: 10, Price: 21 }),
  );
  it("says why its loss is not tested", () =>
    says(explained(trades, 3, [["Wash exempt", "A"]]), "A is an account of a dealer or a trader under section 475(f) by your setting Wash exempt"));
  it("a controlled corporation's purchase loses the loss for good (R-WS-9)", () => {
    const elsewhere = rowsOf(
      buy("2024-01-02", "XYZ", { Quantity: 10, Price: 30, Account: "A" }),
      sell("2024-02-01", "XYZ", { Quantity: 10, Price: 20, Account: "A" }),
      buy("2024-02-05", "XYZ", { Quantity: 10, Price: 21, Account: "Corp" }),
    );
    says(explained(elsewhere, 3, [["Account", "Corp", "Taxable", "Corporation"]]), "lost for good: Corp belongs to a corporation you control, whose basis is not yours.");
  });
});

describe("EXPLAIN an average sale over covered and noncovered shares (R-AVG-1)", () => {
  const fund = (date: string, price: number) => buy(date, "FND", { Type: "Fund", Quantity: 100, Price: price });
  const trades = rowsOf(fund("2010-01-10", 10), fund("2013-01-10", 20), fund("2014-01-10", 30), sell("2024-03-10", "FND", { Type: "Fund", Quantity: 150, Price: 15 }));
  it("shows two pools: 1,000 for 100, and 5,000 × 50 ÷ 200 = 1,250", () => {
    const said = explained(trades, 5, [["Method", "AVG"]]);
    says(said, "The noncovered pool before the sale: 100 shares with a basis of $1,000.00, an average of $10.00 a share.");
    says(said, "Basis sold: $1,000.00 × 100 ÷ 100 = $1,000.00, rounded once (R-AVG-2, R-RND-2).");
    says(said, "The covered pool before the sale: 200 shares with a basis of $5,000.00, an average of $25.00 a share.");
    says(said, "Basis sold: $5,000.00 × 50 ÷ 200 = $1,250.00, rounded once (R-AVG-2, R-RND-2).");
  });
  it("together, by the setting: 6,000 × 150 ÷ 300 = 3,000", () =>
    says(explained(trades, 5, [["Method", "AVG"], ["Covered pools", "Together"]]), "Basis sold: $6,000.00 × 150 ÷ 300 = $3,000.00"));
  it("rounded per share by the setting: 1,000 ÷ 3 is 333.33; 2 × 333.33 = 666.66, not 666.67", () => {
    const odd = rowsOf(buy("2013-01-10", "FND", { Type: "Fund", Quantity: 3, Price: "", Amount: 1000 }), sell("2024-03-10", "FND", { Type: "Fund", Quantity: 2, Price: 400 }));
    says(explained(odd, 3, [["Method", "AVG"], ["Average rounding", "Per share to cents"]]), "Basis sold: 2 × $333.33 = $666.66, the average first rounded to the cent per share by your setting Average rounding (R-AVG-2).");
  });
});
