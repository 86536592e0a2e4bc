import assert from "node:assert/strict";
import { bookTrades } from "../../src/lots/book";
import { reconcile } from "../../src/report/reconcile";
import type { Difference } from "../../src/report/form-8949-types";
import type { Reconciliation } from "../../src/report/reconcile-types";
import { FEDERAL_LAW } from "../../src/rules/federal-law";
import { booked, reportedOn, type Rows } from "./form-8949/books";

const TRADES = ["Date", "Action", "Symbol", "Quantity", "Price", "Account", "Ratio"];

function of(trades: Rows, form: Rows, settings: Rows = [], year = 2024): Reconciliation {
  const book = booked(trades, settings, TRADES);
  return reconcile(book, bookTrades(book.trades, { ...book.choices, view: "broker" }, FEDERAL_LAW), year, reportedOn(form));
}

/** `Basis 400 - 500 = -100 Basis supplement B 100` */
function shown({ part, oursCents, theirsCents, differenceCents, cause, code, adjustmentCents }: Difference): string {
  const dollars = (cents: number | null): string => (cents === null ? "?" : String(cents / 100));
  return `${part} ${dollars(oursCents)} - ${dollars(theirsCents)} = ${dollars(differenceCents)} ${cause} ${code} ${adjustmentCents / 100}`.replace("  ", " ");
}

const differences = (...args: Parameters<typeof of>): string[] => of(...args).differences.map(shown);

/** A covered row of 2024-02-01 in account A. */
const row = (acquired: string, quantity: number, proceeds: unknown, basis: unknown, wash: unknown = 0, term = "Long", reported = "Yes"): unknown[] =>
  ["XYZ", "", acquired, "2024-02-01", quantity, proceeds, basis, wash, term, reported, "1099-B", "A"];

/** 100 bought for 5,000 and sold for 4,500: a long-term loss of 500. */
const LOSS: Rows = [["2023-01-10", "Buy", "XYZ", 100, 50, "A"], ["2024-02-01", "Sell", "XYZ", 100, 45, "A"]];
const IRA: Rows = [["Account", "Roth", "Roth IRA", "Self"]];

describe("Reconciling with the broker's form, cause by cause", () => {
  it("finds nothing where both sides agree, and adds up what ties", () => {
    const { differences: found, ties } = of(LOSS, [row("2023-01-10", 100, 4500, 5000)]);
    assert.deepEqual(found, []);
    assert.deepEqual(ties.map(({ part, sales, compared, cents }) => `${part} ${sales}/${compared} ${cents}`), ["Proceeds 1/1 450000", "Basis 1/1 500000", "Wash 1/1 0"]);
  });

  it("takes a cent a lot for rounding and asks for no code", () =>
    assert.deepEqual(differences(LOSS, [row("2023-01-10", 100, 4500.01, 4999.99)]), ["Proceeds 4500 - 4500.01 = -0.01 Rounding 0", "Basis 5000 - 4999.99 = 0.01 Rounding 0"]));

  it("knows a wash in another account: the broker's own view has none (R-WS-10)", () => {
    // 60 of the 100 shares are replaced in the IRA: 500 × 60 ÷ 100 = 300 is lost for good.
    const { differences: [found] } = of([...LOSS, ["2024-02-15", "Buy", "XYZ", 60, 46, "Roth"]], [row("2023-01-10", 100, 4500, 5000)], IRA);
    assert.equal(shown(found!), "Wash 300 - 0 = 300 Wash in another account W 300");
    assert.equal(found!.note, "Replaced by row 4 in Roth.");
  });

  it("knows the basis that a wash in another account added, and the period it carried over", () => {
    // B buys 100 in the window: 500 joins its basis of 4,600 = 5,100, and the lot is held from 2023-01 on: sold long-term.
    const trades: Rows = [...LOSS, ["2024-02-15", "Buy", "XYZ", 100, 46, "B"], ["2024-06-03", "Sell", "XYZ", 100, 52, "B"]];
    const ofB = ["XYZ", "", "2024-02-15", "2024-06-03", 100, 5200, 4600, 0, "Short", "Yes", "1099-B", "B"];
    assert.deepEqual(differences(trades, [row("2023-01-10", 100, 4500, 5000), ofB]), [
      // Basis of the form minus the right one: 4,600 − 5,100 = −500 (R-8949-2).
      "Basis 5100 - 4600 = 500 Wash in another account B -500",
      "Wash 500 - 0 = 500 Wash in another account W 500",
      "Term ? - ? = ? Wash in another account T 0",
    ]);
  });

  it("knows it too of a row of the form that sums up lots which stand in two rows of ours, one of them washed", () => {
    // B's loss of 20 × (90 − 70) = 400 is replaced in the broker's view by B's 30 shares of 01-26; in ours A takes half of it.
    // The lots of the 100 cost 30 × 10 + 40 × 90 + 30 × 50 = 5,400: with 400 they have 5,800, as the form says, and with 200 ours 5,600.
    const trades: Rows = [
      ["2023-01-08", "Buy", "XYZ", 20, 90, "B"], ["2023-01-17", "Buy", "XYZ", 10, 40, "A"], ["2023-01-23", "Sell", "XYZ", 20, 70, "B"], ["2023-01-26", "Buy", "XYZ", 30, 10, "B"],
      ["2023-02-19", "Buy", "XYZ", 40, 90, "B"], ["2023-02-24", "Buy", "XYZ", 30, 50, "B"], ["2023-03-07", "Sell", "XYZ", 100, 80, "B"], ["2023-03-27", "Buy", "XYZ", 30, 50, "B"],
    ];
    const ofB = (acquired: string, sold: string, quantity: number, proceeds: number, basis: number, wash: number): unknown[] =>
      ["XYZ", "", acquired, sold, quantity, proceeds, basis, wash, "Short", "Yes", "1099-B", "B"];
    const first = ofB("2023-01-08", "2023-01-23", 20, 1400, 1800, 400);
    const { differences: found } = of(trades, [first, ofB("VARIOUS", "2023-03-07", 100, 8000, 5800, 300)], [], 2023);
    assert.deepEqual([...new Set(found.map(({ part, cause }) => `${part} ${cause}`))], ["Basis Wash in another account"]);
    assert.equal(found.reduce((sum, { differenceCents }) => sum + differenceCents!, 0), -200_00);
    assert.match(found[0]!.note, /together|as it says/);
    // A form with 10 more is not what the broker's view has.
    const { differences: other } = of(trades, [first, ofB("VARIOUS", "2023-03-07", 100, 8000, 5810, 300)], [], 2023);
    assert.ok(other.every(({ cause }) => cause === "Basis differs"), other.map(shown).join("; "));
  });

  it("knows the term of a lot that the broker's view has in both terms, because a wash in it carried a period over", () => {
    // In the broker's view the 30 shares of 10-12 replace 20 shares of 02-01 and 10 of 07-18: 20 are held 234 days longer, 10 are
    // not. In ours A's 30 of 09-19 take the first of these losses, and no share of the 30 is long-term by 04-07.
    const trades: Rows = [
      ["2023-02-01", "Buy", "XYZ", 20, 40, "B"], ["2023-05-29", "Buy", "XYZ", 10, 10, "B"], ["2023-07-18", "Buy", "XYZ", 20, 80, "B"], ["2023-09-19", "Buy", "XYZ", 30, 30, "A"],
      ["2023-09-23", "Sell", "XYZ", 50, 10, "B"], ["2023-10-12", "Buy", "XYZ", 30, 60, "B"], ["2024-01-25", "Sell", "XYZ", 10, 50, "B"], ["2024-04-07", "Sell", "XYZ", 20, 50, "B"],
    ];
    const ofB = (sold: string, basis: number, term: string): unknown[] => ["XYZ", "", "2023-10-12", sold, 10, 500, basis, 0, term, "Yes", "1099-B", "B"];
    // 10 × (60 + (40 − 10)) = 900; 10 × (60 + (80 − 10)) = 1,300.
    const { differences: found } = of(trades, [ofB("2024-01-25", 900, "Short"), ofB("2024-04-07", 900, "Long"), ofB("2024-04-07", 1300, "Short")]);
    const terms = found.filter(({ part }) => part === "Term");
    assert.deepEqual(terms.map(({ cause }) => cause), ["Wash in another account"], found.map(shown).join("; "));
  });

  it("says that washes differ where the broker need not tell one of the same account: shares of 2010 are not covered (R-WS-10)", () => {
    // 60 of 100 are replaced in A itself: 500 × 60 ÷ 100 = 300.
    const trades: Rows = [["2010-01-11", "Buy", "XYZ", 100, 50, "A"], ["2024-02-01", "Sell", "XYZ", 100, 45, "A"], ["2024-02-15", "Buy", "XYZ", 60, 46, "A"]];
    const { differences: [found] } = of(trades, [row("2010-01-11", 100, 4500, 5000, 0, "Long", "No")]);
    assert.equal(shown(found!), "Wash 300 - 0 = 300 Wash differs W 300");
    assert.equal(found!.note, "Replaced by row 4 in A. The form leaves out washes of shares whose basis the broker need not report.");
  });

  it("knows a wash by a security held identical, which the broker keeps apart, also of parts of shares", () => {
    // 60 of 100 are replaced by YYY in the same account: 500 × 60 ÷ 100 = 300.
    const trades: Rows = [...LOSS, ["2024-02-15", "Buy", "YYY", 60.25, 46, "A"], ["2024-02-20", "Sell", "YYY", 0.25, 46, "A"]];
    const [found] = of(trades, [row("2023-01-10", 100, 4500, 5000), ["YYY", "", "2024-02-15", "2024-02-20", 0.25, 11.5, 11.5, 0, "Short", "Yes", "1099-B", "A"]], [["Identical", "XYZ", "YYY"]]).differences;
    assert.equal(found!.cause, "Wash in another account");
  });

  it("says that washes differ where the broker's own view has ours, and asks for a statement where ours is smaller", () => {
    const washed: Rows = [...LOSS, ["2024-02-15", "Buy", "XYZ", 60, 46, "A"]];
    assert.deepEqual(differences(washed, [row("2023-01-10", 100, 4500, 5000)]), ["Wash 300 - 0 = 300 Wash differs W 300"]);
    const [more] = of(washed, [row("2023-01-10", 100, 4500, 5000, 400)]).differences;
    assert.equal(shown(more!), "Wash 300 - 400 = -100 Wash differs W 300");
    assert.match(more!.note, /attach a statement/);
    assert.deepEqual(differences(LOSS, [row("2023-01-10", 100, 4500, 5000, 100)]), ["Wash 0 - 100 = -100 Wash differs W 0"]);
  });

  it("names the supplement where shares came as pay (R-BASIS-3): 1,000 of the form minus 4,000 is the adjustment", () => {
    const trades: Rows = [["2023-01-10", "Vest", "XYZ", 100, 40, "A"], ["2024-02-01", "Sell", "XYZ", 100, 45, "A"]];
    assert.deepEqual(differences(trades, [row("2023-01-10", 100, 4500, 1000)]), ["Basis 4000 - 1000 = 3000 Basis supplement B -3000"]);
    assert.deepEqual(differences(trades, [row("2023-01-10", 100, 4500, 0)]), ["Basis 4000 - 0 = 4000 Basis supplement B -4000"]);
  });

  it("names a corporate action between purchase and sale, with its row", () => {
    const trades: Rows = [["2023-01-10", "Buy", "XYZ", 50, 100, "A"], ["2023-06-01", "Split", "XYZ", "", "", "A", "2 for 1"], LOSS[1]!];
    const [found] = of(trades, [row("2023-01-10", 100, 4500, 2500)]).differences;
    assert.equal(shown(found!), "Basis 5000 - 2500 = 2500 Corporate action B -2500");
    assert.equal(found!.note, "A corporate action changed the basis: row 3 of your trades.");
  });

  it("finds missing basis: blank, N/A, and a zero that nobody vouches for; no amount where it was not reported (R-8949-2)", () => {
    for (const basis of ["", "N/A", 0]) {
      assert.deepEqual(differences(LOSS, [row("2023-01-10", 100, 4500, basis, 0, "", "No")]), ["Basis 5000 - ? = 5000 Missing basis 0"], String(basis));
    }
    assert.deepEqual(differences(LOSS, [row("2023-01-10", 100, 4500, 0)]), ["Basis 5000 - 0 = 5000 Missing basis B -5000"]);
  });

  it("tells basis, proceeds and terms that nothing explains, proceeds first", () =>
    assert.deepEqual(differences(LOSS, [row("2023-01-10", 100, 4505, 4900, 0, "Short")]), [
      "Proceeds 4500 - 4505 = -5 Proceeds differ E -5", "Basis 5000 - 4900 = 100 Basis differs B -100", "Term ? - ? = ? Term differs T 0",
    ]));

  it("gives a row without basis reported the right basis, code B and no amount (R-8949-2)", () =>
    assert.deepEqual(differences(LOSS, [row("2023-01-10", 100, 4500, 4900, 0, "Long", "No")]), ["Basis 5000 - 4900 = 100 Basis differs B 0"]));
});

describe("Reconciling: what stands on one side only", () => {
  const SOLD_TWICE: Rows = [...LOSS.slice(0, 1), ["2024-02-01", "Sell", "XYZ", 40, 45, "A"], ["2024-03-01", "Sell", "XYZ", 60, 45, "A"]];

  it("lists half a form's missing sales first, with their proceeds and rows", () => {
    const [first, ...rest] = of(SOLD_TWICE, [row("2023-01-10", 40, 1800, 2000)]).differences;
    assert.deepEqual(rest, []);
    assert.equal(shown(first!), "Row 2700 - ? = 2700 Only in the trades 0");
    assert.deepEqual(first!.saleRows, [4]);
  });

  it("adds up theirs row by row, also the basis that stands on only one of the two rows of a sale", () => {
    // Two lots of one sale: 60 × 45 = 2,700 with a basis of 3,000, and 40 × 45 = 1,800 whose basis the form does not give.
    const trades: Rows = [["2023-01-10", "Buy", "XYZ", 60, 50, "A"], ["2023-01-11", "Buy", "XYZ", 40, 50, "A"], ["2024-02-01", "Sell", "XYZ", 100, 45, "A"]];
    const ofYearBefore = ["XYZ", "", "2022-01-10", "2023-06-01", 10, 700, 600, 50, "Long", "Yes", "1099-B", "A"];
    for (const [first, second] of [["Yes", "Yes"], ["Yes", "No"], ["No", "No"]]) {
      const { totals, otherYears } = of(trades, [row("2023-01-10", 60, 2700, 3000, 10, "Long", first), row("2023-01-11", 40, 1800, "", 5, "Long", second), ofYearBefore]);
      assert.equal(otherYears.length, 1);
      assert.deepEqual(totals.theirs, { proceedsCents: 450_000, basisCents: 300_000, washCents: 1_500 });
      assert.deepEqual(totals.ours, { proceedsCents: 450_000, basisCents: 500_000, washCents: 0 });
    }
  });

  it("names a row of theirs that repeats another, and one that we do not have", () => {
    const [twin, other] = of(LOSS, [row("2023-01-10", 100, 4500, 5000), row("2023-01-10", 100, 4500, 5000), ["ABC", "", "", "2024-05-05", 5, 70, 1, 0, "", "", "", "A"]]).differences;
    assert.equal(shown(twin!), "Row ? - 4500 = -4500 Only on the form 0");
    assert.equal(twin!.note, "Row 3 of the broker's form repeats row 2. Clear it if the sale is listed twice.");
    assert.equal(other!.note, "Row 4 of the broker's form, 5 ABC sold 2024-05-05, is not in the trades. Add the sale, or clear the row.");
  });

  it("counts a row of VARIOUS as the lots it covers", () =>
    assert.deepEqual(differences([["2022-01-10", "Buy", "XYZ", 60, 50, "A"], ["2022-02-10", "Buy", "XYZ", 40, 50, "A"], LOSS[1]!], [row("VARIOUS", 100, 4500, 5000)]), []));

  it("keeps rows of another year and accounts that are on no row apart from the differences", () => {
    const trades: Rows = [...LOSS, ["2023-01-10", "Buy", "XYZ", 5, 50, "B"], ["2024-02-01", "Sell", "XYZ", 5, 60, "B"]];
    const found = of(trades, [row("2023-01-10", 100, 4500, 5000), ["XYZ", "", "2020-01-02", "2021-02-01", 7, 77, 7, 0, "", "", "", "A"]]);
    assert.deepEqual(found.differences, []);
    assert.deepEqual(found.otherYears.map((sale) => sale.row), [3]);
    assert.deepEqual(found.accountsElsewhere.map(({ account, sales, proceedsCents }) => `${account} ${sales} ${proceedsCents}`), ["B 1 30000"]);
  });

  it("names rows of a retirement account, and asks to add nothing", () => {
    const trades: Rows = [...LOSS, ["2023-01-10", "Buy", "XYZ", 5, 50, "Roth IRA"], ["2024-02-02", "Sell", "XYZ", 5, 60, "Roth IRA"]];
    const [found, ...others] = of(trades, [row("2023-01-10", 100, 4500, 5000), ["XYZ", "", "2023-01-10", "2024-02-02", 5, 300, 250, 0, "Long", "Yes", "1099-B", "Roth IRA"]]).differences;
    assert.deepEqual([found!.cause, found!.code, found!.theirsCents, others], ["Retirement account", "", 300_00, []]);
  });

  it("knows a premium that the form nets, which needs no code", () =>
    // 299.35 − 98.70 = 200.65 = what closing cost.
    assert.deepEqual(differences(
      [["2024-01-10", "Sell to open", "XYZ 240321P40", 1, 2.9935, "A"], ["2024-02-05", "Buy to close", "XYZ 240321P40", 1, 2.0065, "A"]],
      [["XYZ 240321P40", "", "", "2024-02-05", 1, 98.7, 0, 0, "Short", "Yes", "1099-B", "A"]],
    ), ["Proceeds 299.35 - 98.7 = 200.65 Premium netted 0", "Basis 200.65 - 0 = 200.65 Premium netted 0"]));

  describe("a premium netted by a form that leaves out the fees", () => {
    // Written at 300.00 less 0.65 of fees, closed at 200.00 plus 0.65.
    const CLOSED: Rows = [["2024-01-10", "Sell to open", "XYZ 240321P40", 1, 2.9935, "A"], ["2024-02-05", "Buy to close", "XYZ 240321P40", 1, 2.0065, "A"]];
    const ofForm = (proceeds: unknown, basis: unknown, reported = "Yes"): unknown[] => ["XYZ 240321P40", "", "", "2024-02-05", 1, proceeds, basis, 0, "Short", reported, "1099-B", "A"];

    it("is explained, with code E and the fees: 100.00 − 98.70 = 1.30 (R-8949-3)", () => {
      for (const [basis, reported] of [[0, "Yes"], ["", "Yes"], ["", "No"]]) {
        const { differences: found } = of(CLOSED, [ofForm(100, basis, reported as string)]);
        assert.deepEqual(found.map(shown), [
          "Proceeds 299.35 - 100 = 199.35 Premium netted E -1.3", `Basis 200.65 - ${basis === 0 ? "0" : "?"} = 200.65 Premium netted 0`,
        ], `${basis} ${reported}`);
        assert.match(found[0]!.note, /leaves out \$1\.30 of fees/);
      }
    });

    it("is explained where closing cost more than the premium, as a loss below zero or in the basis", () => {
      const lost: Rows = [["2024-01-10", "Sell to open", "XYZ 240321P40", 1, 1.9935, "A"], ["2024-02-05", "Buy to close", "XYZ 240321P40", 1, 3.0065, "A"]];
      // 199.35 − 300.65 = −101.30; the form has 200.00 − 300.00.
      assert.deepEqual(differences(lost, [ofForm(-100, 0)]), ["Proceeds 199.35 - -100 = 299.35 Premium netted E -1.3", "Basis 300.65 - 0 = 300.65 Premium netted 0"]);
      assert.deepEqual(differences(lost, [ofForm(0, 100)]), ["Proceeds 199.35 - 0 = 199.35 Premium netted E -1.3", "Basis 300.65 - 100 = 200.65 Premium netted 0"]);
    });

    it("is not said of a form that has the premium and lacks the basis, or where much more than fees is missing", () => {
      assert.deepEqual(differences(CLOSED, [ofForm(299.35, 0)]), ["Basis 200.65 - 0 = 200.65 Missing basis B -200.65"]);
      assert.deepEqual(differences(CLOSED, [ofForm(200, 0)]).map((one) => one.split(" = ")[1]), ["99.35 Proceeds differ O 99.35", "200.65 Missing basis B -200.65"]);
    });
  });

  it("says which wrong row of the trades withholds a sale that the form has", () => {
    const [found] = of([["2023-01-10", "Buy", "XYZ", 10, 50, "A"], LOSS[1]!], [row("2023-01-10", 100, 4500, 5000)]).differences;
    assert.equal(found!.cause, "Only on the form");
    assert.match(found!.note, /^Your sales of it are withheld\. Row 3: sells 100 XYZ/);
  });
});
