/** The first sheet: what this is, what is open, what stands where, and every check with its difference. */
import { isoFromDay } from "../../values/plain-date";
import type { DraftBlock, DraftCell, DraftFormula } from "../placing/sheet-draft";
import type { CopyFacts } from "./copy-types";
import { LEGEND } from "./legend-sheet";
import { columnReference, columnsFrom, placeSheet, sumWhere, type Check, type PlacedSheet } from "./placed-sheet";
import { SALES } from "./sales-sheet";

export const COVER = "Cover";

/** Losses below zero; what is disallowed is left out. */
const NET_GAIN = "Net gain or loss";

/** Further than the cover's own table: nothing there is added up. */
const CHECKS = columnsFrom({ "On sheet": "text", Check: "text", Mark: "text", Stated: "money", "Re-added": "money", Difference: "money" });
const COUNTS = columnsFrom({ "On sheet": "text", Count: "text", Mark: "text", "Stated rows": "whole", "Counted rows": "whole", "Difference in rows": "whole" });

/** Places of blocks on the cover. */
const [AT_OPEN, AT_SUMMARY, AT_TOTALS, AT_COUNTS, AT_CONTENTS] = [1, 2, 4, 5, 6] as const;

export function coverSheet(facts: CopyFacts, sheets: readonly PlacedSheet[], openPoints: readonly string[], title: string, madeBy: string): PlacedSheet {
  const checks = sheets.flatMap(({ sheet, checks: own }) => own.map((check) => ({ ...check, sheet: sheet.draft.sheetName })));
  const blocks = [
    resultBlock(facts.year, sheets),
    openBlock(openPoints),
    summaryBlock(null),
    aboutBlock(facts, madeBy),
    checksBlock("Totals re-added", CHECKS, checks.filter(({ unit }) => unit === "cents")),
    checksBlock("Rows counted", COUNTS, checks.filter(({ unit }) => unit === "rows")),
    contentsBlock(sheets),
    checklistBlock(facts),
  ];
  const draftOf = (of: readonly DraftBlock[]) => ({ sheetName: COVER, title, madeBy: `Made by ${madeBy} on ${isoFromDay(facts.asOf)}.`, notes: notesOf(facts), blocks: of, charts: [], landscape: true, isPage: true as const });
  const alone = placeSheet({ draft: draftOf(blocks), shows: "", rows: null });
  const draft = draftOf(blocks.map((block, at) => (at === AT_SUMMARY ? summaryBlock(alone) : block)));
  const [open, contents] = [alone.tables[AT_OPEN], alone.tables[AT_CONTENTS]];
  return placeSheet({
    draft,
    shows: "This page",
    rows: null,
    differenceColumns: ["Difference", "Difference in rows", "Checks that do not agree"],
    alarming: openPoints.length === 0 || !open ? [] : [`A${open.row + 2}:A${open.row + open.rows}`],
    links: sheets.map((sheet, at) => ({ cell: `A${contents!.row + 2 + at}`, sheet: sheet.sheet.draft.sheetName })),
  });
}

function notesOf({ year, trades }: CopyFacts): string[] {
  return [
    `Capital gains and losses of ${year}, worked out lot by lot from the trades of ${trades.place}. The figures are values; totals and checks are plain formulas that any spreadsheet program calculates.`,
    "You need no add-in. #NAME? in the client's own workbook means that a formula of the add-in was calculated where the add-in is missing; this copy holds no such formula.",
    `Sheets are protected against slips, without a password. Cells for you are yellow; sign on the sheet ‘${LEGEND}’.`,
  ];
}

function aboutBlock(facts: CopyFacts, madeBy: string): DraftBlock {
  const rows: [string, string][] = [
    ["Taxpayer", facts.client ?? "(not stated)"],
    ["Tax year", String(facts.year)],
    ["As of", isoFromDay(facts.asOf)],
    ["Engine", madeBy],
    ["Rules version", facts.rulesVersion],
    ["Settings", facts.settingsInWords ?? "Every default of the documentation"],
    ["Amounts", facts.wholeDollars ? "Forms in whole dollars, all other sheets in cents: a total on the forms can differ from the net gain above by the rounding of its rows" : "Dollars and cents"],
  ];
  return { title: null, columns: columnsFrom({ "About this copy": "text", " ": "text" }), content: { kind: "rows", rows }, totals: [], name: null, whenEmpty: "" };
}

/** What the year comes to, by term: summed from the sheet of the sales. */
function resultBlock(year: number, sheets: readonly PlacedSheet[]): DraftBlock {
  const sales = sheets.find(({ sheet }) => sheet.draft.sheetName === SALES);
  const columns = columnsFrom({ [`Sales of ${year}`]: "text", From: "text", Mark: "text", Proceeds: "money", Basis: "money", Disallowed: "money", [NET_GAIN]: "money" });
  const rows = sales === undefined || sales.tables[0] === null ? [] : (["Short", "Long"] as const).map((term) => [
    `${term}-term`, SALES, "F",
    ...columns.slice(3).map(({ heading }): DraftFormula => {
      const summed = heading === NET_GAIN ? "Allowed gain" : heading;
      return { formula: `=${sumWhere(sales, summed, [["Term", `"${term}"`]])}`, value: soldCents(sales, summed, term) / 100 };
    }),
  ]);
  return { title: `Net gain of ${year}`, columns, content: { kind: "rows", rows }, totals: rows.length === 0 ? [] : columns.slice(3).map(({ heading }) => heading), name: null, whenEmpty: `Nothing was sold in ${year}.` };
}

function soldCents({ sheet }: PlacedSheet, heading: string, term: string): number {
  const { columns, content } = sheet.draft.blocks[0]!;
  const [at, ofTerm] = [heading, "Term"].map((wanted) => columns.findIndex((column) => column.heading === wanted)) as [number, number];
  if (content.kind !== "rows") return 0;
  return content.rows.filter((row) => row[ofTerm] === term).reduce((sum, row) => sum + Math.round(Number(row[at]) * 100), 0);
}

function openBlock(openPoints: readonly string[]): DraftBlock {
  return {
    title: "Open points",
    columns: columnsFrom({ "What is open": "text" }),
    content: { kind: "rows", rows: openPoints.map((point, at) => [`${at + 1}. ${point}`]) },
    totals: [],
    name: null,
    whenEmpty: "None.",
  };
}

/** One number that says whether everything agrees. @param cover the cover without it; null: before its tables have a place */
function summaryBlock(cover: PlacedSheet | null): DraftBlock {
  const parts = cover === null ? [] : [columnReference(cover, "Difference", AT_TOTALS), columnReference(cover, "Difference in rows", AT_COUNTS)].filter((cells) => cells !== null);
  const count = parts.map((cells) => `COUNTIF(${cells},">0")+COUNTIF(${cells},"<0")`).join("+");
  const formula: DraftFormula = { formula: `=${count === "" ? "0" : count}`, value: 0 };
  return {
    title: "Checks in one number",
    columns: columnsFrom({ "All checks": "text", "Checks that do not agree": "whole", "What it counts": "text" }),
    content: { kind: "rows", rows: [["Must be 0", formula, "Differences below that are not 0; each is in white on red where it stands."]] },
    totals: [],
    name: null,
    whenEmpty: "",
  };
}

function checksBlock(title: string, columns: typeof CHECKS, checks: readonly (Check & { readonly sheet: string })[]): DraftBlock {
  const inUnit = (check: Check, amount: number): number => (check.unit === "cents" ? amount / 100 : amount);
  return {
    title,
    columns,
    content: {
      kind: "rows",
      rows: checks.map((check): (DraftCell | DraftFormula)[] => [
        check.sheet,
        check.says,
        check.mark,
        inUnit(check, check.stated),
        { formula: `=${check.readded}`, value: inUnit(check, check.expected) },
        { formula: "=ROUND(D{row}-E{row},2)", value: inUnit(check, check.stated - check.expected) },
      ]),
    },
    totals: [],
    name: null,
    whenEmpty: "Nothing to re-add.",
  };
}

function contentsBlock(sheets: readonly PlacedSheet[]): DraftBlock {
  return {
    title: "Contents",
    columns: columnsFrom({ Sheet: "text", Rows: "whole", "What it shows": "text" }),
    content: { kind: "rows", rows: sheets.map(({ sheet, rows, shows }) => [sheet.draft.sheetName, rows, shows]) },
    totals: [],
    name: null,
    whenEmpty: "",
  };
}

const STATES = { done: "Done", open: "Open", "not applicable": "Not needed" } as const;

function checklistBlock({ checks }: CopyFacts): DraftBlock {
  return {
    title: "The client's checklist",
    columns: columnsFrom({ Step: "text", State: "text", "What it says": "text" }),
    content: { kind: "rows", rows: checks.map(({ name, state, sentence }) => [name, STATES[state], sentence]) },
    totals: [],
    name: null,
    whenEmpty: "No checklist was kept.",
  };
}
