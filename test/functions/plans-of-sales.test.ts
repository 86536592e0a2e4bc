/** SELLPLAN by goal and within limits, GAINHARVEST and CHARITYPICK, as cells ask them; sums by hand. */
import assert from "node:assert/strict";
import { charityPick, gainHarvest, sellPlan } from "../../src/functions/least-tax";

class CellError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

const TRADES = [
  ["Date", "Action", "Symbol", "Quantity", "Price", "Fees", "Account"],
  ["2022-03-01", "Buy", "XYZ", 100, 40, 0, "A"],
  ["2024-02-01", "Buy", "XYZ", 100, 55, 0, "A"],
  ["2024-06-03", "Buy", "XYZ", 100, 66, 0, "A"],
  ["2024-04-01", "Buy", "ABC", 50, 20, 0, "A"],
  ["2024-09-03", "Sell", "ABC", 50, 30, 0, "A"],
];
const PRICES = [["Symbol", "Price"], ["XYZ", 61]];
const RATES = [["Short rate", 0.37], ["Long rate", 0.2]];
const RETURN = [["Tax year", 2024], ["Filing status", "Single"], ["Taxable income", 30_000]];

type Rows = unknown[][];
const total = (rows: Rows): unknown[] => rows.at(-1)!;
const plan = (cash: unknown, goal: unknown, limits?: Rows, amount?: unknown): Rows => sellPlan(TRADES, PRICES, "2024-12-10", cash, RATES, amount, goal, limits);
const says = (work: () => Rows, sentence: RegExp): void => assert.throws(work, (error: CellError) => sentence.test(error.message));

describe("SELLPLAN, GAINHARVEST and CHARITYPICK in cells", () => {
  const bare = globalThis as { CustomFunctions?: unknown };
  let before: unknown;
  beforeEach(() => {
    before = bare.CustomFunctions;
    bare.CustomFunctions = { Error: CellError, ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A", invalidNumber: "#NUM!" } };
  });
  afterEach(() => {
    bare.CustomFunctions = before;
  });

  it("realises a loss of 300 at least: all of row 4, whose 500 offset the gain on ABC at 37 %", () => {
    const [, row] = plan(300, "Loss");
    assert.deepEqual([row![2], row![5], row![7], row![8]], ["row 4", 100, -500, -185]);
  });
  it("realises a gain of 1,000 and no share's gain less", () => assert.ok(Number(total(plan(1000, "gain"))[7]) >= 1000));
  it("gives the same shares without a return, and leaves the tax avoided blank with what to add", () => {
    // 2,000 ÷ 61 is 32 whole shares of row 2, worth 1,952; each gains 21: 672. At 20 % selling them adds 134.40.
    const of = (settings: Rows): Rows => charityPick(TRADES, PRICES, "2024-12-10", 2000, settings);
    assert.deepEqual(of(RATES)[1]!.slice(2), ["row 2", of([])[1]![3], 32, 1952, 1280, 672, 134.4, ""]);
    assert.deepEqual(of([])[1]!.slice(4), [32, 1952, 1280, 672, "", ""]);
    assert.equal(total(of([]))[8], "");
    assert.match(String(total(of([]))[9]), /never taxed\. .*Add Tax year, Filing status and Taxable income to the settings/);
    // A return of another year.
    assert.equal(total(of([["Tax year", 2023], ["Filing status", "Single"], ["Taxable income", 30_000]]))[8], "");
  });
  it("keeps a lot and a cap", () => {
    const rows = plan(12_000, "", [["Keep", "XYZ", "row 4"], ["Most of symbol", "XYZ", 13_000]]);
    assert.ok(rows.every(([, , lot]) => lot !== "row 4"));
  });
  it("names the limit that stands in the way", () => {
    says(() => plan(12_000, "", [["Most of symbol", 11_000]]), /^With at most \$11,000\.00 of a symbol no plan was found that raises \$12,000\.00/);
    says(() => plan(12_000, "", [["Keep", "XYZ"]]), /^With XYZ kept no plan was found/);
    says(() => plan(12_000, "", [["Least trade", 20_000]]), /^With the least trade of \$20,000\.00/);
  });
  it("says what is wrong with a limit, a goal or an amount", () => {
    says(() => plan(12_000, "", [["Mist", 1]]), /limits row 1: .*is no limit/);
    says(() => plan(12_000, "", [["Keep", "QQQ"]]), /limits row 1: no row of the trades has QQQ/);
    says(() => plan(12_000, "", [["Keep", "XYZ", "row 99"]]), /limits row 1: lot row 99 XYZ is not held/);
    says(() => plan(12_000, "", [["Keep account", "Z"]]), /limits row 1: no row of the trades names account Z/);
    says(() => plan(12_000, "", [["Keep account", "A", "B"]]), /limits row 1: Keep account has one account, and "?B"? stands behind\. Write a row of its own for it/);
    says(() => plan(12_000, "", [["Keep", "XYZ", "row 4", "A", "row 3"]]), /limits row 1: Keep has a symbol, a lot and an account, and "?row 3"? stands behind/);
    says(() => plan(12_000, "", [["Most of symbol", 12_000, "XYZ"]]), /limits row 1: Most of symbol has its dollars last.* "?XYZ"? stands behind/);
    says(() => plan(12_000, "", [["Least trade", 5, 6000]]), /limits row 1: Least trade has one amount, and 6000 stands behind/);
    says(() => plan(12_000, "", [["Least trade", -5]]), /limits row 1: Least trade is -5/);
    says(() => plan(12_000, "", [["Least trade", 5], ["Least trade", 6]]), /limits row 2: Least trade stands in two rows/);
    says(() => plan(12_000, "Dividend"), /^goal is/);
    says(() => plan(-5, "Gain"), /^cash is -\$?5/);
    says(() => plan("", "Gain"), /^cash is missing/);
    says(() => plan(1e6, "Loss"), /^\$1,000,000\.00 of loss is more than there is: all lots that may be sold come to \$500\.00 of loss/);
  });
  it("fills the 0 % band: 47,025 − 30,000 − 500 leaves 16,525, and row 2 gains 100 × 21", () => {
    const note = String(total(gainHarvest(TRADES, PRICES, "2024-12-10", RETURN))[9]);
    assert.match(note, /^\$16,525\.00 of long-term gain costs no tax this year; \$2,100\.00 of it is used/);
    assert.match(note, /No wash-sale rule bars buying these back/);
  });
  it("gives 81 shares of row 2 for 5,000 at 61: 4,941 worth, 81 × 21 of gain", () => {
    const [, row] = charityPick(TRADES, PRICES, "2024-12-10", 5000, RETURN);
    assert.deepEqual(row!.slice(2, 3).concat(row!.slice(4, 8)), ["row 2", 81, 4941, 3240, 1701]);
    says(() => charityPick(TRADES, PRICES, "2024-12-10", 50, RETURN), /^No share fits/);
  });

  // 100 at 40 and 100 at 60 average 50. The shares of 2022 leave first and are long-term: 100 × (70 - 50) = 2,000.
  const FUND = [
    ["Date", "Action", "Symbol", "Quantity", "Price", "Fees", "Account", "Type"],
    ["2022-03-01", "Buy", "FND", 100, 40, 0, "A", "Fund"],
    ["2025-02-01", "Buy", "FND", 100, 60, 0, "A", "Fund"],
  ];
  const AVERAGE = [["Tax year", 2025], ["Filing status", "Single"], ["Taxable income", 20_000], ["Method", "AVG"]];
  it("of a fund at average basis sells and gives the long-term shares, which leave first, and none behind them (R-AVG-3)", () => {
    const [, sold, ...more] = gainHarvest(FUND, [["FND", 70]], "2025-12-10", AVERAGE);
    assert.deepEqual([sold![2], sold![4], sold![5], sold![7], more.length], ["row 2", "Long", 100, 2000, 1]);
    const [, given] = charityPick(FUND, [["FND", 70]], "2025-12-10", 5000, AVERAGE);
    assert.deepEqual([given![2], given![4], given![5], given![7]], ["row 2", 71, 4970, 1420]);
  });
  it("names the lots of a pool in the order in which their shares leave: those of 2022 first, long-term (R-AVG-3, R-HP-1)", () => {
    const rows = sellPlan(FUND, [["FND", 70]], "2025-12-10", 12_000, AVERAGE);
    assert.deepEqual(rows.slice(1, 3).map((row) => [row[2], row[4], row[5]]), [["row 2", "Long", 100], ["row 3", "Short", 72]]);
  });

  it("realizes exactly what whole shares come to: 2 × 6 = 12, 3 × 6 - 3 × 5 = 3, 5 × 6 - 5 × 5 = 5, 21 - 2 × 5 = 11", () => {
    const xyz = TRADES.slice(0, 4);
    for (const goal of [3, 5, 11, 12]) assert.equal(total(sellPlan(xyz, PRICES, "2024-12-10", goal, RATES, "Exactly", "Gain"))[7], goal);
  });

  // Row 2 loses 10 a share and row 3 24. The 100 shares in the IRA take row 2 for good: 2,400 is left, at 22 % 528.
  const TAKEN = [
    TRADES[0]!, ["2025-06-01", "Buy", "AA", 100, 74, 0, "A"], ["2025-12-05", "Buy", "AA", 100, 88, 0, "A"], ["2025-11-15", "Reinvest", "AA", 100, 64, 0, "IRA"],
  ];
  const TWENTY_TWO = [["Tax year", 2025, ""], ["Filing status", "Single", ""], ["Taxable income", 60_000, ""], ["Account", "IRA", "IRA"]];
  it("sells further losses where wash sales take some of those sold: at whatever cash 528.00 is saved", () => {
    for (const cash of [100, 10_300, 12_800]) assert.equal(total(sellPlan(TAKEN, [["AA", 64]], "2025-12-10", cash, TWENTY_TWO))[8], -528);
    assert.equal(total(sellPlan(TAKEN, [["AA", 64]], "2025-12-10", 1000, TWENTY_TWO, "", "Loss"))[8], -528);
  });

  it("by the printed table says of a plan without tax, where no lot is at a loss, that nothing is less", () => {
    const rows = [TRADES[0]!, ["2022-01-03", "Buy", "AA", 100, 50, 0, "A"], ["2025-06-02", "Buy", "BB", 100, 90, 0, "A"]];
    const table = [["Tax year", 2025], ["Filing status", "Single"], ["Taxable income", 40_000], ["Ordinary tax", "Tax table"]];
    const last = total(sellPlan(rows, [["AA", 150], ["BB", 100]], "2025-12-10", 5000, table));
    assert.deepEqual([last[8], last[9]], [0, "This is the least possible."]);
  });
  it("takes a loss in parts where whole lots would wash each other: 3 × 281.33 - 562.66 + 1,484.11 + 281.33 = 2,046.77", () => {
    const rows = [
      TRADES[0]!, ["2025-11-25", "Buy", "AA", 3, 2923.33, 0, "B"], ["2023-03-01", "Buy", "AA", 1, 2642.35, 0, "A"], ["2025-12-05", "Buy", "AA", 2, 4126.11, 0, "B"],
    ];
    const joint = [["Tax year", 2025], ["Filing status", "MFJ"], ["Taxable income", 174_996]];
    const last = total(sellPlan(rows, [["AA", 2642]], "2025-12-10", 1842.62, joint, "", "Loss", [["Most of symbol", 13_017.89]]));
    // 4 × 2,642 of proceeds, and the loss at 22 %.
    assert.deepEqual([last[6], last[8]], [10_568, -450.29]);
  });
});
