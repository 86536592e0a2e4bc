import { explained, says, saysNot } from "./explained";
import { on, rowsOf } from "./rows-of";

const short = on("Sell short");
const cover = on("Buy to cover");
const buy = on("Buy");

describe("EXPLAIN short sales (R-SS-1)", () => {
  const trades = rowsOf(short("2024-02-01", "XYZ", { Quantity: 100, Price: 50 }), cover("2024-03-01", "XYZ", { Quantity: 100, Price: 45 }));
  it("opening realizes nothing, and tells what closed it", () => {
    says(explained(trades, 2), "Opening a short realizes nothing");
    says(explained(trades, 2), "Row 3 closes: 100 XYZ, proceeds $5,000.00 - cost $4,500.00 = a gain of $500.00.");
  });
  it("closing: 5,000 - 4,500 = 500, short-term", () => {
    says(explained(trades, 3), "From the short opened on row 2 (2024-02-01): 100 shares, proceeds $5,000.00 - cost of closing $4,500.00 = a gain of $500.00.");
    says(explained(trades, 3), "Short-term: the shares that close a short are bought as it closes (R-SS-1).");
  });
  it("an open one says so", () => says(explained(rowsOf(short("2024-02-01", "XYZ", { Quantity: 100, Price: 50 })), 2), "Still open: 100 XYZ, proceeds $5,000.00."));
});

describe("EXPLAIN a washed short (R-SS-3, IRC 1091(e))", () => {
  const trades = rowsOf(
    short("2024-02-01", "XYZ", { Quantity: 100, Price: 50 }),
    cover("2024-03-01", "XYZ", { Quantity: 100, Price: 55 }),
    short("2024-03-11", "XYZ", { Quantity: 100, Price: 54 }),
    cover("2024-05-01", "XYZ", { Quantity: 100, Price: 48 }),
  );
  it("disallows 500 and names the new short", () => {
    says(explained(trades, 3), "tested against new short sales in all accounts from 2024-01-31 to 2024-03-31 (R-SS-3)");
    says(explained(trades, 3), "Row 4 (2024-03-11, A) opens a new short that takes the place of 100 of those closed: $500.00 × 100 ÷ 100 = $500.00 is disallowed");
  });
  it("adds it to the cost of closing the new one: 4,800 + 500 = 5,300", () => {
    says(explained(trades, 4), "this short takes the place of 100 XYZ closed at a loss on row 3 (2024-03-01), 10 days before this short (R-SS-3).");
    says(explained(trades, 5), "proceeds $5,400.00 - cost of closing $5,300.00 = a gain of $100.00. The cost includes $500.00 disallowed on earlier sales (R-SS-3).");
  });
  it("by the setting Flag only points it out", () => {
    const flagged = explained(trades, 3, [["Short wash target", "Flag"]]);
    says(flagged, "The setting Short wash target is Flag");
    says(flagged, "To look at: Short closed at a loss within 30 days of the new short on row 4");
  });
});

describe("EXPLAIN shares held against a short (R-SS-2, IRC 1233(b), (d))", () => {
  it("held a year or less: their period begins anew with the closing", () => {
    const trades = rowsOf(
      buy("2023-12-01", "XYZ", { Quantity: 50, Price: 40 }),
      short("2024-02-01", "XYZ", { Quantity: 100, Price: 50 }),
      cover("2024-03-01", "XYZ", { Quantity: 100, Price: 45 }),
      on("Sell")("2025-02-28", "XYZ", { Quantity: 50, Price: 60 }),
    );
    says(explained(trades, 4), '50 XYZ of lot "row 2" in A were held a year or less when the short was opened, or bought while it was open: their holding period begins anew on 2024-03-01, that day included, instead of 2023-12-01 (R-SS-2, R-HP-6).');
    // A year that includes 2024-03-01 is complete on 2025-03-01.
    says(explained(trades, 5), "Its holding period began anew on 2024-03-01, the day a short sale was closed with row 4, that day included (R-SS-2). Short-term: sold 2025-02-28, before 2025-03-01, the first long-term day (R-HP-6).");
  });
  it("the purchase names the row that closed the short, and so does a later sale", () => {
    const trades = rowsOf(
      buy("2023-06-01", "XYZ", { Quantity: 60, Price: 10 }),
      buy("2023-07-01", "XYZ", { Quantity: 60, Price: 20 }),
      short("2024-02-01", "XYZ", { Quantity: 100, Price: 25 }),
      cover("2024-08-12", "XYZ", { Quantity: 100, Price: 20 }),
      on("Sell")("2025-06-02", "XYZ", { Quantity: 10, Price: 20 }),
    );
    says(explained(trades, 2), "Still held in A: 50 XYZ, basis $500.00, long-term from 2025-08-12, since its period began anew on 2024-08-12 with row 5, which closed a short sale (R-SS-2).");
    says(explained(trades, 3), "Still held in A: 20 XYZ, basis $400.00, long-term from 2024-07-02.");
    says(explained(trades, 5), "40 XYZ of lot \"row 3\" in A were held");
    says(explained(trades, 5), "instead of 2023-07-01 (R-SS-2, R-HP-6)");
    says(explained(trades, 6), "the day a short sale was closed with row 5, that day included (R-SS-2)");
  });
  it("still held beside the open short: no long-term day is told of the shares under it", () => {
    const trades = rowsOf(buy("2024-12-20", "XYZ", { Quantity: 100, Price: 50 }), short("2025-06-02", "XYZ", { Quantity: 60, Price: 80 }));
    says(explained(trades, 2), "Still held in A: 60 XYZ, basis $3,000.00, short-term until the short sale or put that stands open against it is closed, when its period begins anew (R-SS-2).");
    says(explained(trades, 2), "Still held in A: 40 XYZ, basis $2,000.00, long-term from 2025-12-21.");
  });
  it("sold while the short is open: the period had not begun", () => {
    const trades = rowsOf(
      buy("2023-12-01", "XYZ", { Quantity: 100, Price: 40 }),
      short("2024-02-01", "XYZ", { Quantity: 100, Price: 50 }),
      on("Sell")("2025-02-03", "XYZ", { Quantity: 100, Price: 60 }),
    );
    says(explained(trades, 4), "Short-term: ");
    says(explained(trades, 4), "(R-SS-2)");
  });
  it("held over a year: the loss on closing is long-term", () => {
    const trades = rowsOf(
      buy("2020-12-01", "XYZ", { Quantity: 100, Price: 40 }),
      short("2024-02-01", "XYZ", { Quantity: 100, Price: 50 }),
      cover("2024-03-01", "XYZ", { Quantity: 100, Price: 55 }),
    );
    says(explained(trades, 4), "Long-term: identical shares had been held over a year when the short was opened, which makes a loss on closing it long-term (R-SS-2).");
  });
  it("held over a year for part of it: says why the closing is cut", () => {
    const trades = rowsOf(
      buy("2020-12-01", "XYZ", { Quantity: 40, Price: 40 }),
      short("2024-02-01", "XYZ", { Quantity: 100, Price: 50 }),
      cover("2024-03-01", "XYZ", { Quantity: 100, Price: 55 }),
    );
    says(explained(trades, 4), "The short of row 3 is told in parts: identical shares had been held over a year for 40 XYZ of it when it was opened, and only the loss on so many is long-term (R-SS-2).");
    saysNot(explained(trades.slice(0, 1).concat(trades.slice(2)), 3), "told in parts");
  });
  it("an appreciated position is pointed out on both rows (R-SS-5)", () => {
    const trades = rowsOf(buy("2020-12-01", "XYZ", { Quantity: 100, Price: 40 }), short("2024-02-01", "XYZ", { Quantity: 100, Price: 50 }));
    says(explained(trades, 2), "To look at: The trade on row 3 may be a constructive sale of this position, which is not computed (IRC 1259; R-SS-5).");
    says(explained(trades, 3), "To look at: May be a constructive sale of the position of row 2, which is not computed (IRC 1259; R-SS-5).");
  });
});

describe("EXPLAIN the year of a short closed at a loss (R-SS-4)", () => {
  it("counts when the shares are delivered: 31 December 2024 settles on 2 January 2025", () => {
    const trades = rowsOf(short("2024-11-01", "XYZ", { Quantity: 10, Price: 50 }), cover("2024-12-31", "XYZ", { Quantity: 10, Price: 55 }));
    says(explained(trades, 3), "The loss counts in 2025: a loss on a short is recognized when the covering shares are delivered, not on the trade date (R-SS-4).");
    const gain = rowsOf(short("2024-11-01", "XYZ", { Quantity: 10, Price: 50 }), cover("2024-12-31", "XYZ", { Quantity: 10, Price: 45 }));
    saysNot(explained(gain, 3), "R-SS-4");
  });
});

const call = (symbol: string) => ({ Symbol: symbol, Type: "Call", Underlying: "XYZ", Multiplier: 100 });
const put = (symbol: string) => ({ Symbol: symbol, Type: "Put", Underlying: "XYZ", Multiplier: 100 });

describe("EXPLAIN options held (R-OPT-1, R-OPT-2)", () => {
  it("a purchase: 2 × 100 × 3 + 1 = 601", () => {
    const trades = rowsOf(buy("2024-01-02", "XC", { ...call("XC"), Quantity: 2, Price: 3, Fees: 1 }));
    says(explained(trades, 2), "Row 2 buys 2 contracts of XC (call on XYZ, 100 shares each) in A on 2024-01-02.");
    says(explained(trades, 2), "Basis: 2 × 100 × $3.00 + $1.00 fees = $601.00, that is $300.50 a contract (R-BASIS-1).");
  });
  it("a call exercised puts its cost into the stock: 5,000 + 300 = 5,300 (R-HP-7)", () => {
    const trades = rowsOf(
      buy("2024-01-02", "XC", { ...call("XC"), Quantity: 1, Price: 3 }),
      on("Exercise")("2024-02-02", "XC", { ...call("XC"), Quantity: 1, Price: 50 }),
    );
    says(explained(trades, 3), "which buys 100 XYZ.");
    says(explained(trades, 3), "Basis of the stock: $5,000.00 + cost of the call $300.00 = $5,300.00 (R-OPT-2).");
    says(explained(trades, 3), "counts from 2024-02-03, the day after; the option's own does not count");
    says(explained(trades, 2), "+ $300.00 gone into the exercise of the option (R-OPT-2, row 3)");
  });
  it("a put exercised takes its cost off the proceeds: 5,000 - 200 = 4,800, with the stock's term", () => {
    const trades = rowsOf(
      buy("2022-01-03", "XYZ", { Quantity: 100, Price: 40 }),
      buy("2024-01-02", "XP", { ...put("XP"), Quantity: 1, Price: 2 }),
      on("Exercise")("2024-02-02", "XP", { ...put("XP"), Quantity: 1, Price: 50 }),
    );
    says(explained(trades, 4), "Proceeds of the stock: $5,000.00 - cost of the put $200.00 = $4,800.00; the term is the stock's own (R-OPT-2).");
    says(explained(trades, 4), "proceeds $4,800.00 - basis $4,000.00 = a gain of $800.00. Long-term");
  });
  it("expired, its cost is the loss", () => {
    const trades = rowsOf(buy("2024-03-18", "XP", { ...put("XP"), Quantity: 2, Price: 1 }), on("Expire")("2024-06-21", "XP", put("XP")));
    says(explained(trades, 3), "A held option that expires is sold for nothing on that day: its cost is the loss, with its own holding period (R-OPT-1).");
    says(explained(trades, 3), "2 contracts, proceeds $0.00 - basis $200.00 = a loss of $200.00. Short-term");
  });
  it("sold, it has a period of its own", () => {
    const trades = rowsOf(buy("2024-03-18", "XP", { ...put("XP"), Quantity: 2, Price: 1 }), on("Sell")("2024-06-21", "XP", { ...put("XP"), Quantity: 2, Price: 3 }));
    says(explained(trades, 3), "Proceeds: 2 × 100 × $3.00 = $600.00 (R-BASIS-1).");
    says(explained(trades, 3), "with its own holding period (R-OPT-1)");
  });
});

describe("EXPLAIN options written (R-OPT-3)", () => {
  it("a call assigned brings its premium into the proceeds: 6,000 + 200 = 6,200", () => {
    const trades = rowsOf(
      buy("2024-01-02", "XYZ", { Quantity: 100, Price: 53 }),
      short("2024-02-05", "XC", { ...call("XC"), Quantity: 1, Price: 2 }),
      on("Assigned")("2024-03-15", "XC", { ...call("XC"), Quantity: 1, Price: 60 }),
    );
    says(explained(trades, 3), "Row 3 writes 1 contract of XC (call on XYZ, 100 shares each) in A on 2024-02-05.");
    says(explained(trades, 3), "+ $200.00 carried over when options were assigned (R-OPT-3, row 4)");
    says(explained(trades, 4), "Proceeds of the stock: $6,000.00 + premium received for the call $200.00 = $6,200.00; the term is the stock's own (R-OPT-3).");
  });
  it("a put assigned takes it off the basis: 3,000 - 200 = 2,800", () => {
    const trades = rowsOf(
      short("2024-07-01", "XP", { ...put("XP"), Quantity: 1, Price: 2 }),
      on("Assigned")("2024-08-01", "XP", { ...put("XP"), Quantity: 1, Price: 30 }),
    );
    says(explained(trades, 3), "Basis of the stock: $3,000.00 - premium received for the put $200.00 = $2,800.00 (R-OPT-3).");
  });
  it("expired or bought back it is short-term, however long it stood open", () => {
    const expired = rowsOf(short("2022-07-01", "XP", { ...put("XP"), Quantity: 1, Price: 2 }), on("Expire")("2024-01-19", "XP", put("XP")));
    says(explained(expired, 3), "A written option that expires leaves its premium as short-term gain, however long it stood open (R-OPT-3).");
    says(explained(expired, 3), "proceeds $200.00 - cost of closing $0.00 = a gain of $200.00. Short-term, however long the option stood open (R-OPT-3).");
    const bought = rowsOf(short("2022-07-01", "XP", { ...put("XP"), Quantity: 1, Price: 2 }), cover("2024-01-19", "XP", { ...put("XP"), Quantity: 1, Price: 3 }));
    says(explained(bought, 3), "to close what was written");
    says(explained(bought, 3), "a loss of $100.00. Short-term");
    says(explained(bought, 3), "The loss on closing a written option is allowed");
  });
});

describe("EXPLAIN a call that washes a loss on the stock (R-WS-13)", () => {
  const trades = rowsOf(
    buy("2024-01-02", "XYZ", { Quantity: 100, Price: 50 }),
    on("Sell")("2024-03-04", "XYZ", { Quantity: 100, Price: 40 }),
    buy("2024-03-11", "XC", { ...call("XC"), Quantity: 1, Price: 3 }),
  );
  it("puts the 1,000 into the basis of the option: 300 + 1,000 = 1,300", () => {
    says(explained(trades, 3), "Row 4 (2024-03-11, A) replaces 100 of the shares with the call it acquires, each contract of which covers 100 (R-WS-13): $1,000.00 × 100 ÷ 100 = $1,000.00");
    says(explained(trades, 4), "the call of this row, each contract covering 100 shares, replaces 100 XYZ sold at a loss on row 3 (2024-03-04), 7 days before this purchase (R-WS-13, R-WS-3). $1,000.00 of disallowed loss goes to the option's basis");
    says(explained(trades, 4), "cost $300.00 + wash sales $1,000.00 = $1,300.00");
  });
});

describe("EXPLAIN stock of an option that replaces a loss (R-WS-2, R-OPT-2, R-OPT-3)", () => {
  const lossOn = (...rows: ReturnType<typeof buy>[]) =>
    rowsOf(buy("2024-01-02", "XYZ", { Quantity: 60, Price: 50 }), rows[0]!, on("Sell")("2024-12-27", "XYZ", { Quantity: 60, Price: 40 }), rows[1]!);
  const byShares = "Row 5 (2025-01-15, A) replaces 60 of the shares with the shares it buys: $600.00 × 60 ÷ 60 = $600.00 is disallowed (R-WS-3, R-RND-2). $600.00 of disallowed loss goes to their basis (R-WS-5)";
  const taken = "Wash sale: shares of this row replace 60 XYZ sold at a loss on row 4 (2024-12-27), 19 days before this purchase (R-WS-1, R-WS-3).";
  it("a put assigned: the shares replace, not the put; 4,300 + 600 = 4,900", () => {
    const trades = lossOn(short("2024-10-01", "XP", { ...put("XP"), Quantity: 1, Price: 2 }), on("Assigned")("2025-01-15", "XP", { ...put("XP"), Quantity: 1, Price: 45 }));
    says(explained(trades, 4), byShares);
    says(explained(trades, 5), taken);
    saysNot(explained(trades, 4), "R-WS-13");
    says(explained(trades, 5), "Check: basis $4,300.00 + wash sales $600.00 = $4,900.00");
  });
  it("a call exercised: the shares replace, not the call; 4,700 + 600 = 5,300", () => {
    const trades = lossOn(buy("2024-10-01", "XC", { ...call("XC"), Quantity: 1, Price: 2 }), on("Exercise")("2025-01-15", "XC", { ...call("XC"), Quantity: 1, Price: 45 }));
    says(explained(trades, 4), byShares);
    says(explained(trades, 5), taken);
    says(explained(trades, 5), "Check: basis $4,700.00 + wash sales $600.00 = $5,300.00");
  });
  it("a put written, by the setting: the loss goes to the cost of closing it", () => {
    const terms = { ...put("XYZ 250117P80"), Quantity: 1, Price: 40 };
    const trades = lossOn(buy("2024-02-01", "ABC", { Quantity: 1, Price: 1 }), short("2025-01-06", "XYZ 250117P80", terms));
    says(explained(trades, 4, [["Written puts", "Match"]]), "Row 5 (2025-01-06, A) replaces 60 of the shares with the put it writes, each contract of which covers 100 (R-WS-13)");
    says(explained(trades, 4, [["Written puts", "Match"]]), "$600.00 of disallowed loss is added to the cost of closing the put, or to the basis of the shares it brings (R-WS-13).");
  });
});

describe("EXPLAIN a strike that only the symbol tells (R-OPT-2)", () => {
  it("says where it stands: 1 × 100 × 50 + 1 = 5,001", () => {
    const trades = rowsOf(buy("2024-01-02", "XYZ 240621C50", { Quantity: 1, Price: 3 }), on("Exercise")("2024-02-02", "XYZ 240621C50", { Quantity: 1, Fees: 1 }));
    says(explained(trades, 3), "Strike: 1 × 100 × $50.00 + $1.00 fees = $5,001.00. The row has no Price; the strike stands in the symbol.");
  });
});

describe("EXPLAIN names the row of a premium on the row that uses it (R-OPT-2, R-OPT-3)", () => {
  it("a call exercised", () => {
    const trades = rowsOf(buy("2024-01-02", "XC", { ...call("XC"), Quantity: 1, Price: 3 }), on("Exercise")("2024-02-02", "XC", { ...call("XC"), Quantity: 1, Price: 50 }));
    says(explained(trades, 3), "The call was bought on row 2.");
  });
  it("a put assigned, and the written put names its assignment", () => {
    const trades = rowsOf(short("2024-07-01", "XP", { ...put("XP"), Quantity: 2, Price: 2 }), on("Assigned")("2024-08-01", "XP", { ...put("XP"), Quantity: 1, Price: 30 }));
    says(explained(trades, 3), "The put was written on row 2, where its premium came in.");
    says(explained(trades, 2), "+ $200.00 carried over when options were assigned (R-OPT-3, row 3)");
  });
});
