import { explained, says, saysNot } from "./explained";
import { on, rowsOf } from "./rows-of";

const buy = on("Buy");

describe("EXPLAIN a spin-off (R-CA-4)", () => {
  // IRC 355, 358: 83 × 90 = 7,470 stay, 41.5 × 40 = 1,660 go, 9,130 together.
  const trades = rowsOf(
    buy("2018-04-02", "PAR", { Quantity: 50, Price: 100 }),
    buy("2022-07-01", "PAR", { Quantity: 33, Price: 120 }),
    on("Spin-off")("2023-05-01", "PAR", { Quantity: 41.5, "New symbol": "KID", Value: 90, "New value": 40, "Cash in lieu": 20 }),
  );
  it("divides each lot's basis by value: 5,000 × 1,660 ÷ 9,130 = 909.09 and 3,960 × 1,660 ÷ 9,130 = 720.00", () => {
    const spin = explained(trades, 4);
    says(spin, "Values: PAR 83 × $90.00 = $7,470.00; KID 41.5 × $40.00 = $1,660.00; together $9,130.00.");
    says(spin, 'Lot "row 2" in A, basis $5,000.00: $5,000.00 × $1,660.00 ÷ $9,130.00 = $909.09 goes to KID, $4,090.91 stays.');
    says(spin, 'Lot "row 3" in A, basis $3,960.00: $3,960.00 × $1,660.00 ÷ $9,130.00 = $720.00 goes to KID, $3,240.00 stays.');
  });
  it("pays the fraction from the earliest lot: 909.09 × 0.5 ÷ 25 = 18.18 (R-CA-2)", () => {
    says(explained(trades, 4), 'From lot "row 2" in A, acquired 2018-04-02: 0.5 shares, proceeds $20.00 - basis $18.18 = a gain of $1.82.');
    says(explained(trades, 4), "Check: PAR $7,330.91 + KID $1,610.91 + fraction paid in cash $18.18 = $8,960.00; before, PAR had $8,960.00.");
  });
  it("says that dates tack and that nothing was bought (R-HP-2, R-WS-2)", () =>
    says(explained(trades, 4), "keep the dates of the old, lot by lot (R-HP-2), and are no purchase for the wash-sale rule (R-WS-2)."));
  it("takes the issuer's percentage before any values: 5,000 × 20% = 1,000", () => {
    const spin = explained(
      rowsOf(buy("2018-04-02", "PAR", { Quantity: 50, Price: 100 }), on("Spin-off")("2023-05-01", "PAR", { Ratio: "1:5", "New symbol": "KID", "Basis share": 0.2 })),
      3,
    );
    says(spin, "The row's Basis share says how much of the basis goes to KID, as the issuer's Form 8937 does (R-CA-4).");
    says(spin, "$5,000.00 × 20% = $1,000.00 goes to KID, $4,000.00 stays.");
  });
  it("a taxable one is a dividend at value with a new date: 10 × 7 = 70", () => {
    const spin = explained(
      rowsOf(buy("2018-04-02", "PAR", { Quantity: 50, Price: 100 }), on("Taxable spin-off")("2023-06-01", "PAR", { Ratio: "1:5", "New symbol": "KIT", "New value": 7 })),
      3,
    );
    says(spin, "the basis of PAR does not change, and the new shares have their value for basis, 10 × $7.00 = $70.00 (R-CA-4).");
    says(spin, "a sale is long-term from 2024-06-02 on (R-HP-1)");
  });
  it("tells several rows of one day apart: a purchase before the spin-off shares in it, one after does not", () => {
    const sameDay = rowsOf(
      buy("2023-05-01", "PAR", { Quantity: 50, Price: 100 }),
      on("Spin-off")("2023-05-01", "PAR", { Quantity: 10, "New symbol": "KID", "Basis share": 0.2 }),
      buy("2023-05-01", "PAR", { Quantity: 50, Price: 90 }),
    );
    says(explained(sameDay, 3), 'Lot "row 2" in A, basis $5,000.00: $5,000.00 × 20% = $1,000.00 goes to KID');
    saysNot(explained(sameDay, 3), '"row 4"');
  });
});

describe("EXPLAIN a stock dividend of another class (R-CA-3, Pub. 550)", () => {
  it("divides 100 by values of 150 and 50 into 75 and 25", () => {
    const trades = rowsOf(
      buy("2020-02-03", "COM", { Quantity: 1, Price: 100 }),
      on("Stock dividend other class")("2023-04-03", "COM", { Quantity: 1, "New symbol": "PFD", Value: 150, "New value": 50 }),
    );
    says(explained(trades, 3), "$100.00 × $50.00 ÷ $200.00 = $25.00 goes to PFD, $75.00 stays.");
    says(explained(trades, 3), "(R-HP-5)");
  });
});

describe("EXPLAIN stock rights (R-CA-5, Treas. Reg. 1.307-1(b))", () => {
  const trades = rowsOf(
    buy("1947-05-01", "C", { Quantity: 100, Price: 100, Account: "A" }),
    on("Rights")("1954-08-02", "C", { Quantity: 100, "New symbol": "C.RT", Value: 110, "New value": 19 }),
    on("Exercise rights")("1954-09-01", "C.RT", { Quantity: 60, Price: 90, "New symbol": "C", Account: "A" }),
    on("Rights lapse")("1954-09-20", "C.RT", { Account: "A" }),
  );
  it("1,900 ÷ 11,000 is above 15%: 10,000 × 1,900 ÷ 12,900 = 1,472.87 goes to the rights", () => {
    says(explained(trades, 3), "$1,900.00 ÷ $11,000.00 = 17.2727% of the stock, 15% or more: the basis must be divided by value (R-CA-5).");
    says(explained(trades, 3), "$10,000.00 × $1,900.00 ÷ $12,900.00 = $1,472.87 goes to C.RT, $8,527.13 stays.");
  });
  it("exercised: 60 × 90 paid and 1,472.87 × 60 ÷ 100 = 883.72 of the rights; the period begins that day (R-HP-6)", () => {
    says(explained(trades, 4), "Basis: price $5,400.00 + basis of the rights $883.72 = $6,283.72 (R-CA-5).");
    says(explained(trades, 4), "begins on 1954-09-01, the day of exercise, that day included; a sale is long-term from 1955-09-01 on (R-HP-6).");
  });
  it("lapsed: 1,472.87 - 883.72 = 589.15 goes back to the stock, and there is no loss", () => {
    says(explained(trades, 5), "There is no loss: the $589.15 allocated to them goes back to the stock they came with (R-CA-5).");
    says(explained(trades, 5), 'Lot "row 2" in A: $8,527.13 + $589.15 = $9,116.28.');
    says(explained(trades, 2), "+ $883.72 gone into shares bought with the rights (R-CA-5, row 4)");
  });
  const small = (action: string) =>
    rowsOf(buy("2022-01-10", "ABC", { Quantity: 100, Price: 22 }), on(action)("2023-06-01", "ABC", { Quantity: 10, "New symbol": "ABC.RT", Value: 30, "New value": 3 }));
  it("30 ÷ 3,000 = 1% is below 15%: no basis, unless elected (Pub. 550: 21.78 of 2,200)", () => {
    says(explained(small("Rights"), 3), "$30.00 ÷ $3,000.00 = 1% of the stock, below 15%, and the row does not elect to allocate: their basis is 0 (R-CA-5).");
    says(explained(small("Rights"), 3), "The rights have no basis; ABC keeps its $2,200.00.");
    says(explained(small("Rights elect"), 3), "the basis is divided because the row elects to allocate");
    says(explained(small("Rights elect"), 3), "$2,200.00 × $30.00 ÷ $3,030.00 = $21.78 goes to ABC.RT, $2,178.22 stays.");
  });
});

describe("EXPLAIN a merger (R-CA-7, Rev. Rul. 68-23)", () => {
  const trades = rowsOf(
    buy("1960-01-04", "Y", { Quantity: 600, Price: 495 }),
    buy("1965-03-01", "Y", { Quantity: 400, Price: 525 }),
    on("Merger")("1967-06-01", "Y", { "New symbol": "X", Ratio: "1:1", "Cash per share": 5, "New value": 500 }),
  );
  it("recognizes gain up to the cash: 300,000 + 3,000 - 297,000 = 6,000, of which 3,000", () =>
    says(
      explained(trades, 4),
      "stock 600 × $500.00 = $300,000.00; realized $300,000.00 + cash $3,000.00 - $297,000.00 = $6,000.00; recognized $3,000.00 (all of the cash); new basis $297,000.00 - $3,000.00 + $3,000.00 = $297,000.00 (R-CA-7).",
    ));
  it("recognizes no loss, and lets no lot offset another: 200,000 + 2,000 - 210,000 = -8,000", () => {
    says(explained(trades, 4), "= -$8,000.00; recognized $0.00 (no gain, and a loss is not recognized); new basis $210,000.00 - $2,000.00 + $0.00 = $208,000.00 (R-CA-7).");
    says(explained(trades, 4), "no lot offsets another (R-CA-7)");
  });
  it("gain less than the cash: 100 × 50 + 1,000 - 5,400 = 600", () => {
    const partly = rowsOf(
      buy("2020-03-02", "OLD", { Quantity: 100, Price: 54 }),
      on("Merger")("2023-05-15", "OLD", { "New symbol": "NEW", Ratio: "1:1", "Cash per share": 10, "New value": 50 }),
    );
    says(explained(partly, 3), "recognized $600.00 (the gain, less than the cash); new basis $5,400.00 - $1,000.00 + $600.00 = $5,000.00 (R-CA-7).");
  });
  it("for shares alone nothing is realized but the fraction: 3,000 × ⅓ ÷ 33⅓ = 30 (R-CA-2)", () => {
    const plain = rowsOf(
      buy("2022-03-01", "TGT", { Quantity: 100, Price: 30 }),
      on("Merger")("2022-06-01", "TGT", { "New symbol": "MID", Ratio: "1:3", "Cash in lieu": 20 }),
    );
    says(explained(plain, 3), "Shares for shares: nothing is realized, and each lot keeps its total basis (R-CA-7).");
    says(explained(plain, 3), "100 TGT with basis $3,000.00 become 33.3333333333333 MID with basis $3,000.00.");
    says(explained(plain, 3), "proceeds $20.00 - basis $30.00 = a loss of $10.00. This is a fraction of a share paid in cash (R-CA-2).");
  });
});

describe("EXPLAIN a taxable merger or tender (R-CA-8)", () => {
  it("is a sale for cash and value: 100 × 5 + 50 × 40 = 2,500 against 3,000", () => {
    const trades = rowsOf(
      buy("2022-03-01", "TGT", { Quantity: 100, Price: 30 }),
      on("Taxable merger")("2023-09-15", "TGT", { "New symbol": "ACQ", Ratio: "1:2", "Cash per share": 5, "New value": 40 }),
    );
    says(explained(trades, 3), "It is a sale of every TGT held, for $2,500.00, that is cash $500.00, and stock 50 × $40.00 = $2,000.00 (R-CA-8).");
    says(explained(trades, 3), "they are a purchase for the wash-sale rule (R-WS-2)");
    says(explained(trades, 3), "proceeds $2,500.00 - basis $3,000.00 = a loss of $500.00");
  });
  it("for cash alone: 66 × 50 = 3,300", () => {
    const trades = rowsOf(buy("2023-01-03", "ACQ", { Quantity: 66, Price: 40 }), on("Cash merger")("2023-10-16", "ACQ", { "Cash per share": 50 }));
    says(explained(trades, 3), "is a merger or tender for cash on 2023-10-16: $50.00 cash for each ACQ");
    says(explained(trades, 3), "for $3,300.00, $50.00 a share (R-CA-8)");
  });
});

describe("EXPLAIN a return of capital (R-CA-6, Johnson v. United States)", () => {
  const trades = rowsOf(
    buy("2019-03-01", "XYZ", { Quantity: 100, Price: 2 }),
    buy("2023-09-01", "XYZ", { Quantity: 100, Price: 50 }),
    on("Return of capital")("2024-03-15", "XYZ", { Amount: 600 }),
  );
  it("takes 300 off each lot, and what exceeds a basis of 200 is gain", () => {
    says(explained(trades, 4), 'Lot "row 2" in A: 100 of 200 shares are paid $300.00; basis $200.00 - $200.00 = $0.00, and $300.00 - $200.00 = $100.00 is gain.');
    says(explained(trades, 4), 'Lot "row 3" in A: 100 of 200 shares are paid $300.00; basis $5,000.00 - $300.00 = $4,700.00.');
  });
  it("says at the purchase where its basis went", () =>
    says(explained(trades, 3), "cost $5,000.00 + wash sales $0.00 = $4,700.00 in the lines above + $300.00 returned as capital (R-CA-6, row 4)"));
});

describe("EXPLAIN worthless stock (R-CA-9)", () => {
  it("counts as sold for nothing on 31 December, which makes it long-term", () => {
    const trades = rowsOf(buy("2023-06-01", "XYZ", { Quantity: 100, Price: 12 }), on("Worthless")("2024-03-01", "XYZ"));
    says(explained(trades, 3), "sold for nothing on the last day of that year, 2024-12-31, whatever the day on the row (R-CA-9)");
    says(explained(trades, 3), "proceeds $0.00 - basis $1,200.00 = a loss of $1,200.00. Long-term: sold 2024-12-31");
  });
});

describe("EXPLAIN a stock dividend of the same class (R-CA-2)", () => {
  it("keeps basis and dates", () => {
    const trades = rowsOf(buy("2023-06-01", "XYZ", { Quantity: 100, Price: 12 }), on("Stock dividend")("2024-03-01", "XYZ", { Quantity: 5 }));
    says(explained(trades, 3), "is a stock dividend on 2024-03-01 that changes the shares of XYZ by 5");
    says(explained(trades, 3), "Each lot keeps its total basis (R-CA-2) and its dates (R-HP-5).");
  });
});

describe("EXPLAIN rights of which several buy one share (R-CA-5)", () => {
  it("multiplies the shares bought, not the rights: 10 rights at 1 for 5 buy 2 × 25 = 50", () => {
    const trades = rowsOf(
      on("Buy")("2023-01-02", "STK", { Quantity: 100, Price: 30 }),
      on("Rights")("2024-01-02", "STK", { "New symbol": "RT", Quantity: 100, Value: 40, "New value": 10 }),
      on("Exercise rights")("2024-02-02", "RT", { "New symbol": "STK", Quantity: 10, Ratio: "1 for 5", Price: 25 }),
    );
    says(explained(trades, 4), "Price paid: 2 × $25.00 = $50.00 (R-BASIS-1).");
  });
});

describe("EXPLAIN the check of a purchase: one term for each cause, with its row", () => {
  it("rights exercised, not those that lapsed: 10 of 100 rights took 600 × 10 ÷ 100 = 60", () => {
    const trades = rowsOf(
      on("Buy")("2023-01-02", "STK", { Quantity: 100, Price: 30 }),
      on("Rights")("2024-01-02", "STK", { "New symbol": "RT", Quantity: 100, Value: 40, "New value": 10 }),
      on("Exercise rights")("2024-02-02", "RT", { "New symbol": "STK", Quantity: 10, Price: 25 }),
      on("Rights lapse")("2024-03-04", "RT"),
      on("Transfer")("2024-04-01", "STK", { Quantity: 20, "To account": "B" }),
    );
    says(explained(trades, 2), "= $2,940.00 in the lines above + $60.00 gone into shares bought with the rights (R-CA-5, row 4).");
    says(explained(trades, 2), "Other rows that changed these shares: row 3 (2024-01-02, rights); row 4 (2024-02-02, rights exercised); row 5 (2024-03-04, rights lapsed); row 6 (2024-04-01, transfer).");
  });
  it("at average basis: 50 returned, 10 × 24.50 given away, the rest averaged", () => {
    const fund = { Type: "Fund" };
    const trades = rowsOf(
      on("Buy")("2013-01-10", "FND", { ...fund, Quantity: 100, Price: 20 }),
      on("Buy")("2014-01-10", "FND", { ...fund, Quantity: 100, Price: 30 }),
      on("Return of capital")("2015-05-01", "FND", { ...fund, Amount: 100 }),
      on("Gift given")("2015-06-01", "FND", { ...fund, Quantity: 10 }),
      on("Sell")("2024-03-11", "FND", { ...fund, Quantity: 150, Price: 15 }),
    );
    // (2,000 + 3,000 - 100) ÷ 200 = 24.50 a share; 90 of the first lot are sold: 2,205.00. 2,000 - 2,205 - 50 - 245 = -500.
    says(explained(trades, 2, [["Method", "AVG"]]), "= $2,205.00 in the lines above + $50.00 returned as capital (R-CA-6, row 4) + $245.00 left with shares given away (R-GIFT-2, row 5) - $500.00 moved between the lots of the pool by averaging (R-AVG-2).");
    says(explained(trades, 3, [["Method", "AVG"]]), "= $2,450.00 in the lines above + $50.00 returned as capital (R-CA-6, row 4) + $500.00 moved between the lots of the pool by averaging (R-AVG-2).");
  });
});

describe("EXPLAIN names the lots that a gift or a transfer took (R-LOT-3, R-GIFT-2)", () => {
  const trades = rowsOf(
    on("Buy")("2023-01-02", "XYZ", { Quantity: 30, Price: 10 }),
    on("Buy")("2023-02-02", "XYZ", { Quantity: 30, Price: 20 }),
    on("Gift given")("2024-01-02", "XYZ", { Quantity: 20 }),
    on("Transfer")("2024-01-03", "XYZ", { Quantity: 15, "To account": "B" }),
  );
  it("a gift", () => says(explained(trades, 4), 'Here: 20 XYZ of lot "row 2". Nothing is realized'));
  it("a transfer", () => says(explained(trades, 5), 'Here: 10 XYZ of lot "row 2"; 5 XYZ of lot "row 3". Basis, dates'));
});

describe("EXPLAIN a stock dividend (R-CA-2)", () => {
  it("names a rule that speaks of stock dividends, not only of fractions", () => {
    const trades = rowsOf(on("Buy")("2023-01-02", "XYZ", { Quantity: 100, Price: 10 }), on("Stock dividend")("2023-06-01", "XYZ", { Quantity: 5 }));
    says(explained(trades, 3), "R-CA-2: a stock dividend of the same class changes the number of shares, not the total basis;");
  });
});

describe("EXPLAIN in the words of the row (R-CA-7, R-OPT-1)", () => {
  const trades = rowsOf(
    on("Buy")("2023-01-02", "OLD", { Quantity: 50, Price: 50 }),
    on("Merger")("2024-01-02", "OLD", { "New symbol": "NEW", Ratio: "1 for 2" }),
    on("Buy")("2024-01-02", "XYZ 240621C50", { Quantity: 2, Price: 3 }),
    on("Expire")("2024-06-21", "XYZ 240621C50"),
  );
  it("several shares become one", () => says(explained(trades, 3), "every 2 OLD become 1 NEW"));
  it("an option is of contracts", () => says(explained(trades, 5), "No purchase replaces these contracts"));
  it("headings that stand a second time are no trade", () => says(explained([...trades, trades[0]!], 6), "Row 6 repeats the headings"));
});
