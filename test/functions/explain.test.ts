import assert from "node:assert/strict";
import { errorOf } from "./calling";
import { HEADINGS, ONE_SYMBOL_WRONG, OVERSOLD, RATES, WASHED, type Range } from "./example-trades";
import { explained, says } from "./explained";

describe("EXPLAIN a purchase", () => {
  const purchase = () => explained(WASHED, 2);

  it("writes the basis out: 200 × 50 + 15 = 10,015.00, 50.075 a share (R-BASIS-1)", () =>
    says(purchase(), "Basis: 200 × $50.00 + $15.00 fees = $10,015.00, that is $50.075 a share (R-BASIS-1)."));
  it("tells its dates (R-HP-1)", () => says(purchase(), "counts from 2023-01-11, the day after; a sale is long-term from 2024-01-11 on (R-HP-1)."));
  it("tells what became of it, and that the parts add up to the cost", () => {
    says(purchase(), "Row 3 sold 100 XYZ of it: basis $5,007.50, a loss of $507.50.");
    says(purchase(), "Row 5 sold 50 XYZ of it: basis $2,503.75, a gain of $491.25.");
    says(purchase(), "Still held in A: 50 XYZ, basis $2,503.75");
    says(purchase(), "cost $10,015.00 + wash sales $0.00 = $10,015.00");
  });
  it("names the loss its shares took up (R-WS-5, R-WS-6)", () => {
    const replacement = explained(WASHED, 4);
    says(replacement, "replace 60 XYZ sold at a loss on row 3 (2024-02-01), 14 days before this purchase (R-WS-1, R-WS-3).");
    says(replacement, "$304.50 of disallowed loss goes to their basis (R-WS-5) and their holding period counts from 2023-01-24 (R-WS-6).");
    says(replacement, "cost $2,760.00 + wash sales $304.50 = $3,064.50");
  });
  it("shows where a product was rounded: 5 × 33.3333 = 166.6665", () => {
    const vest = explained([HEADINGS, ["2024-01-02", "Vest", "XYZ", 5, 33.3333, "", "A"]], 2);
    says(vest, "5 × $33.3333 = $166.6665, rounded to $166.67");
    says(vest, "(R-BASIS-3)");
  });
  it("says that an Amount was stated and not computed", () => {
    const trades = [[...HEADINGS, "Amount"], ["2024-01-02", "Reinvest", "XYZ", 0.333, "", "", "A", 10.01]];
    says(explained(trades, 2), "Basis: $10.01, as the row states it, that is $30.06006 a share (R-BASIS-2).");
  });
  it("joins the fills of one order (R-LOT-1)", () => {
    const trades = [
      [...HEADINGS, "Order"],
      ["2024-01-02", "Buy", "XYZ", 20, 31, 0, "A", "77"],
      ["2024-01-02", "Buy", "XYZ", 10, 32, 1, "A", "77"],
    ];
    says(explained(trades, 2), 'a fill of one order with row 3: together they make the lot "row 2" at their average cost (R-LOT-1).');
    says(explained(trades, 3), "What became of the lot is told at row 2.");
    // 620.00 + 321.00
    says(explained(trades, 2), "cost $941.00");
    // 941.00 ÷ 30 = 31.36666…
    says(explained(trades, 3), "Basis of the lot: $620.00 + $321.00 = $941.00; $941.00 ÷ 30 shares = $31.366667 a share (R-LOT-1).");
  });
});

describe("EXPLAIN a sale", () => {
  const sale = () => explained(WASHED, 3);

  it("tells proceeds, lots, gain and term", () => {
    says(explained(WASHED, 5), "Proceeds: 50 × $60.00 - $5.00 fees = $2,995.00 (R-BASIS-1).");
    says(sale(), "Lots: the earliest acquired in A first (FIFO, R-ID-1).");
    says(sale(), 'From lot "row 2", acquired 2023-01-10: 100 shares, proceeds $4,500.00 - basis $5,007.50 = a loss of $507.50.');
    says(sale(), "Long-term: sold 2024-02-01, on or after 2024-01-11 (R-HP-1).");
  });
  it("tells the window and each match with its arithmetic", () => {
    says(sale(), "from 2024-01-02 to 2024-03-02 (R-WS-1)");
    says(sale(), "$507.50 × 60 ÷ 100 = $304.50 is disallowed (R-WS-3, R-RND-2)");
    says(sale(), "Not replaced: the other 40 shares. $203.00 of the loss is allowed.");
    says(sale(), "which leaves a loss of $203.00 to report (-$507.50 + $304.50)");
  });
  it("ends with the authority of every rule it named, each once", () => {
    const rules = sale().filter((sentence) => /^R-[A-Z]+-\d+: /.test(sentence));
    const named = new Set(sale().join(" ").match(/R-[A-Z]+-\d+/g));
    assert.equal(rules.length, named.size);
    says(rules, "R-WS-1: a loss is tested against purchases from 30 days before the sale to 30 days after. IRC 1091(a).");
  });
  it("averages the fills of one order (R-LOT-1): (2,400 + 1,640) × 60 ÷ 100 = 2,424.00", () => {
    const trades = [
      [...HEADINGS, "Order"],
      ["2024-01-02", "Buy", "XYZ", 100, 30, 0, "A", ""],
      ["2024-03-01", "Sell", "XYZ", 60, 40, 0, "A", "9"],
      ["2024-03-01", "Sell", "XYZ", 40, 41, 0, "A", "9"],
    ];
    says(explained(trades, 3), "averaged per share, ($2,400.00 + $1,640.00) × 60 ÷ 100 = $2,424.00 (R-LOT-1).");
    says(explained(trades, 4), "($2,400.00 + $1,640.00) × 40 ÷ 100 = $1,616.00 (R-LOT-1).");
  });
  it("says how new shares count where a split lies between (R-WS-11)", () => {
    const trades = (bought: unknown[][]) => [
      [...HEADINGS, "Ratio"],
      ["2023-01-03", "Buy", "XYZ", 20, 30, 0, "T", ""],
      ...bought,
    ];
    // 1:2 in reverse: 10 bought after it stand for 20 sold before it.
    const after = trades([
      ["2024-02-01", "Sell", "XYZ", 20, 20, 0, "T", ""],
      ["2024-02-05", "Split", "XYZ", "", "", "", "", "1:2"],
      ["2024-02-10", "Buy", "XYZ", 10, 41, 0, "T", ""],
    ]);
    says(explained(after, 3), "replaces 20 of the shares with its purchase (10 new shares are 20 of the old, R-WS-11): $200.00 × 20 ÷ 20 = $200.00");
    says(explained(after, 5), "A split lies between: 10 new shares are 20 of the old (R-WS-11).");
    // 2:1 before the sale: the 4 bought are 8 when 8 of the old lot are sold at 10 against a basis of 15.
    const before = trades([
      ["2024-01-20", "Buy", "XYZ", 4, 31, 0, "T", ""],
      ["2024-01-25", "Split", "XYZ", "", "", "", "", "2:1"],
      ["2024-02-01", "Sell", "XYZ", 8, 10, 0, "T", ""],
    ]);
    says(explained(before, 5), "replaces 8 of the shares with its purchase (8 new shares are 4 of the old, R-WS-11): $40.00 × 8 ÷ 8 = $40.00");
    assert.ok(explained(WASHED, 3).every((sentence) => !sentence.includes("of the old")));
  });
  it("a loss washed whole leaves nothing to report this year", () => {
    const trades = [
      HEADINGS,
      ["2024-01-02", "Buy", "XYZ", 10, 50, 0, "A"],
      ["2024-03-01", "Sell", "XYZ", 10, 40, 0, "A"],
      ["2024-03-05", "Buy", "XYZ", 10, 41, 0, "A"],
    ];
    says(explained(trades, 3), "$100.00 is disallowed, which leaves nothing to report this year (-$100.00 + $100.00).");
  });
  it("two replacements share the loss block by block: 100.00 × 4 ÷ 10, then 60.00 × 2 ÷ 6", () => {
    const trades = [
      HEADINGS,
      ["2023-01-03", "Buy", "XYZ", 10, 30, 0, "A"],
      ["2024-02-01", "Sell", "XYZ", 10, 20, 0, "A"],
      ["2024-02-05", "Buy", "XYZ", 4, 21, 0, "A"],
      ["2024-02-06", "Buy", "XYZ", 2, 21, 0, "B"],
    ];
    says(explained(trades, 3), "Row 4 (2024-02-05, A) replaces 4 of the shares with its purchase: $100.00 × 4 ÷ 10 = $40.00");
    says(explained(trades, 3), "Row 5 (2024-02-06, B) replaces 2 of the shares with its purchase: $60.00 × 2 ÷ 6 = $20.00");
  });
  it("says that a loss is provisional while the window is not in the data (R-WS-12)", () => {
    const trades = [HEADINGS, ["2024-01-02", "Buy", "XYZ", 10, 30, 0, "A"], ["2024-02-01", "Sell", "XYZ", 10, 20, 0, "A"]];
    says(explained(trades, 3), "The trades end on 2024-02-01: a purchase up to 2024-03-02 that is not in them yet can still disallow it. The result is final on 2024-03-03 (R-WS-12).");
  });
  it("names the method and, for MINTAX, its rates", () => {
    const by = (method: string, settings: Range = []) => explained(WASHED, 5, [["Method", method], ...settings]);
    says(by("LIFO"), "(LIFO, a standing order, R-ID-3)");
    says(by("HIFO"), "highest adjusted basis per share in A first (HIFO, a standing order, R-ID-3, R-ID-4)");
    says(by("LOFO"), "lowest adjusted basis per share in A first");
    says(by("SPEC"), "the method is SPEC but the row names none");
    says(by("MINTAX", RATES), "at 37% short-term and 20% long-term (MINTAX");
  });
  it("lots named on the row win (R-ID-2)", () => {
    const trades = [
      [...HEADINGS, "Lots"],
      ["2024-01-02", "Buy", "XYZ", 10, 30, 0, "A", ""],
      ["2024-01-03", "Buy", "XYZ", 10, 40, 0, "A", ""],
      ["2024-02-01", "Sell", "XYZ", 5, 50, 0, "A", "row 3"],
    ];
    says(explained(trades, 4), "those named on the row, in the order written (R-ID-2)");
    says(explained(trades, 4), 'From lot "row 3"');
  });
  it("a loss replaced in an IRA is lost for good (R-WS-9)", () => {
    const trades = [
      HEADINGS,
      ["2023-01-03", "Buy", "XYZ", 10, 30, 0, "T"],
      ["2024-02-01", "Sell", "XYZ", 10, 20, 0, "T"],
      ["2024-02-05", "Buy", "XYZ", 10, 21, 0, "I"],
      ["2024-03-05", "Sell", "XYZ", 10, 19, 0, "I"],
    ];
    const settings = [["Account", "I", "IRA", "Self"]];
    says(explained(trades, 3, settings), "The $100.00 is lost for good: in I no taxable basis takes it up (R-WS-9).");
    says(explained(trades, 5, settings), "I is a retirement account (IRA): the lots leave it, but there is no taxable gain or loss (R-WS-9).");
  });
  it("a loss replaced in a plan says that nobody has ruled on it, and how to leave it out (R-WS-9)", () => {
    const trades = [
      HEADINGS,
      ["2023-01-03", "Buy", "XYZ", 10, 30, 0, "T"],
      ["2024-02-01", "Sell", "XYZ", 10, 20, 0, "T"],
      ["2024-02-05", "Buy", "XYZ", 10, 21, 0, "K"],
    ];
    const plan = explained(trades, 3, [["Account", "K", "401k", "Self"]]);
    says(plan, "The $100.00 is lost for good, as in an IRA: K is a plan of type 401k, which is not ruled on. The setting Plan accounts: Ignore leaves such plans out (R-WS-9).");
    const spouse = explained(trades, 3, [["Account", "K", "Taxable", "Spouse"], ["Spouse replacement", "Permanent"]]);
    says(spouse, "lost for good by the setting Spouse replacement: Permanent. Whether the basis of the spouse's shares in K takes it up is not settled");
    assert.ok(spouse.every((sentence) => !sentence.includes("no taxable basis")));
  });
  it("a digital loss of 2026 names the bill (R-DA-2)", () => {
    const trades = [
      [...HEADINGS, "Type"],
      ["2026-01-02", "Buy", "BTC", 1, 30, 0, "W", "Digital"],
      ["2026-02-01", "Sell", "BTC", 1, 20, 0, "W", "Digital"],
    ];
    says(explained(trades, 3), "a 2026 bill (H.R. 10357), not law when checked, would change it for sales after 14 September 2026 (R-DA-2).");
  });
  it("a digital asset is outside the rule (R-DA-2), and so is everything with View None (R-WS-10)", () => {
    const trades = [
      [...HEADINGS, "Type"],
      ["2024-01-02", "Buy", "BTC", 1, 30, 0, "W", "Digital"],
      ["2024-02-01", "Sell", "BTC", 1, 20, 0, "W", "Digital"],
    ];
    says(explained(trades, 3), "BTC is a digital asset: the wash-sale rule does not reach its losses (R-DA-2).");
    says(explained(WASHED, 3, [["View", "None"]]), "The setting View is None: the loss is not tested for wash sales (R-WS-10).");
    says(explained(WASHED, 3, [["View", "Broker"]]), "in the same account (broker view, R-WS-10)");
  });
});

describe("EXPLAIN what moves shares without a sale", () => {
  const trades = [
    [...HEADINGS, "To account", "Ratio", "Cash in lieu", "New symbol"],
    ["2023-01-03", "Buy", "XYZ", 9, 30, 0, "A", "", "", "", ""],
    ["2023-04-03", "Transfer", "XYZ", 4, "", "", "A", "B", "", "", ""],
    ["2023-05-03", "Split", "XYZ", "", "", "", "", "", "3:2", 10, ""],
    ["2023-06-05", "Gift given", "XYZ", 1, "", "", "B", "", "", "", ""],
    ["2023-07-03", "Symbol change", "XYZ", "", "", "", "", "", "", "", "NEW"],
  ];

  it("a transfer: 9 shares of 270.00, of which 4 with 120.00 move (R-LOT-3)", () => {
    says(explained(trades, 3), "Row 3 moves 4 XYZ from A to B on 2023-04-03.");
    says(explained(trades, 3), "a transfer is no purchase and no sale (R-LOT-3)");
    says(explained(trades, 3), 'At the end of 2023-04-03 A holds 5 XYZ of lot "row 2", basis $150.00.');
    says(explained(trades, 3), 'At the end of 2023-04-03 B holds 4 XYZ of lot "row 2", basis $120.00.');
  });
  it("a split: 7.5 shares in A lose half a share, 150.00 ÷ 15 = 10.00 of basis, for cash of 10.00 (R-CA-1, R-CA-2)", () => {
    says(explained(trades, 4), "turns every 2 XYZ into 3, in every account that holds it");
    says(explained(trades, 4), 'From lot "row 2" in A, acquired 2023-01-03: 0.5 shares, proceeds $10.00 - basis $10.00 = a gain of $0.00. This is a fraction of a share paid in cash (R-CA-2).');
  });
  it("cash in lieu that is partly in an IRA foots: 9 shares give 13.5 in A and in I, so each has 10.00 of the 20.00", () => {
    const split = [
      [...HEADINGS, "Ratio", "Cash in lieu"],
      ["2023-01-03", "Buy", "XYZ", 9, 30, 0, "A", "", ""],
      ["2023-01-03", "Buy", "XYZ", 9, 30, 0, "I", "", ""],
      ["2023-05-03", "Split", "XYZ", "", "", "", "", "3:2", 20],
    ];
    const sentences = explained(split, 4, [["Account", "I", "IRA", "Self"]]);
    says(sentences, "It came in a retirement account and is no taxable sale (R-WS-9).");
    says(sentences, "In all: proceeds $10.00 - basis $10.00");
    says(sentences, "The other $10.00 came in retirement accounts and is left out of that sum (R-WS-9).");
  });
  it("a gift realizes nothing (R-GIFT-2): one of six shares of 120.00 leaves 100.00", () => {
    says(explained(trades, 5), "Nothing is realized; the basis leaves with the shares (R-GIFT-2).");
    says(explained(trades, 5), '5 XYZ of lot "row 2", basis $100.00');
    says(explained(trades, 2), "$20.00 left with shares given away (R-GIFT-2, row 5)");
  });
  it("a change of symbol (R-CA-10)", () => {
    says(explained(trades, 6), "Row 6 renames XYZ to NEW on 2023-07-03");
    says(explained(trades, 6), "7 NEW of lot");
  });
});

describe("EXPLAIN rows that have no result", () => {
  const trades = [
    ["My trades", "", "", "", "", "", ""],
    HEADINGS,
    ["2024-01-02", "Buy", "XYZ", 10, 30, 0, "A"],
    ["2024-01-15", "Cash dividend", "XYZ", "", "", "", "A"],
    [null, "", 0, null, "", null, ""],
  ];
  it("the headings, what stands above them, blank rows and rows without effect", () => {
    assert.deepEqual(explained(trades, 1), ["Row 1 stands above the headings and is not read as a trade."]);
    assert.deepEqual(explained(trades, 2), ["Row 2 holds the headings."]);
    assert.deepEqual(explained(trades, 4), ['Row 4 has no effect on lots. Its action, "Cash dividend", is known and changes no lot.']);
    assert.deepEqual(explained(trades, 5), ["Row 5 is blank."]);
  });
  it("a wrong row says what is wrong, a withheld row names it", () => {
    assert.equal(explained(ONE_SYMBOL_WRONG, 3)[0], OVERSOLD);
    assert.equal(explained(ONE_SYMBOL_WRONG, 2)[1], OVERSOLD);
    says(explained(ONE_SYMBOL_WRONG, 5), "a gain of $50.00");
  });
  it("a row outside the range is #VALUE!", () => {
    for (const row of [0, null, 6, -1, 1.5, "three"]) assert.equal(errorOf("EXPLAIN", trades, row).code, "#VALUE!", String(row));
  });
});
