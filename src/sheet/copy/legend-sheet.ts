/** What the tickmarks mean, and the cells left open for those who sign. */
import { columnsFrom, placeSheet, type PlacedSheet } from "./placed-sheet";

export const LEGEND = "Tickmarks and sign-off";

const MARKS: readonly (readonly [mark: string, meaning: string, madeBy: string])[] = [
  ["PBC", "Provided by the client, unedited", "This copy"],
  ["F", "Footed: the column is re-added by a plain formula", "This copy"],
  ["CF", "Cross-footed: every row is re-added by a plain formula", "This copy"],
  ["A", "Agreed with another sheet of this copy by a plain formula", "This copy"],
  ["S", "Agreed with the source: rows counted, amounts summed", "This copy"],
  ["Rx", "Recalculated: lots, holding periods and wash sales worked out from the source by the engine named on the cover", "This copy"],
  ["1099", "Agreed with what the broker reported: Form 1099-B, 1099-DA or a list of closed lots, as its sheet says", "This copy, where there is a reconciliation"],
  ["PY", "Agreed with last year's return", "Left to you"],
];
const OWN_MARKS = 4;
const STEPS = ["Provided by the client", "Prepared", "Reviewed", "Second review"];
const NOTES = 6;

export function legendSheet(client: string | null, madeBy: string): PlacedSheet {
  const marks = [...MARKS.map((row) => [...row]), ...Array.from({ length: OWN_MARKS }, () => [null, null, null])];
  const steps = STEPS.map((step, at) => [step, at === 0 ? client : null, null, null]);
  const draft = {
    sheetName: LEGEND,
    title: "Tickmarks and sign-off",
    madeBy,
    notes: ["The yellow cells are open for you; everything else is protected, without a password."],
    blocks: [
      { title: "Tickmarks", columns: columnsFrom({ Mark: "text", Meaning: "text", "Made by": "text" }), content: { kind: "rows" as const, rows: marks }, totals: [], name: null, whenEmpty: "" },
      { title: "Sign-off", columns: columnsFrom({ Step: "text", Name: "text", Initials: "text", Date: "date" }), content: { kind: "rows" as const, rows: steps }, totals: [], name: null, whenEmpty: "" },
      {
        title: "Review notes",
        columns: columnsFrom({ "Sheet and cell": "text", Note: "text", Answer: "text", Cleared: "date" }),
        content: { kind: "rows" as const, rows: Array.from({ length: NOTES }, () => [null, null, null, null]) },
        totals: [],
        name: null,
        whenEmpty: "",
      },
    ],
    charts: [],
    landscape: true,
    isPage: true as const,
  };
  const { tables } = placeSheet({ draft, shows: "", rows: null });
  const [legend, signOff, notes] = tables;
  const firstOwn = legend!.row + 2 + MARKS.length;
  return placeSheet({
    draft,
    shows: "What the marks mean, and where to sign",
    rows: null,
    open: [
      `A${firstOwn}:C${firstOwn + OWN_MARKS - 1}`,
      `B${signOff!.row + 2}:D${signOff!.row + signOff!.rows}`,
      `A${notes!.row + 2}:D${notes!.row + notes!.rows}`,
    ],
  });
}
