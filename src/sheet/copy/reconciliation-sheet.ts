/** Our sales against the brokers' forms (R-8949-3): the totals of both sides, what ties, each difference with its cause, and the forms as read. */
import type { Difference } from "../../report/form-8949-types";
import type { AccountElsewhere } from "../../report/reconcile-types";
import { serialFromDay } from "../../values/plain-date";
import { dollarsOrNull, type DraftBlock, type DraftCell, type DraftFormula, type SheetDraft } from "../placing/sheet-draft";
import { COUNTED, formAsReadBlock, rowPrinted } from "./broker-form-block";
import type { ReconciliationFacts } from "./copy-types";
import { columnsFrom, placeSheet, rowFormula, sumOfColumn, sumWhere, type Check, type PlacedSheet } from "./placed-sheet";
import { SALES } from "./sales-sheet";

export const RECONCILIATION = "Reconciliation";

const TOTALS = columnsFrom({
  "Total of": "text", "What ties": "text", "Sales that tie": "whole", "Sales compared": "whole", Ours: "money", Theirs: "money", "Ours less theirs": "money", "Differences listed": "money",
});
const DIFFERENCES = columnsFrom({
  Symbol: "text", Account: "text", Sold: "date", Part: "text", Ours: "money", Theirs: "money", Difference: "money", "Check difference": "money",
  Cause: "text", Code: "text", Adjustment: "money", "Sale rows": "text", "Row of the form": "text", Note: "text",
});
const ELSEWHERE = columnsFrom({ "Account on no form": "text", Code: "text", Sales: "whole", "Sale rows": "text", Proceeds: "money", Adjustment: "money" });
const FAULTS = columnsFrom({ "Row that could not be read": "text" });

/** Places of blocks on the sheet. */
const [AT_DIFFERENCES, AT_FORM] = [1, 4] as const;
const CENTS_OF = { Proceeds: "proceedsCents", Basis: "basisCents", Wash: "washCents" } as const;
const ON_FORM = { Proceeds: "Proceeds", Basis: "Basis", Wash: "Wash disallowed" } as const;
type Part = keyof typeof CENTS_OF;
const PARTS: readonly Part[] = ["Proceeds", "Basis", "Wash"];
/** Differences of proceeds are of sales on both sides, or on one. */
const LISTED: Readonly<Record<Part, readonly Difference["part"][]>> = { Proceeds: ["Row", "Proceeds"], Basis: ["Basis"], Wash: ["Wash"] };

/** @param sales the sheet of the sales: what is compared, and what is on no form, is all of it */
export function reconciliationSheet(facts: ReconciliationFacts, year: number, madeBy: string, sales: PlacedSheet): PlacedSheet {
  const { differences, accountsElsewhere, totals, faults } = facts;
  const blocksBelow = [differencesBlock(facts), elsewhereBlock(accountsElsewhere), faultsBlock(faults), formAsReadBlock(facts, year)];
  const draft = (top: DraftBlock): SheetDraft => ({
    sheetName: RECONCILIATION,
    title: `Reconciliation of ${year} with the brokers' forms`,
    madeBy,
    notes: notesOf(facts, year),
    blocks: [top, ...blocksBelow],
    charts: [],
    landscape: true,
    // Its tables differ in their columns: the headings of none stand above all.
    isPage: true,
  });
  const alone = placeSheet({ draft: draft(totalsBlock(facts, null)), shows: "", rows: null });
  const elsewhere = accountsElsewhere.reduce((sum, { proceedsCents }) => sum + proceedsCents, 0);
  const compared = totals.ours.proceedsCents + elsewhere;
  return placeSheet({
    draft: draft(totalsBlock(facts, alone)),
    shows: "Ours against the brokers' forms: totals, each difference, its cause, its code (1099)",
    rows: differences.length,
    differenceColumns: ["Check difference"],
    alarmingNotes: faults.length > 0 ? 1 : 0,
    checks: (placed): Check[] => [
      { mark: "CF", says: "differences re-added", unit: "cents", stated: 0, readded: sumOfColumn(placed, "Check difference", AT_DIFFERENCES), expected: 0 },
      ...PARTS.map((part): Check => {
        const stated = totals.theirs[CENTS_OF[part]];
        return { mark: "1099", says: `${ON_FORM[part].toLowerCase()} of the forms`, unit: "cents", stated, readded: fromForm(placed, part), expected: stated };
      }),
      {
        mark: "CF", says: "proceeds: the differences listed are the whole difference", unit: "cents",
        stated: totals.ours.proceedsCents - totals.theirs.proceedsCents, readded: listedFromRows(placed, "Proceeds"), expected: listedCents(differences, "Proceeds"),
      },
      {
        mark: "A", says: `proceeds compared or on no form are all of ‘${SALES}’`, unit: "cents", stated: compared, readded: sumOfColumn(sales, "Proceeds"), expected: compared,
      },
    ],
  });
}

function notesOf({ faults, uncounted = [], otherYears, reported }: ReconciliationFacts, year: number): string[] {
  const forms = new Set(reported.map(({ printed }) => printed?.form ?? "")).size;
  return [
    ...(faults.length === 0 ? [] : [`Not complete: ${faults.length === 1 ? "one row of the form" : `${faults.length} rows of the forms`} could not be read. See the list below.`]),
    ...uncounted,
    "Every difference between the trades and the form, proceeds first, then basis, then wash sales, with its cause and the code and adjustment of Form 8949 it leads to.",
    "Check difference re-adds each row: Ours − Theirs − Difference. It must be 0. Where Theirs or Ours is blank, the other side has no such figure.",
    "Differences listed adds up the rows below. A sale that one side lacks is listed by its proceeds alone, and a basis that the form does not give has no difference: of basis and wash sales, Ours less theirs can be more.",
    "Theirs in the totals adds up the forms as read; a basis that a form does not give counts as none. Ours leaves out accounts on no form.",
    ...(forms > 1 ? [`${forms} forms are compared together; Row of the form names the form.`] : []),
    ...(otherYears.length === 0 ? [] : [`${otherYears.length === 1 ? "One row of the forms is" : `${otherYears.length} rows of the forms are`} of another year than ${year}, and not counted.`]),
  ];
}

/** @param placed null: before its tables have a place */
function totalsBlock(facts: ReconciliationFacts, placed: PlacedSheet | null): DraftBlock {
  const { ties, totals, differences } = facts;
  const rows = PARTS.map((part): (DraftCell | DraftFormula)[] => {
    const tie = ties.find((one) => one.part === part);
    const [ours, theirs] = [totals.ours[CENTS_OF[part]], totals.theirs[CENTS_OF[part]]];
    return [
      ON_FORM[part],
      tie === undefined ? null : `${tie.sales} of ${tie.compared} to the cent`,
      tie?.sales ?? null,
      tie?.compared ?? null,
      ours / 100,
      placed === null ? 0 : { formula: `=${fromForm(placed, part)}`, value: theirs / 100 },
      rowFormula(TOTALS, "=ROUND([Ours]-[Theirs],2)", (ours - theirs) / 100),
      placed === null ? null : { formula: `=${listedFromRows(placed, part)}`, value: listedCents(differences, part) / 100 },
    ];
  });
  return { title: "Both sides", columns: TOTALS, content: { kind: "rows", rows }, totals: [], name: "ReconciliationTotals", whenEmpty: "" };
}

type Placed = Pick<PlacedSheet, "sheet" | "tables">;

function fromForm(placed: Placed, part: Part): string {
  return sumWhere(placed, ON_FORM[part], [[COUNTED, '"Yes"']], AT_FORM);
}

function listedFromRows(placed: Placed, of: Part): string {
  return placed.tables[AT_DIFFERENCES] === null ? "0" : `ROUND(${LISTED[of].map((part) => sumWhere(placed, "Difference", [["Part", `"${part}"`]], AT_DIFFERENCES)).join("+")},2)`;
}

function listedCents(differences: readonly Difference[], of: Part): number {
  return differences.filter(({ part }) => LISTED[of].includes(part)).reduce((sum, { differenceCents }) => sum + (differenceCents ?? 0), 0);
}

function differencesBlock(facts: ReconciliationFacts): DraftBlock {
  const { differences } = facts;
  const printed = rowPrinted(facts.reported);
  return {
    title: "Differences",
    columns: DIFFERENCES,
    content: { kind: "rows", rows: differences.map((one) => cellsOfDifference(one, printed)) },
    totals: differences.length === 0 ? [] : ["Check difference"],
    name: "ReconciliationDifferences",
    whenEmpty: "Every sale agrees with the form.",
  };
}

function cellsOfDifference(one: Difference, printed: (row: number) => string): (DraftCell | DraftFormula)[] {
  const hasBoth = one.oursCents !== null && one.theirsCents !== null && one.differenceCents !== null;
  return [
    one.symbol,
    one.account === "" ? null : one.account,
    serialFromDay(one.sold),
    one.part,
    dollarsOrNull(one.oursCents),
    dollarsOrNull(one.theirsCents),
    dollarsOrNull(one.differenceCents),
    hasBoth ? rowFormula(DIFFERENCES, "=ROUND(ABS([Ours]-[Theirs]-[Difference]),2)", 0) : null,
    one.cause,
    one.code === "" ? null : one.code,
    one.adjustmentCents === 0 ? null : one.adjustmentCents / 100,
    one.saleRows.join(", "),
    one.brokerRow === null ? null : printed(one.brokerRow),
    one.note === "" ? null : one.note,
  ];
}

function elsewhereBlock(accounts: readonly AccountElsewhere[]): DraftBlock {
  return {
    title: "Accounts on no form: their sales are not compared",
    columns: ELSEWHERE,
    content: {
      kind: "rows",
      rows: accounts.map(({ account, sales, proceedsCents, code, adjustmentCents, saleRows }) => [
        account === "" ? "(no name)" : account, code === "" ? null : code, sales, saleRows.join(", "), proceedsCents / 100, adjustmentCents / 100,
      ]),
    },
    totals: accounts.length === 0 ? [] : ["Sales", "Proceeds", "Adjustment"],
    name: null,
    whenEmpty: "None.",
  };
}

function faultsBlock(faults: readonly string[]): DraftBlock {
  return {
    title: "Rows of the forms that could not be read",
    columns: FAULTS,
    content: { kind: "rows", rows: faults.map((sentence) => [sentence]) },
    totals: [],
    name: null,
    whenEmpty: "None.",
  };
}
