import assert from "node:assert/strict";
import { isoOfSerial, records, spilled, type Shown } from "./calling";
import type { Range } from "./example-trades";
import { on, rowsOf, type Named } from "./rows-of";

const buy = on("Buy");
const sell = on("Sell");
const short = on("Sell short");
const cover = on("Buy to cover");
const put = { Type: "Put", Underlying: "XYZ", Multiplier: 100 };

const only = (trades: Range, year?: number, settings?: Range): Record<string, Shown> => {
  const rows = records("REALIZED", trades, year, settings);
  assert.equal(rows.length, 1);
  return rows[0]!;
};
const figures = (row: Record<string, Shown>): unknown[] =>
  ["Sale row", "Lot", "Proceeds", "Basis", "Gain", "Term", "Disallowed", "Code"].map((heading) => row[heading]);
const beside = (name: string, part: string, trades: Range, settings?: Range): Shown[] => spilled(name, trades, part, settings).map(([cell]) => cell!);

describe("REALIZED: cash in a reorganization (R-CA-7)", () => {
  const trades = rowsOf(
    buy("2020-03-02", "OLD", { Quantity: 100, Price: 40 }),
    on("Merger")("2023-05-15", "OLD", { "New symbol": "NEW", Ratio: "1:1", "Cash per share": 10, "New value": 50 }),
  );
  it("is a row with the cash as proceeds and the cash less the recognized gain as basis", () => {
    assert.deepEqual(figures(only(trades)), [3, "row 2", 1000, 0, 1000, "Long", 0, ""]);
    assert.equal(only(trades)["Note"], "Cash in a merger: $1,000.00 of gain is recognized of $1,000.00 cash.");
  });
  it("stands beside the merger's row in TRADEGAIN", () => {
    assert.deepEqual(beside("TRADEGAIN", "Gain", trades), ["Gain", 0, 1000]);
    assert.deepEqual(beside("TRADEGAIN", "Proceeds", trades), ["Proceeds", 0, 1000]);
    assert.deepEqual(beside("TRADEGAIN", "Term", trades), ["Term", "", "Long"]);
  });
});

describe("REALIZED: return of capital beyond the basis (R-CA-6, Pub. 550: 80, 30 and 20 on a basis of 100)", () => {
  const roc = on("Return of capital");
  const trades = rowsOf(
    buy("2015-03-02", "XYZ", { Quantity: 10, Price: 10 }),
    roc("2018-06-01", "XYZ", { Amount: 80 }),
    roc("2021-06-01", "XYZ", { Amount: 30 }),
    roc("2022-06-01", "XYZ", { Amount: 20 }),
  );
  it("is a row with basis 0 for 10 and for 20, each in its year", () => {
    assert.deepEqual(figures(only(trades, 2021)), [4, "row 2", 10, 0, 10, "Long", 0, ""]);
    assert.deepEqual(figures(only(trades, 2022)), [5, "row 2", 20, 0, 20, "Long", 0, ""]);
    assert.deepEqual(records("REALIZED", trades, 2018), []);
  });
  it("stands beside its row", () => assert.deepEqual(beside("TRADEGAIN", "Gain", trades), ["Gain", 0, 0, 10, 20]));
});

describe("REALIZED: cash in lieu of a spun-off fraction (R-CA-2)", () => {
  it("is listed with the row of the spin-off, under the new symbol: 909.09 × 0.5 ÷ 25 = 18.18", () => {
    const row = only(
      rowsOf(
        buy("2018-04-02", "PAR", { Quantity: 50, Price: 100 }),
        buy("2022-07-01", "PAR", { Quantity: 33, Price: 120 }),
        on("Spin-off")("2023-05-01", "PAR", { Quantity: 41.5, "New symbol": "KID", Value: 90, "New value": 40, "Cash in lieu": 20 }),
      ),
    );
    assert.deepEqual(figures(row), [4, "row 2", 20, 18.18, 1.82, "Long", 0, ""]);
    assert.deepEqual([row["Symbol"], row["Quantity"], row["Note"]], ["KID", 0.5, "Cash in lieu of a fraction of a share."]);
  });
});

describe("REALIZED: short sales (R-SS-1, R-SS-3, R-SS-4)", () => {
  const washed = rowsOf(
    short("2024-02-01", "XYZ", { Quantity: 100, Price: 50 }),
    cover("2024-03-01", "XYZ", { Quantity: 100, Price: 55 }),
    short("2024-03-11", "XYZ", { Quantity: 100, Price: 54 }),
    cover("2024-05-01", "XYZ", { Quantity: 100, Price: 48 }),
  );
  it("are acquired and sold on the covering day, and their lot is the row that opened them", () => {
    const [first, second] = records("REALIZED", washed);
    assert.deepEqual(figures(first!), [3, "row 2", 5000, 5500, -500, "Short", 500, "W"]);
    assert.deepEqual(["Acquired", "Sold"].map((heading) => isoOfSerial(first![heading]!)), ["2024-03-01", "2024-03-01"]);
    assert.equal(first!["Note"], "Closes the short of row 2. Washed by row 4.");
    assert.deepEqual(figures(second!), [5, "row 4", 5400, 5300, 100, "Short", 0, ""]);
    assert.equal(second!["Note"], "Closes the short of row 4. Cost includes $500.00 disallowed on earlier sales.");
  });
  it("WASHSALE names the new short on the covering row, and the loss on the new short's", () => {
    assert.deepEqual(beside("WASHSALE", "Disallowed", washed), ["Disallowed", 0, 500, 0, 0]);
    assert.deepEqual(beside("WASHSALE", "Replacement", washed)[2], "row 4");
    assert.deepEqual(beside("WASHSALE", "Status", washed)[2], "Washed");
    assert.equal(beside("WASHSALE", "Note", washed)[3], "Replaces the short closed on row 3: $500.00 added to the cost of closing it.");
  });
  it("WASHTRAIL shows the match with its own rule", () => {
    const [match] = records("WASHTRAIL", washed);
    assert.deepEqual(
      ["Sale row", "Loss lot", "Shares", "Disallowed", "Replacement row", "Basis added"].map((heading) => match![heading]),
      [3, "row 2", 100, 500, 4, 500],
    );
    assert.match(String(match!["Rule"]), /IRC 1091\(e\), short sale \(R-SS-3\)/);
  });
  it("a loss covered on 31 December 2024 counts in 2025, a gain in 2024", () => {
    const closedAt = (price: number) => rowsOf(short("2024-11-01", "XYZ", { Quantity: 10, Price: 50 }), cover("2024-12-31", "XYZ", { Quantity: 10, Price: price }));
    assert.deepEqual(records("REALIZED", closedAt(55), 2024), []);
    assert.match(String(only(closedAt(55), 2025)["Note"]), /Counts in 2025, when the covering shares were delivered\./);
    assert.equal(only(closedAt(45), 2024)["Gain"], 50);
  });
});

describe("REALIZED: options (R-OPT-1 to R-OPT-3)", () => {
  it("expired while held: the premium is the loss", () => {
    const row = only(rowsOf(buy("2024-03-18", "XP", { ...put, Quantity: 2, Price: 1 }), on("Expire")("2024-06-21", "XP", put)));
    assert.deepEqual(figures(row), [3, "row 2", 0, 200, -200, "Short", 0, ""]);
    assert.match(String(row["Note"]), /^Expired: the premium is the loss\./);
  });
  it("expired after being written: the premium is gain", () => {
    const row = only(rowsOf(short("2022-03-18", "XP", { ...put, Quantity: 2, Price: 1 }), on("Expire")("2024-06-21", "XP", put)));
    assert.deepEqual(figures(row), [3, "row 2", 200, 0, 200, "Short", 0, ""]);
    assert.equal(row["Note"], "Option written on row 2 expired.");
  });
  it("a put exercised sells the stock, beside the row of the exercise", () => {
    const trades = rowsOf(
      buy("2022-01-03", "XYZ", { Quantity: 100, Price: 40 }),
      buy("2024-01-02", "XP", { ...put, Quantity: 1, Price: 2 }),
      on("Exercise")("2024-02-02", "XP", { ...put, Quantity: 1, Price: 50 }),
    );
    assert.deepEqual(figures(only(trades)), [4, "row 2", 4800, 4000, 800, "Long", 0, ""]);
    assert.equal(only(trades)["Symbol"], "XYZ");
    assert.deepEqual(beside("TRADEGAIN", "Long", trades), ["Long", 0, 0, 800]);
    assert.equal(beside("TRADEGAIN", "Note", trades)[3], "Sold by exercising the put of row 4: proceeds are less its cost.");
  });
});

describe("REALIZED: gifts, inheritance, unknown basis, worthless stock", () => {
  const gift = { Quantity: 100, Amount: 10000, Acquired: "2020-01-15", Value: 80 };
  const soldAt = (price: number) => only(rowsOf(on("Gift received")("2023-05-01", "XYZ", gift), sell("2023-11-01", "XYZ", { Quantity: 100, Price: price })));
  it("a gift sold at a loss says that its basis is the value at the gift (R-GIFT-1)", () => {
    assert.deepEqual(figures(soldAt(70)), [3, "row 2", 7000, 8000, -1000, "Short", 0, ""]);
    assert.match(String(soldAt(70)["Note"]), /^Gift sold at a loss: basis is its value at the gift/);
  });
  it("a gift sold in between has its proceeds for basis (R-GIFT-1)", () => {
    assert.deepEqual(figures(soldAt(90)).slice(2, 5), [9000, 9000, 0]);
    assert.match(String(soldAt(90)["Note"]), /no gain and no loss/);
  });
  it("inherited shares are long-term after two months (R-HP-4)", () => {
    const row = only(rowsOf(on("Inherit")("2024-02-10", "XYZ", { Quantity: 100, Value: 55 }), sell("2024-04-15", "XYZ", { Quantity: 100, Price: 60 })));
    assert.deepEqual(figures(row), [3, "row 2", 6000, 5500, 500, "Long", 0, ""]);
    assert.equal(row["Note"], "Inherited: long-term.");
  });
  it("an unknown basis is 0 and said, also by CHECKTRADES (R-ID-6)", () => {
    const trades = rowsOf(buy("2020-01-02", "UNK", { Quantity: 10, Amount: "Unknown" }), sell("2024-02-02", "UNK", { Quantity: 10, Price: 18 }));
    assert.deepEqual([only(trades)["Basis"], only(trades)["Note"]], [0, "Basis unknown, taken as 0."]);
    assert.deepEqual(spilled("CHECKTRADES", trades)[1], [2, "", "To look at: row 2. The basis is not known and is taken as 0, so that all of a sale is gain.", "Enter the cost in Amount before you file."]);
  });
  it("worthless stock is sold on 31 December (R-CA-9)", () => {
    const row = only(rowsOf(buy("2023-06-01", "XYZ", { Quantity: 100, Price: 12 }), on("Worthless")("2024-03-01", "XYZ")), 2024);
    assert.deepEqual(figures(row), [3, "row 2", 0, 1200, -1200, "Long", 0, ""]);
    assert.equal(isoOfSerial(row["Sold"]!), "2024-12-31");
    assert.equal(row["Note"], "Worthless: sold for nothing on 31 December. Provisional until 2025-01-31.");
  });
});

describe("REALIZED: the codes of Form 8949 (R-8949-3)", () => {
  const FUND = { Type: "Fund" };
  const fund = (...more: readonly Named[]) =>
    rowsOf(
      buy("2024-01-02", "FUND", { ...FUND, Quantity: 100, Price: 25 }),
      on("Exempt-interest dividend")("2024-02-02", "FUND", { ...FUND, Amount: 50 }),
      sell("2024-03-04", "FUND", { ...FUND, Quantity: 100, Price: 20 }),
      ...more,
    );
  it("L for what the six-month rule of funds disallows (R-HP-8)", () => {
    assert.deepEqual(figures(only(fund())).slice(4), [-500, "Short", 50, "L"]);
    assert.deepEqual(beside("WASHSALE", "Disallowed", fund()), ["Disallowed", 0, 0, 0]);
    assert.deepEqual(beside("WASHSALE", "Status", fund())[3], "Provisional");
  });
  it("LW where a purchase washes the rest: 500 - 50 = 450", () => {
    const washed = fund(buy("2024-03-11", "FUND", { ...FUND, Quantity: 100, Price: 21 }));
    assert.deepEqual(figures(only(washed)).slice(4), [-500, "Short", 500, "LW"]);
    assert.deepEqual(beside("WASHSALE", "Disallowed", washed)[3], 450);
    assert.deepEqual(beside("WASHSALE", "Status", washed)[3], "Washed");
  });
  it("C for a long-term gain on a collectible, not for a short-term one (R-TAX-4)", () => {
    const gold = (sold: string) => only(rowsOf(buy("2020-01-02", "GLD", { Quantity: 10, Price: 150 }), sell(sold, "GLD", { Quantity: 10, Price: 180 })));
    assert.equal(gold("2024-02-02")["Code"], "C");
    assert.equal(gold("2020-06-02")["Code"], "");
  });
});

describe("WASHTRAIL: what replaced the loss (R-WS-13, R-WS-9)", () => {
  it("names a call as a contract to acquire", () => {
    const trades = rowsOf(
      buy("2024-01-02", "XYZ", { Quantity: 100, Price: 50 }),
      sell("2024-03-04", "XYZ", { Quantity: 100, Price: 40 }),
      buy("2024-03-11", "XC", { Type: "Call", Underlying: "XYZ", Multiplier: 100, Quantity: 1, Price: 3 }),
    );
    const [match] = records("WASHTRAIL", trades);
    assert.deepEqual([match!["Shares"], match!["Disallowed"], match!["Basis added"]], [100, 1000, 1000]);
    assert.match(String(match!["Rule"]), /contract or option to acquire \(R-WS-13\)/);
  });
  it("shows a controlled corporation's purchase as permanent, for review", () => {
    const trades = rowsOf(
      buy("2024-01-02", "XYZ", { Quantity: 10, Price: 30, Account: "A" }),
      sell("2024-02-01", "XYZ", { Quantity: 10, Price: 20, Account: "A" }),
      buy("2024-02-05", "XYZ", { Quantity: 10, Price: 21, Account: "Corp" }),
    );
    const settings = [["Account", "Corp", "Taxable", "Corporation"]];
    const [match] = records("WASHTRAIL", trades, undefined, settings);
    assert.deepEqual([match!["Permanent"], match!["Basis added"]], [100, 0]);
    assert.match(String(match!["Rule"]), /controlled corporation, no basis, for review \(R-WS-9\)/);
    assert.match(String(only(trades, 2024, settings)["Note"]), /lost for good: replaced in Corp \(controlled corporation; for review\)/);
  });
});

describe("What is found and not computed is said on both rows, and by CHECKTRADES (R-SS-5)", () => {
  const trades = rowsOf(buy("2020-12-01", "XYZ", { Quantity: 100, Price: 40 }), short("2024-02-01", "XYZ", { Quantity: 100, Price: 50 }));
  it("TRADEGAIN's Note names the other row", () =>
    assert.deepEqual(beside("TRADEGAIN", "Note", trades), [
      "Note",
      "The trade on row 3 may be a constructive sale of this position, which is not computed (IRC 1259).",
      "May be a constructive sale of the position of row 2, which is not computed (IRC 1259).",
    ]));
  it("CHECKTRADES lists it with what to find out", () => {
    const [, listed] = spilled("CHECKTRADES", trades);
    assert.deepEqual(listed!.slice(0, 3), [3, "", "To look at: row 3. May be a constructive sale of the position of row 2, which is not computed (IRC 1259)."]);
    assert.notEqual(listed![3], "");
  });
  it("a sale near a short closed at a loss is said on both rows of WASHSALE (R-SS-3)", () => {
    const near = rowsOf(
      buy("2020-12-01", "XYZ", { Quantity: 100, Price: 60 }),
      short("2024-02-01", "XYZ", { Quantity: 100, Price: 50 }),
      cover("2024-03-01", "XYZ", { Quantity: 100, Price: 55 }),
      sell("2024-03-05", "XYZ", { Quantity: 100, Price: 70 }),
    );
    const notes = beside("WASHSALE", "Note", near);
    assert.match(String(notes[3]), /within 30 days of the sale on row 5: the loss may be disallowed, which is not computed \(IRC 1091\(e\)\)/);
    assert.match(String(notes[4]), /Within 30 days of the short closed at a loss on row 4/);
  });
});
