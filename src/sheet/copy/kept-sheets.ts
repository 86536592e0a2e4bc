/** Sheets of the client's workbook that go along as they are: the log of identifications (R-ID-2) and the settings. */
import { readCell } from "../cells";
import { plainHeading } from "../../import/column-words";
import { IDENTIFICATION_COLUMNS } from "../placing/identification-rows";
import type { ColumnFormat, ResultColumn } from "../placing/result-tables";
import { plainCell } from "./source-sheet";
import { placeSheet, type PlacedSheet } from "./placed-sheet";

export const IDENTIFICATIONS = "Identification log";
export const SETTINGS = "Settings";

type Cells = readonly (readonly unknown[])[];

/** @param cells headings first; null: no such sheet in the client's workbook */
export function identificationsSheet(cells: Cells | null, madeBy: string): PlacedSheet {
  const headings = cells?.[0] ?? IDENTIFICATION_COLUMNS.map(({ heading }) => heading);
  const rows = (cells ?? []).slice(1).filter((row) => row.some((cell) => readCell(cell).kind !== "blank"));
  return placeSheet({
    draft: {
      sheetName: IDENTIFICATIONS,
      title: "Specific identification of lots",
      madeBy,
      notes: ["Which lots were named, by whom and when (Treas. Reg. 1.1012-1(c)): to be held against the broker's confirmations."],
      blocks: [
        {
          title: null,
          columns: distinct(headings.map((heading) => String(plainCell(heading) ?? ""))),
          content: { kind: "rows", rows: rows.map((row) => headings.map((_, column) => plainCell(row[column]))) },
          totals: [],
          name: null,
          whenEmpty: "No lot was named: sales follow the standing order in the settings, or the lots on the row of the sale.",
        },
      ],
      charts: [],
      landscape: true,
    },
    shows: "Lots named at or before settlement, with the broker's confirmations",
    rows: rows.length,
  });
}

function distinct(headings: readonly string[]): readonly ResultColumn[] {
  const formats = new Map<string, ColumnFormat>(IDENTIFICATION_COLUMNS.map(({ heading, format }) => [plainHeading(heading), format]));
  return headings.map((heading, at) => ({
    heading: heading === "" ? `Column ${at + 1}` : heading,
    format: formats.get(plainHeading(heading)) ?? "text",
  }));
}

/** @param rows name first, values after; null: every default */
export function settingsSheet(rows: Cells | null, inWords: string | null, madeBy: string): PlacedSheet {
  const filled = (rows ?? []).filter((row) => row.some((cell) => readCell(cell).kind !== "blank"));
  const values = Math.max(1, ...filled.map((row) => row.length - 1));
  return placeSheet({
    draft: {
      sheetName: SETTINGS,
      title: "Settings the figures follow",
      madeBy,
      notes: [inWords === null ? "No settings: every default of the documentation." : `In words: ${inWords}.`],
      blocks: [
        {
          title: null,
          columns: [{ heading: "Name", format: "text" }, ...Array.from({ length: values }, (_, at): ResultColumn => ({ heading: at === 0 ? "Value" : `Value ${at + 1}`, format: "quantity" }))],
          content: { kind: "rows", rows: filled.map((row) => Array.from({ length: values + 1 }, (_, at) => plainCell(row[at]))) },
          totals: [],
          name: null,
          whenEmpty: "The client's workbook has no settings range.",
        },
      ],
      charts: [],
      landscape: true,
    },
    shows: "The client's choices, in words and as the rows of the settings",
    rows: filled.length,
  });
}
