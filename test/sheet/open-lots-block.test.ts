import assert from "node:assert/strict";
import { lotName } from "../../src/lots/trades";
import { OPENLOTS_HEADINGS } from "../../src/sheet/tables/open-lots";
import { day } from "../lots/trades-of";
import { lines, reading, refusal } from "./reading";

const TRADES = ["Date", "Action", "Symbol", "Quantity", "Price", "Account"];

/** A row of the table: what is not told is as OPENLOTS leaves it for a plain lot. */
function lot(cells: Partial<Record<(typeof OPENLOTS_HEADINGS)[number], unknown>>): unknown[] {
  const plain = { Lot: "row 2", Symbol: "XYZ", Account: "A", Acquired: "2024-01-02", Quantity: 10, Basis: 1000, "Wash added": 0, Note: "" };
  const row: Record<string, unknown> = { ...plain, ...cells };
  return OPENLOTS_HEADINGS.map((heading) => row[heading] ?? "");
}

/** What is said of the one wrong row of a table of one lot. */
function fault(cells: Parameters<typeof lot>[0]): string {
  const { faults, trades } = reading([OPENLOTS_HEADINGS, lot(cells)]);
  assert.equal(trades.count, 0, "a wrong row never goes into the columns");
  assert.equal(faults.length, 1);
  assert.ok(/\.$/.test(faults[0]!.whatToDo));
  return `${faults[0]!.column}: ${faults[0]!.problem}`;
}

describe("An OPENLOTS table as a range of its own", () => {
  it("is read as lots on the days they were acquired", () =>
    assert.deepEqual(lines(reading([OPENLOTS_HEADINGS, lot({}), lot({ Lot: "L9", Account: "B", Quantity: 2.5, Basis: "$1,250.50" })]).trades), [
      "2 2024-01-02 OpenLot XYZ A 10 100000",
      "3 2024-01-02 OpenLot XYZ B 2.5 125050",
    ]));

  it("reads a negative quantity as a short position: basis -900.00 is proceeds of 900.00", () =>
    assert.deepEqual(lines(reading([OPENLOTS_HEADINGS, lot({ Quantity: -10, Basis: -900 })]).trades), ["2 2024-01-02 OpenShort XYZ A 10 90000"]));

  it("takes losses that wash sales added to a short out of its basis again: -900 + 50 of 900.00 received", () =>
    assert.deepEqual(lines(reading([OPENLOTS_HEADINGS, lot({ Quantity: -10, Basis: -850, "Wash added": 50 })]).trades), [
      "2 2024-01-02 OpenShort XYZ A 10 90000",
    ]));

  it("reads an open loss on the day of its sale", () => {
    const { trades } = reading([OPENLOTS_HEADINGS, lot({ Quantity: 0, Basis: 0, Note: "Open loss: $500.00 on 100 shares sold 2024-12-20." })]);
    assert.deepEqual(lines(trades), ["2 2024-12-20 OpenLoss XYZ A 100 50000"]);
    assert.equal(trades.details.get(0)?.acquired, day("2024-01-02"));
  });

  it("keeps what the Note says of the lot", () => {
    const note = "Inherited. For a loss: basis $80.00, period from 2023-05-01. Cannot replace a loss. Moved between accounts.";
    const { opening } = reading([OPENLOTS_HEADINGS, lot({ Note: note })]).trades.details.get(0)!;
    assert.deepEqual(opening, {
      purchase: 0,
      holdingFrom: day("2024-01-02"),
      periodStart: "Inherited",
      washAddedCents: 0,
      usedAsReplacement: false,
      canReplace: false,
      moved: true,
      lossBasis: { cents: 8000, from: day("2023-05-01") },
      averaged: false,
      ofShort: false,
    });
  });

  it("knows by Wash added that a lot has absorbed a loss (R-WS-8)", () => {
    const { opening } = reading([OPENLOTS_HEADINGS, lot({ "Wash added": 5, "Holding from": "2023-12-02" })]).trades.details.get(0)!;
    assert.deepEqual([opening?.washAddedCents, opening?.usedAsReplacement, opening?.canReplace, opening?.holdingFrom], [500, true, false, day("2023-12-02")]);
  });

  it("keeps an unknown basis unknown (R-ID-6)", () =>
    assert.equal(reading([OPENLOTS_HEADINGS, lot({ Basis: 0, Note: "Basis unknown, taken as 0." })]).trades.details.get(0)?.basisUnknown, true));

  it("knows a digital asset, and an option with its contract, by the Note", () => {
    const { trades } = reading([
      OPENLOTS_HEADINGS,
      lot({ Symbol: "BTC", Note: "Digital asset." }),
      lot({ Symbol: "XYZ-C1", Note: "Call on XYZ, 10 shares a contract." }),
    ]);
    assert.deepEqual([...trades.digital].map((at) => trades.symbols[at]), ["BTC"]);
    const [option] = [...trades.options.values()];
    assert.deepEqual([option?.type, trades.symbols[option!.underlying], option?.multiplier], ["call", "XYZ", 10]);
  });

  it("ties parts of one purchase to each other in all accounts (Rev. Rul. 56-602)", () => {
    const { trades } = reading([OPENLOTS_HEADINGS, lot({}), lot({ Account: "B" }), lot({ Acquired: "2024-01-03" }), lot({ Symbol: "ABC" })]);
    assert.deepEqual([...trades.row], [2, 3, 5, 4], "by the day they were acquired");
    assert.deepEqual([0, 1, 2, 3].map((at) => trades.details.get(at)?.opening?.purchase), [0, 0, 2, 3]);
  });

  it("puts the lots of a day in the order of their numbers", () => {
    const { trades } = reading([
      OPENLOTS_HEADINGS,
      lot({ Lot: "second", Note: "Number 2 of the lots acquired that day." }),
      lot({ Lot: "first", Note: "Number 1 of the lots acquired that day." }),
    ]);
    assert.deepEqual([0, 1].map((at) => lotName(trades, at)), ["first", "second"]);
  });

  it("passes over blank rows and a total below", () => {
    const { trades, faults } = reading([OPENLOTS_HEADINGS, lot({}), [], ["Total", "", "", "", "", 10, 1000]]);
    assert.deepEqual([trades.count, faults.length], [1, 0]);
  });
});

describe("A lot that cannot be read is named, and its symbol withheld", () => {
  const cases: readonly (readonly [Parameters<typeof lot>[0], RegExp])[] = [
    [{ Symbol: "" }, /^Symbol: Row 2: has no symbol\./],
    [{ Acquired: "" }, /^Acquired: Row 2: has no Acquired\./],
    [{ Acquired: "soon" }, /^Acquired: Row 2: Acquired is "soon", which is not a date\./],
    [{ Quantity: "#VALUE!" }, /^Quantity: Row 2: Quantity holds the error #VALUE!\./],
    [{ Quantity: "" }, /^Quantity: Row 2: Quantity is a blank\./],
    [{ Quantity: 0 }, /^Quantity: Row 2: Quantity is 0\./],
    [{ Quantity: "ten" }, /^Quantity: Row 2: Quantity is "ten", which is not a number\./],
    [{ Basis: "" }, /^Basis: Row 2: has no Basis\./],
    [{ Basis: -5 }, /^Basis: Row 2: Basis is -5\.00, below zero\./],
    [{ Basis: 1e15 }, /^Basis: Row 2: Basis is more than \$90 trillion\./],
    [{ "Wash added": -1 }, /^Wash added: Row 2: Wash added is -1\.00, below zero\./],
    [{ "Holding from": "#REF!" }, /^Holding from: Row 2: Holding from holds the error #REF!\./],
    [{ Note: "#N/A" }, /^Note: Row 2: Note holds the error #N\/A\./],
    [{ Note: "Open loss: much." }, /^Note: Row 2: Note states an open loss that cannot be read/],
    [{ Note: "Open loss: $5.00 on 1 shares sold 2024-12-20." }, /^Quantity: Row 2: Quantity of an open loss is 10, but its shares are sold\./],
    [{ Quantity: 0, Note: "Open loss: $5.00 on 1 shares sold 2023-12-20." }, /^Note: Row 2: Note says sold 2023-12-20, before Acquired 2024-01-02\./],
  ];
  for (const [cells, says] of cases) it(JSON.stringify(cells), () => assert.match(fault(cells), says));

  it("an account in error", () => assert.match(fault({ Account: "#N/A" }), /^Account: Row 2: Account holds the error #N\/A\./));
});

describe("An OPENLOTS table on top of the new year's trades", () => {
  const stacked = (...trades: unknown[][]): unknown[][] => [[...OPENLOTS_HEADINGS], lot({ Lot: "row 5" }), [], TRADES, ...trades];

  it("reads lots first and trades below their own headings, each on its own row", () =>
    assert.deepEqual(lines(reading(stacked(["2025-01-10", "Buy", "XYZ", 5, 10, "A"])).trades), [
      "2 2024-01-02 OpenLot XYZ A 10 100000",
      "5 2025-01-10 Buy XYZ A 5 5000",
    ]));

  it("keeps the rows of the range, and the headings of the lots as its first", () => {
    const whole = reading(stacked(["2025-01-10", "Buy", "XYZ", 5, 10, "A"]));
    assert.deepEqual([whole.rowCount, whole.headingRow], [5, 1]);
  });

  it("lets a lot keep the name `row 5` and calls the new one of that row after its year", () => {
    const { trades } = reading(stacked(["2025-01-10", "Buy", "XYZ", 5, 10, "A"], ["2025-01-11", "Buy", "XYZ", 5, 10, "A"]));
    assert.deepEqual([0, 1, 2].map((at) => lotName(trades, at)), ["row 5", "row 5 (2025)", "row 6"]);
  });

  it("refuses a new lot id that a lot brought along", () => {
    const { faults } = reading([[...OPENLOTS_HEADINGS], lot({ Lot: "L1" }), [...TRADES, "Lot"], ["2025-01-10", "Buy", "XYZ", 5, 10, "A", "L1"]]);
    assert.match(faults[0]!.problem, /^Row 4: calls its lot L1, as row 2 already does for XYZ\./);
  });

  it("names a sale that the table has counted already", () => {
    const { faults } = reading(stacked(["2023-06-01", "Sell", "XYZ", 5, 10, "A"]));
    assert.equal(faults[0]!.problem, "Row 5: is dated 2023-06-01, but the open lots above it already stand after 2024-01-02.");
  });

  it("reads trades that run from new to old from the bottom up, after the lots", () => {
    const { trades } = reading(stacked(["2025-03-01", "Buy", "XYZ", 1, 10, "A"], ["2025-02-01", "Buy", "XYZ", 1, 10, "A"]));
    assert.equal(trades.newestFirst, true);
    assert.equal(trades.details.get(2)?.opening?.purchase, 2, "the lot stands last, which is first from the bottom up");
  });

  it("takes several tables one below the other, each by its own headings", () => {
    const { trades } = reading([[...OPENLOTS_HEADINGS], lot({}), ["Symbol", "Quantity", "Acquired", "Basis"], ["ABC", 3, "2024-05-01", 30], TRADES]);
    assert.deepEqual(lines(trades), ["2 2024-01-02 OpenLot XYZ A 10 100000", "4 2024-05-01 OpenLot ABC A 3 3000"]);
  });

  it("names trades headings that lack a column", () =>
    assert.match(refusal([[...OPENLOTS_HEADINGS], lot({}), ["Date", "Action", "Symbol", "Price"]]), /no column headed Quantity/));

  it("holds Type and Note to one another", () => {
    const { faults } = reading([
      [...OPENLOTS_HEADINGS],
      lot({ Symbol: "BTC", Note: "Digital asset." }),
      [...TRADES, "Type"],
      ["2025-01-10", "Sell", "BTC", 1, 10, "A", "Stock"],
    ]);
    assert.match(faults[0]!.problem, /Type of BTC is Stock, but row 2 says Digital asset/);
  });

  it("leaves a list of what was sold alone: it is no table of lots", () =>
    assert.match(refusal([["Symbol", "Quantity", "Acquired", "Sold", "Basis", "Proceeds"], ["XYZ", 1, "2024-01-02", "2024-02-02", 1, 2]]), /no columns headed/));
});

describe("The action Open lot", () => {
  const headings = ["Date", "Action", "Symbol", "Quantity", "Amount", "Lot", "Holding from", "Wash added", "Note"];

  it("is a lot acquired on its Date with Amount as its basis", () => {
    const { trades, faults } = reading([headings, ["2024-01-02", "Open lot", "XYZ", 10, 1000, "old 7", "2023-12-02", 5, "Moved between accounts."]]);
    assert.deepEqual(faults, []);
    assert.deepEqual(lines(trades), ["2 2024-01-02 OpenLot XYZ A 10 100000"]);
    const { opening, lotId } = trades.details.get(0)!;
    assert.deepEqual([lotId, opening?.holdingFrom, opening?.washAddedCents, opening?.moved], ["old 7", day("2023-12-02"), 500, true]);
  });

  it("needs a basis", () =>
    assert.match(reading([headings, ["2024-01-02", "Open lot", "XYZ", 10, "", "", "", "", ""]]).faults[0]!.problem, /^Row 2: has no Amount\./));

  it("leaves the Note of every other row to the user", () =>
    assert.deepEqual(reading([headings, ["2024-01-02", "Buy", "XYZ", 10, 1000, "", "", "", "Open loss: much."]]).faults, []));
});
