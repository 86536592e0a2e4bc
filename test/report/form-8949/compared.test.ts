import assert from "node:assert/strict";
import fc from "fast-check";
import type { Form8949Row } from "../../../src/report/form-8949-types";
import { notInTradesSentence } from "../../../src/report/form-8949/not-in-trades";
import { comparedSales, form8949, type Form8949 } from "../../../src/report/form-8949/rows";
import { shelteredSentence } from "../../../src/report/form-8949/sheltered";
import { rowsInWholeDollars, wholeDollars } from "../../../src/report/form-8949/whole-dollars";
import { isoFromDay } from "../../../src/values/plain-date";
import { booked, FORM_HEADINGS, reportedOn, type Rows } from "./books";

const HEADINGS = ["Date", "Action", "Symbol", "Quantity", "Price", "Account", "Fees", "Ratio", "Cash in lieu", "Type"];

const formOf = (trades: Rows, form: Rows | null, year = 2024): Form8949 => form8949(booked(trades, [], HEADINGS), year, form === null ? null : reportedOn(form));

/** `D 100 sh. XYZ 2023-01-10 4500 5000 W 300 -200 8b` */
function shown(row: Form8949Row): string {
  const acquired = typeof row.acquired === "number" ? isoFromDay(row.acquired) : row.acquired;
  const amounts = [row.proceedsCents, row.costCents].map((cents) => cents / 100).join(" ");
  return `${row.box} ${row.description} ${acquired} ${amounts} ${row.code}${row.code === "" ? "" : " "}${row.adjustmentCents / 100} ${row.gainCents / 100} ${row.scheduleDLine}`;
}

const rows = (...args: Parameters<typeof formOf>): string[] => formOf(...args).rows.map(shown);

/** A row of the form of account A, sold on 2024-02-01. */
const listed = (acquired: unknown, quantity: unknown, proceeds: unknown, basis: unknown, wash: unknown = 0, term = "Long", reported = "Yes"): unknown[] =>
  ["XYZ", "", acquired, "2024-02-01", quantity, proceeds, basis, wash, term, reported, "1099-B", "A"];

const buy = (date: string, quantity: number, price: number): unknown[] => [date, "Buy", "XYZ", quantity, price, "A"];
const sell = (quantity: number, price: number, fees = 0, date = "2024-02-01"): unknown[] => [date, "Sell", "XYZ", quantity, price, "A", fees];

describe("R-8949-5: one row of the broker's form for several of ours", () => {
  it("is divided by what the lots cost, not by their shares: 1,000 long-term and 2,000 short-term are the form's 3,000", () =>
    assert.deepEqual(rows([buy("2022-01-10", 50, 20), buy("2023-12-10", 50, 40), sell(100, 45)], [listed("VARIOUS", 100, 4500, 3000, 0, "")]), [
      "A 50 sh. XYZ 2023-12-10 2250 2000 0 250 1a", "D 50 sh. XYZ 2022-01-10 2250 1000 0 1250 8a",
    ]));

  it("is divided by what the sales of a day brought: 1,000 and 2,200 are the form's 3,200", () =>
    assert.deepEqual(rows([buy("2022-01-10", 100, 20), sell(10, 100), sell(20, 110)], [listed("2022-01-10", 30, 3200, 600)]), [
      "D 10 sh. XYZ 2022-01-10 1000 200 0 800 8a", "D 20 sh. XYZ 2022-01-10 2200 400 0 1800 8a",
    ]));

  it("keeps the sign of a difference in each of them: 3,264 of the form are 2 % more of both", () =>
    // 1,000 × 3,264 ÷ 3,200 = 1,020 and 2,200 × 3,264 ÷ 3,200 = 2,244.
    assert.deepEqual(rows([buy("2022-01-10", 100, 20), sell(10, 100), sell(20, 110)], [listed("2022-01-10", 30, 3264, 600)]), [
      "D 10 sh. XYZ 2022-01-10 1020 200 E -20 800 8b", "D 20 sh. XYZ 2022-01-10 2244 400 E -44 1800 8b",
    ]));

  it("takes several rows together where only their sum is ours, as of an order at its average price", () =>
    // Both sides have 10 at 100 and 10 at 110 = 2,100; the form has 15 of one lot and 5 of the other at 105.
    assert.deepEqual(
      rows([buy("2022-01-10", 15, 20), buy("2022-02-10", 5, 20), sell(10, 100), sell(10, 110)], [listed("2022-01-10", 15, 1575, 300), listed("2022-02-10", 5, 525, 100)]),
      ["D 10 sh. XYZ 2022-01-10 1000 200 0 800 8a", "D 10 sh. XYZ VARIOUS 1100 200 0 900 8a"],
    ));

  it("puts the form's wash on the lots that lose, and lists the rest of that row with them (R-8949-4)", () =>
    // Lot 2 loses 10 × (60 − 50) = 100, all replaced; the form has the 100 for both lots together.
    assert.deepEqual(
      rows([buy("2022-01-10", 10, 20), buy("2022-02-10", 10, 60), sell(20, 50), buy("2024-02-15", 10, 50)], [listed("VARIOUS", 20, 1000, 800, 100)]),
      ["D 10 sh. XYZ 2022-02-10 500 600 W 100 0 8b", "D 10 sh. XYZ 2022-01-10 500 200 0 300 8b"],
    ));
});

describe("R-8949-3: sales that only their money tells apart", () => {
  it("are not crossed where the form lists them before fees and the other way round", () =>
    // 10 × 100 − 5 = 995 and 10 × 110 − 5 = 1,095 of ours; 1,100 and 1,000 of the form.
    assert.deepEqual(
      rows([buy("2022-01-10", 100, 20), sell(10, 100, 5), sell(10, 110, 5)], [listed("2022-01-10", 10, 1100, 200), listed("2022-01-10", 10, 1000, 200)]),
      ["D 10 sh. XYZ 2022-01-10 1000 200 E -5 795 8b", "D 10 sh. XYZ 2022-01-10 1100 200 E -5 895 8b"],
    ));

  it("are told by their basis where the proceeds are the same and the form gives no day acquired", () =>
    assert.deepEqual(
      rows([buy("2022-01-10", 10, 20), buy("2023-12-10", 10, 30), sell(20, 100)], [listed("", 10, 1000, 300, 0, ""), listed("", 10, 1000, 200, 0, "")]),
      ["A 10 sh. XYZ 2023-12-10 1000 300 0 700 1a", "D 10 sh. XYZ 2022-01-10 1000 200 0 800 8a"],
    ));

  it("leave the one that is not on the form: of 1,000 and 1,100 the form has 1,099", () =>
    assert.deepEqual(
      rows([buy("2022-01-10", 100, 20), sell(10, 100), sell(10, 110)], [listed("2022-01-10", 10, 1099, 200)]),
      ["D 10 sh. XYZ 2022-01-10 1099 200 O 1 900 8b", "F 10 sh. XYZ 2022-01-10 1000 200 0 800 10"],
    ));
});

describe("R-RND-4: a broker's form in whole dollars", () => {
  const TRADES: Rows = [
    buy("2022-01-10", 10, 20.031), ["2022-02-10", "Buy", "ABC", 15, 30.027, "A"], sell(10, 100.033), ["2024-02-01", "Sell", "ABC", 15, 100.041, "A"],
  ];
  const abc = (proceeds: number, basis: number): unknown[] => ["ABC", ...listed("2022-02-10", 15, proceeds, basis).slice(1)];

  it("is rounding where our proceeds come to it up and down: 1,000.33 and 1,500.62 are 1,000 and 1,501", () =>
    assert.deepEqual(rows(TRADES, [listed("2022-01-10", 10, 1000, 200), abc(1501, 450)]), [
      "D 10 sh. XYZ 2022-01-10 1000.33 200.31 0 800.02 8a", "D 15 sh. ABC 2022-02-10 1500.62 450.41 0 1050.21 8a",
    ]));

  it("does not hide a basis that is a dollar off", () =>
    // 199 − 200.31 = −1.31.
    assert.equal(rows(TRADES, [listed("2022-01-10", 10, 1000, 199), abc(1501, 450)])[0], "D 10 sh. XYZ 2022-01-10 1000.33 199 B -1.31 800.02 8b"));

  it("is none where the form leaves out the fees: 4,500 and 3,000 beside 4,499.88 and 2,999.91", () =>
    assert.deepEqual(rows([buy("2022-01-10", 100, 20), sell(45, 100, 0.12), sell(30, 100, 0.09)], [listed("2022-01-10", 45, 4500, 900), listed("2022-01-10", 30, 3000, 600)]), [
      "D 45 sh. XYZ 2022-01-10 4500 900 E -0.12 3599.88 8b", "D 30 sh. XYZ 2022-01-10 3000 600 E -0.09 2399.91 8b",
    ]));
});

describe("R-RND-4: a small broker's form in whole dollars", () => {
  const dollars = (symbol: string, sold: string, proceeds: number, basis: number): unknown[] =>
    [symbol, "", "2025-01-10", sold, 10, proceeds, basis, "", "Short", "Yes", "1099-B", "A"];
  const bought = (symbol: string, price: number): unknown[] => ["2025-01-10", "Buy", symbol, 10, price, "A"];
  const soldAt = (symbol: string, price: number): unknown[] => ["2025-03-03", "Sell", symbol, 10, price, "A"];

  it("is told where all its proceeds are rounded down: 120.40 and 130.40 are 120 and 130", () =>
    assert.deepEqual(
      rows([bought("AAA", 10.04), bought("BBB", 12.04), soldAt("AAA", 12.04), soldAt("BBB", 13.04)], [dollars("AAA", "2025-03-03", 120, 100), dollars("BBB", "2025-03-03", 130, 120)], 2025),
      ["A 10 sh. AAA 2025-01-10 120.4 100.4 0 20 1a", "A 10 sh. BBB 2025-01-10 130.4 120.4 0 10 1a"],
    ));

  it("leaves code W alone with our own 5.02 for its 5", () => {
    // 100.40 − 90.37 = 10.03, of which 5 of 10 shares are bought again.
    const form = [[...dollars("AAA", "2025-03-03", 90, 100).slice(0, 7), 5, ...dollars("AAA", "2025-03-03", 90, 100).slice(8)]];
    const [row] = formOf([bought("AAA", 10.04), soldAt("AAA", 9.037), ["2025-03-05", "Buy", "AAA", 5, 9, "A"]], form, 2025).rows;
    assert.deepEqual([row!.code, row!.proceedsCents, row!.costCents], ["W", 90_37, 100_40]);
  });

  it("is none where fees explain both: proceeds above ours and basis below", () =>
    // 10 × 12 − 0.12 = 119.88 and 10 × 10 + 0.12 = 100.12.
    assert.deepEqual(rows([["2025-01-10", "Buy", "AAA", 10, 10, "A", 0.12], ["2025-03-03", "Sell", "AAA", 10, 12, "A", 0.12]], [dollars("AAA", "2025-03-03", 120, 100)], 2025), [
      "A 10 sh. AAA 2025-01-10 120 100 BE -0.24 19.76 1b",
    ]));
});

describe("R-RND-4: rows that go straight to Schedule D, in whole dollars", () => {
  it("are cut from the sum of their cents: 120.50 twice is 241, and 100.50 twice 201", () => {
    const direct = { box: "A", direct: true, scheduleDLine: "1a", proceedsCents: 120_50, costCents: 100_50, adjustmentCents: 0, gainCents: 20_00 } as Form8949Row;
    const listedRow = { ...direct, direct: false, scheduleDLine: "1b" } as Form8949Row;
    const printed = rowsInWholeDollars([direct, direct, listedRow]);
    assert.deepEqual(printed.map(({ proceedsCents, costCents, gainCents }) => [proceedsCents, costCents, gainCents]), [[121_00, 101_00, 20_00], [120_00, 100_00, 20_00], [121_00, 101_00, 20_00]]);
  });

  const dollarsOf = (...proceeds: number[]): number[] =>
    rowsInWholeDollars(proceeds.map((proceedsCents) => ({ box: "A", direct: true, scheduleDLine: "1a", proceedsCents, costCents: 0, adjustmentCents: 0, gainCents: proceedsCents }) as Form8949Row))
      .map(({ proceedsCents }) => proceedsCents / 100);

  it("keep their own dollars where these add up to the sum", () => {
    // 10.40 + 20.30 + 30.70 = 61.40, and 10 + 20 + 31 = 61.
    assert.deepEqual(dollarsOf(10_40, 20_30, 30_70), [10, 20, 31]);
    // Below zero away from it, as by itself: −10.60 − 20.70 = −31.30, and −11 − 21 = −32 is one too many: the nearer to the half.
    assert.deepEqual(dollarsOf(-10_60, -20_70), [-10, -21]);
  });

  it("go the other way one by one, the nearest to half a dollar first, and never an amount without cents", () => {
    // 50.00 + 10.10 + 20.45 + 30.30 = 110.85: 111, and 50 + 10 + 20 + 30 = 110 is one short.
    assert.deepEqual(dollarsOf(50_00, 10_10, 20_45, 30_30), [50, 10, 21, 30]);
    fc.assert(fc.property(fc.array(fc.integer({ min: -500_00, max: 500_00 }), { minLength: 1, maxLength: 30 }), (cents) => {
      const dollars = dollarsOf(...cents);
      assert.equal(dollars.reduce((sum, one) => sum + one, 0) * 100, wholeDollars(cents.reduce((sum, one) => sum + one, 0)));
      cents.forEach((one, at) => assert.ok(Math.abs(dollars[at]! * 100 - one) < 100));
      const moved = cents.filter((one, at) => dollars[at]! * 100 !== wholeDollars(one)).length;
      const short = Math.abs(wholeDollars(cents.reduce((sum, one) => sum + one, 0)) - cents.reduce((sum, one) => sum + wholeDollars(one), 0)) / 100;
      assert.equal(moved, short, "as few as needed");
    }));
  });
});

describe("R-8949-1, R-8949-4: a broker's list that does not say whether basis was reported", () => {
  it("has its box assumed, says so, and sends nothing straight to Schedule D", () => {
    const form = formOf([buy("2023-01-10", 100, 50), sell(100, 45)], [listed("2023-01-10", 100, 4500, 5000, 0, "Long", "")]);
    assert.deepEqual(form.rows.map(shown), ["D 100 sh. XYZ 2023-01-10 4500 5000 0 -500 8b"]);
    assert.equal(form.rows[0]!.note, "Box assumed: the broker's list does not say whether basis was reported.");
    assert.equal(form.rows[0]!.basisUnsaid, true);
  });
});

describe("R-8949-2: an option written and bought back, whose premium the form nets (Instructions for Form 1099-B, box 1d)", () => {
  const PUT = "XYZ 250321P40";
  // 1 × 100 × 3 − 0.65 = 299.35 and 1 × 100 × 2 + 0.65 = 200.65: the form has 98.70 and no basis.
  const trades: Rows = [["2025-01-10", "Sell to open", PUT, 1, 3, "A", 0.65], ["2025-02-03", "Buy to close", PUT, 1, 2, "A", 0.65]];
  const row = (proceeds: number, reported = "Yes"): unknown[] => [PUT, "", "", "2025-02-03", 1, proceeds, 0, "", "Short", reported, "1099-B", "A"];

  it("needs no code: (d) and (e) are the form's", () =>
    assert.deepEqual(rows(trades, [row(98.7)], 2025), [`A 1 ${PUT} (written) 2025-02-03 98.7 0 0 98.7 1a`]));

  it("keeps its codes where the form is wrong by more than the netting", () =>
    // 299.35 − 90 = 209.35 of proceeds, 200.65 of basis: 8.70 of it is no netting.
    assert.match(rows(trades, [row(90)], 2025)[0]!, / BO 8\.7 98\.7 1b$/));
});

describe("R-8949-4: a row of the form goes straight to Schedule D as a whole or not at all", () => {
  it("not where the form has the wrong term for one of its lots", () =>
    assert.deepEqual(rows([buy("2022-01-10", 50, 20), buy("2023-12-10", 50, 20), sell(100, 30)], [listed("VARIOUS", 100, 3000, 2000)]), [
      "A 50 sh. XYZ 2023-12-10 1500 1000 T 0 500 1b", "D 50 sh. XYZ 2022-01-10 1500 1000 0 500 8b",
    ]));

  it("not where a column of its own says ordinary income", () => {
    const reported = reportedOn([[...listed("2023-01-10", 100, 4500, 5000), "Yes"]], [...FORM_HEADINGS, "Ordinary"]);
    assert.equal(form8949(booked([buy("2023-01-10", 100, 50), sell(100, 45)], [], HEADINGS), 2024, reported).rows[0]!.scheduleDLine, "8b");
  });
});

describe("R-WS-9: a row of the form that is a sale in a retirement account", () => {
  const HELD: Rows = [
    ["2022-11-10", "Buy", "XYZ", 100, 50, "A"], ["2022-11-10", "Buy", "XYZ", 100, 50, "Roth IRA"], sell(100, 45), ["2024-02-05", "Sell", "XYZ", 100, 46, "Roth IRA"],
  ];
  const ofIra = (account: string): unknown[] => ["XYZ", "", "2022-11-10", "2024-02-05", 100, 4600, 5000, 0, "Long", "Yes", "1099-B", account];

  it("stands on no Form 8949 and is not missing, where it names that account", () => {
    const { sales, notInTrades, inRetirement } = comparedSales(booked(HELD, [], HEADINGS), 2024, reportedOn([listed("2022-11-10", 100, 4500, 5000), ofIra("Roth IRA")]));
    assert.deepEqual([sales.map(({ row }) => row.scheduleDLine), notInTrades], [["8a"], []]);
    assert.deepEqual(inRetirement.map(shelteredSentence), ["Row 3 of the broker's form is of Roth IRA, a retirement account: it belongs on no Form 8949 and is left out."]);
  });

  for (const account of ["", "Z999"]) {
    it(`is missing in the trades where it names "${account}", though an IRA sold as much on that day: it may be a taxable sale`, () => {
      const { notInTrades, inRetirement } = comparedSales(booked(HELD, [], HEADINGS), 2024, reportedOn([listed("2022-11-10", 100, 4500, 5000), ofIra(account)]));
      assert.deepEqual([notInTrades.length, inRetirement], [1, []]);
    });
  }
});

describe("R-8949-1: a form that names no account", () => {
  it("may not be the only one: a sale of an account of which it has nothing says so", () => {
    const trades: Rows = [buy("2023-01-10", 100, 50), sell(100, 45), ["2023-01-10", "Buy", "ABC", 5, 10, "B"], ["2024-03-04", "Sell", "ABC", 5, 12, "B"]];
    const form = [listed("2023-01-10", 100, 4500, 5000).map((cell, at) => (at === 11 ? "" : cell))];
    assert.deepEqual(formOf(trades, form).rows.map(({ account, box, note }) => [account, box, note]), [
      ["A", "D", ""], ["B", "F", "Not on the broker's form. It names no account: give the form of B too, if there is one, each with Account."],
    ]);
  });

  it("is the only one where it has another sale of that account", () => {
    const form = [listed("2023-01-10", 100, 4500, 5000).map((cell, at) => (at === 11 ? "" : cell))];
    const [, missing] = formOf([buy("2023-01-10", 150, 50), sell(100, 45), sell(50, 45, 0, "2024-05-01")], form).rows;
    assert.equal(missing!.note, "Not on the broker's form.");
  });
});

describe("R-8949-3: code C", () => {
  it("stands on collectibles held long-term, on a loss too, because the worksheet of the 28 % rate nets both; it moves nothing", () =>
    assert.deepEqual(
      rows([["2022-01-10", "Buy", "COIN", 10, 50, "A", 0, "", "", "Collectible"], ["2024-02-01", "Sell", "COIN", 5, 40, "A"], ["2024-02-01", "Sell", "COIN", 5, 60, "A"]],
        [["COIN", ...listed("2022-01-10", 5, 200, 250).slice(1)], ["COIN", ...listed("2022-01-10", 5, 300, 250).slice(1)]]),
      ["D 5 sh. COIN 2022-01-10 200 250 C 0 -50 8b", "D 5 sh. COIN 2022-01-10 300 250 C 0 50 8b"],
    ));
});

describe("A row of the form that no sale of ours is", () => {
  const SOLD: Rows = [buy("2023-01-10", 100, 50), sell(100, 45)];
  const said = (form: Rows): string[] => formOf(SOLD, form).notInTrades.map(notInTradesSentence);

  it("is told from the row that it repeats", () =>
    assert.deepEqual(said([listed("2023-01-10", 100, 4500, 5000), listed("2023-01-10", 100, 4500, 5000)]), [
      "Row 3 of the broker's form, 100 XYZ sold 2024-02-01, is not in the trades: it repeats row 2 of the broker's form. Clear it if the sale is listed twice, or add the sale.",
    ]));

  it("is told from the row that corrects it: the one that agrees with ours stands", () => {
    const form = [listed("2023-01-10", 100, 4500, 4900), listed("2023-01-10", 100, 4500, 5000)];
    assert.deepEqual(rows(SOLD, form), ["D 100 sh. XYZ 2023-01-10 4500 5000 0 -500 8a"]);
    assert.deepEqual(said(form), [
      "Row 2 of the broker's form, 100 XYZ sold 2024-02-01, is not in the trades: row 3 of the broker's form is the same sale with other figures. Clear the row that a corrected form replaces, or add the sale.",
    ]);
  });
});

describe("R-8949-3: lots of a sale that the form has row by row", () => {
  const TWO_LOTS: Rows = [buy("2022-01-10", 10, 50), buy("2022-03-02", 10, 60), sell(20, 70)];

  it("have T only where the form errs in the term", () =>
    assert.deepEqual(rows(TWO_LOTS, [listed("2022-01-10", 10, 700, 500, 0, "Short"), listed("2022-03-02", 10, 700, 600)]), [
      "D 10 sh. XYZ 2022-01-10 700 500 T 0 200 8b", "D 10 sh. XYZ 2022-03-02 700 600 0 100 8a",
    ]));

  it("keep the wrong basis of one beside the missing one of the other", () =>
    // 550 of the form less 600 is −50.
    assert.deepEqual(rows(TWO_LOTS, [listed("2022-01-10", 10, 700, ""), listed("2022-03-02", 10, 700, 550)]), [
      "D 10 sh. XYZ 2022-01-10 700 500 0 200 8b", "D 10 sh. XYZ 2022-03-02 700 550 B -50 100 8b",
    ]));
});

describe("R-WS-7: a gain takes up no disallowed loss", () => {
  it("lists the washed lots of a sale apart where its gains are larger", () =>
    assert.deepEqual(rows([buy("2022-01-10", 10, 20), buy("2022-02-10", 10, 60), sell(20, 50), buy("2024-02-15", 10, 50)], null), [
      "D 10 sh. XYZ 2022-02-10 500 600 W 100 0 8b", "D 10 sh. XYZ 2022-01-10 500 200 0 300 8b",
    ]));

  it("leaves them in one row where the sale loses more than is disallowed", () =>
    assert.deepEqual(rows([buy("2022-01-10", 10, 70), buy("2022-02-10", 10, 60), sell(20, 50), buy("2024-02-15", 10, 50)], null), [
      "D 20 sh. XYZ VARIOUS 1000 1300 W 200 -100 8b",
    ]));
});

describe("R-8949-4: what goes straight to Schedule D", () => {
  const LOSS: Rows = [buy("2023-01-10", 100, 50), sell(100, 45)];

  it("is no row whose basis the form reports but does not show", () => {
    assert.deepEqual(rows(LOSS, [listed("2023-01-10", 100, 4500, "")]), ["D 100 sh. XYZ 2023-01-10 4500 5000 0 -500 8b"]);
    assert.deepEqual(rows(LOSS, [listed("2023-01-10", 100, 4500, 5000)]), ["D 100 sh. XYZ 2023-01-10 4500 5000 0 -500 8a"]);
  });

  it("is no row that the form calls ordinary income", () => {
    const { rows: [row] } = formOf(LOSS, [listed("2023-01-10", 100, 4500, 5000, 0, "Long-term ordinary")]);
    assert.deepEqual([row!.scheduleDLine, row!.note], ["8b", "The form says ordinary income."]);
  });

  it("is no row with a wash in box 1g: where the law disallows nothing, code W stands with 0 (IRS, 28 February 2013)", () => {
    const { rows: [row] } = formOf(LOSS, [listed("2023-01-10", 100, 4500, 5000, 100)]);
    assert.equal(shown(row!), "D 100 sh. XYZ 2023-01-10 4500 5000 W 0 -500 8b");
    assert.match(row!.note, /attach a statement/);
  });
});
