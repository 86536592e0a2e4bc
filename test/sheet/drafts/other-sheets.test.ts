import assert from "node:assert/strict";
import { identificationRows, identificationsOfPlan, memoDraft } from "../../../src/sheet/drafts/identification-memo";
import { openLotsDraft, type LotForSheet } from "../../../src/sheet/drafts/open-lots-sheet";
import { orderListDraft, ordersOfPlan } from "../../../src/sheet/drafts/order-list";
import { termCalendarDraft } from "../../../src/sheet/drafts/term-calendar-sheet";
import { washTrailDraft } from "../../../src/sheet/drafts/wash-trail-sheet";
import { OPENLOTS_HEADINGS } from "../../../src/sheet/tables/open-lots";
import { WASHTRAIL_HEADINGS } from "../../../src/sheet/tables/wash-trail";
import { dayFromCalendar } from "../../../src/values/plain-date";
import { AS_OF, PLAN } from "./a-plan";
import { column } from "./calculated";

const ORIGIN = { tradesRead: "‘Trades’!A1:L60", pricesRead: null, settings: null };
const LIVE = { kind: "live", references: { namespace: "TAXLOT", trades: "Trades[#All]", prices: null, settings: null } } as const;
const VALUES = { kind: "values" } as const;
const CONTEXT = { asOf: AS_OF, origin: ORIGIN };

const LOT: LotForSheet = {
  lot: "L1", symbol: "XYZ", account: "Schwab", acquired: dayFromCalendar(2024, 3, 1), holdingFrom: dayFromCalendar(2024, 3, 1), shares: 3,
  basisCents: 10_000, washAddedCents: 0, price: null, valueCents: null, gainCents: null, term: "Long", longTermOn: null, daysToLongTerm: null, note: "",
};

describe("The sheet of open lots", () => {
  it("is one live formula that cuts off arguments left out at the end", () =>
    assert.deepEqual(openLotsDraft({ ...CONTEXT, style: LIVE, lots: [LOT] }).blocks[0]!.content, {
      kind: "spill", formula: "=TAXLOT.OPENLOTS(Trades[#All],DATE(2026,12,4))", rows: 2,
    }));
  it("or values under the headings of OPENLOTS, blank where there is no price", () => {
    const [block] = openLotsDraft({ ...CONTEXT, style: VALUES, lots: [LOT] }).blocks;
    assert.deepEqual(block!.columns.map(({ heading }) => heading), [...OPENLOTS_HEADINGS]);
    assert.deepEqual(column(block!, "Basis"), [100]);
    assert.deepEqual(column(block!, "Basis per share"), [33.3333333333333]);
    assert.deepEqual(column(block!, "Value"), [null]);
    assert.deepEqual(block!.totals, ["Basis", "Wash added", "Value", "Gain"]);
  });
  it("says so when no lot is open", () =>
    assert.equal(openLotsDraft({ ...CONTEXT, style: VALUES, lots: [] }).blocks[0]!.whenEmpty, "No lot is open on this day."));
});

describe("The sheet of wash sales", () => {
  const headings = [...WASHTRAIL_HEADINGS];
  const row = [7, "XYZ", 46360, "L1", 40, 460, 41, "Roth IRA", 46346, 0, 46346, 460, 46391, "IRC 1091(a)"];
  it("asks for the year in its formula", () =>
    assert.deepEqual(washTrailDraft({ year: 2026, style: LIVE, origin: ORIGIN, table: [headings, row] }).blocks[0]!.content, {
      kind: "spill", formula: "=TAXLOT.WASHTRAIL(Trades[#All],2026)", rows: 2,
    }));
  it("re-adds what was disallowed, added and lost", () => {
    const [block] = washTrailDraft({ year: 2026, style: VALUES, origin: ORIGIN, table: [headings, row] }).blocks;
    assert.deepEqual(block!.totals, ["Disallowed", "Basis added", "Permanent"]);
    assert.deepEqual(column(block!, "Permanent"), [460]);
  });
  it("keeps an error visible: a total must not be silently short", () => {
    const refused = row.map((cell, at) => (at === 5 ? ({ kind: "bad-input", sentence: "Row 41 …" } as const) : cell));
    const [block] = washTrailDraft({ year: null, style: VALUES, origin: ORIGIN, table: [headings, refused] }).blocks;
    assert.equal(block!.content.kind === "rows" && block!.content.rows[0]![5], "#VALUE!");
  });
});

describe("A plan that sells from a pool at average basis (R-AVG-3)", () => {
  const [first, ...others] = PLAN.sales;
  const plan = { ...PLAN, sales: [{ ...first!, atAverage: true as const }, ...others] };
  it("names no lot in the order", () => assert.deepEqual(ordersOfPlan(plan).map(({ lots }) => lots.length), [0, ...others.map(() => 1)]));
  it("and none in the memo, since naming one would leave the average", () => {
    const made = { day: AS_OF, time: "10:00", memo: "H-1", chosenBy: "Harvest pane" };
    const named = identificationsOfPlan(plan, made).flatMap(({ lots }) => lots.map(({ lot }) => lot));
    assert.equal(named.length, others.length);
    assert.deepEqual(identificationsOfPlan({ ...plan, sales: [plan.sales[0]!] }, made), []);
  });
});

describe("The term calendar", () => {
  it("passes the days looked ahead only when they are given", () => {
    const draft = (days: number | null) => termCalendarDraft({ ...CONTEXT, days, style: LIVE, table: [["Symbol"]] }).blocks[0]!.content;
    assert.deepEqual(draft(60), { kind: "spill", formula: "=TAXLOT.TERMCALENDAR(Trades[#All],DATE(2026,12,4),60)", rows: 1 });
    assert.deepEqual(draft(null), { kind: "spill", formula: "=TAXLOT.TERMCALENDAR(Trades[#All],DATE(2026,12,4))", rows: 1 });
  });
});

describe("R-ID-2: identifications of a plan", () => {
  const made = { day: AS_OF, time: "10:15", memo: "M1", chosenBy: "Harvest pane" };
  const identifications = identificationsOfPlan(PLAN, made);

  it("are one an account: each goes to its own broker", () =>
    assert.deepEqual(identifications.map(({ account, memo, lots }) => [account, memo, lots.length]), [["Schwab", "M1-1", 1], ["Fidelity", "M1-2", 1]]));
  it("are logged one row a lot, with who chose and when", () =>
    assert.deepEqual(identificationRows(identifications[0]!), [
      {
        loggedDay: AS_OF, loggedTime: "10:15", saleDay: AS_OF, account: "Schwab", symbol: "XYZ", shares: 100, lot: "L1",
        acquired: dayFromCalendar(2024, 3, 1), basisCents: 500_000, chosenBy: "Harvest pane", memo: "M1-1",
      },
    ]));
  it("stand on a sheet to sign, a table an account", () => {
    const draft = memoDraft(identifications);
    assert.equal(draft.sheetName, "SpecID 2026-12-04");
    assert.deepEqual(draft.blocks.map(({ title }) => title), ["Account Schwab", "Account Fidelity"]);
    assert.deepEqual(column(draft.blocks[0]!, "Basis"), [5000]);
    assert.ok(draft.notes.some((note) => note.endsWith("Please confirm this identification in writing.")));
  });
});

describe("The list of orders on a sheet", () => {
  it("is one order a sale of the plan, in its order, each with its lot", () => {
    const [block] = orderListDraft(ordersOfPlan(PLAN), { orderType: "Limit", timeInForce: "Day" }, AS_OF).blocks;
    assert.deepEqual(column(block!, "Symbol"), ["XYZ", "ABC"]);
    assert.deepEqual(column(block!, "Lots"), ["L1:100", "row 9:2.5"]);
    assert.deepEqual(column(block!, "Limit price"), [38.5, 180]);
  });
});

describe("Sheet names", () => {
  it("fit Excel: at most 31 characters and none of \\ / ? * [ ] :", () => {
    const drafts = [
      openLotsDraft({ ...CONTEXT, style: VALUES, lots: [] }), washTrailDraft({ year: 2026, style: VALUES, origin: ORIGIN, table: [[]] }),
      termCalendarDraft({ ...CONTEXT, days: null, style: VALUES, table: [[]] }), memoDraft([]),
      orderListDraft([], { orderType: "Market", timeInForce: "Day" }, AS_OF),
    ];
    for (const { sheetName } of drafts) {
      assert.ok(sheetName.length <= 31, sheetName);
      assert.doesNotMatch(sheetName, /[\\/?*[\]:]/);
    }
  });
});
