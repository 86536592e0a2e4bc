/** A sheet while it is laid out, cell by cell. Rows and columns count from 0. */
import { isCellError, type CellContent, type CellStyle, type CellValue, type SheetContent } from "../../content";

/** "_)" leaves the width of a bracket free, so that a text to the right of a number does not touch it. */
export const FORMATS = {
  date: "m/d/yyyy",
  money: "#,##0.00_);-#,##0.00_)",
  /** A dash for zero: most trades realize nothing. */
  moneyOrDash: '#,##0.00_);-#,##0.00_);"–"_)',
  perShare: "#,##0.0000_);-#,##0.0000_)",
  whole: "0_)",
  percent: "0%",
  percentOfBasis: "0.0%_)",
  /** Of a heading above numbers. */
  numberHeading: "General;General;General;@_)",
} as const;
export type FormatName = keyof typeof FORMATS;

// The same quiet look as the tables the pane writes.
export const HEADING: CellStyle = { bold: true, fill: "#EEF1F4", bottomBorder: true };
export const NUMBER_HEADING: Pick<CellContent, "numberFormat" | "style"> = {
  numberFormat: FORMATS.numberHeading,
  style: { ...HEADING, horizontal: "right" },
};
export const CENTERED_HEADING: CellStyle = { ...HEADING, horizontal: "center" };
const TITLE: CellStyle = { bold: true, fontSizePt: 13 };
const ORIGIN: CellStyle = { fontColor: "#5F6368" };
const INPUT: CellStyle = { fill: "#FFF8DC", bottomBorder: true };

/** Rows below a spill that are formatted in advance, for when it grows. */
const ROOM_BELOW = 60;

/** By heading of our result tables. What is in none of these is text. */
const FORMAT_OF_HEADING: Readonly<Record<string, FormatName>> = {
  Acquired: "date", "Holding from": "date", Sold: "date", "Long-term on": "date", "Replacement date": "date", "Final on": "date",
  Basis: "money", "Wash added": "money", Value: "money", Gain: "money", Proceeds: "money", Disallowed: "money", "Allowed gain": "money",
  "Basis added": "money", Permanent: "money", Tax: "money", "Basis per share": "perShare", Price: "perShare",
  "Days to long-term": "whole", "Sale row": "whole", "Replacement row": "whole",
  Loss: "money", "Loss percent": "percentOfBasis", "Washed now": "money", "Permanently lost": "money", "Harvestable loss": "money", "Tax saved": "money",
  "Tax now": "money", "Tax long-term": "money", Swing: "money", "Clean sale date": "date", "Clean rebuy date": "date", Rank: "whole",
  "Comes back": "money", "Kept for good": "money", "Carried over": "money", "Break-even price": "money", "Break-even move": "percentOfBasis",
  "Short gain": "money", "Long gain": "money", "Total gain": "money", "Tax this year": "money", "More than best": "money", "Lots used": "whole", Amount: "money",
};
/** Numbers shown as they are. */
const PLAIN_NUMBERS = new Set(["Quantity", "Shares"]);
/** A few letters each, between columns of numbers. Dates are centered too. */
const CENTERED = new Set(["Term", "Code"]);

export class SheetDraft {
  private readonly rows: Record<number, Record<number, CellContent>> = {};

  constructor(private readonly name: string, private readonly more: Omit<SheetContent, "name" | "rows">) {}

  set(row: number, column: number, cell: CellContent): void {
    (this.rows[row] ??= {})[column] = cell;
  }

  value(row: number, column: number): CellValue | undefined {
    return this.rows[row]?.[column]?.value;
  }

  /** Title in the first row or another, and below it the grey line that says what made the sheet. */
  title(text: string, origin: string, row = 0): void {
    this.set(row, 0, { value: text, style: TITLE });
    this.set(row + 1, 0, { value: origin, style: ORIGIN });
  }

  /** Grey text that explains. */
  remark(row: number, column: number, text: string): void {
    this.set(row, column, { value: text, style: ORIGIN });
  }

  heading(row: number, column: number, text: string, number = false): void {
    this.set(row, column, { ...(text === "" ? {} : { value: text }), ...(number ? NUMBER_HEADING : { style: HEADING }) });
  }

  /** A cell for the user to type in. */
  input(row: number, column: number, value: CellValue | undefined, format?: FormatName): void {
    this.set(row, column, { ...(value === undefined ? {} : { value }), ...formatted(format), style: INPUT });
  }

  /** A formula and the value it gives. */
  formula(row: number, column: number, formula: string, value: CellValue, format?: FormatName, style?: CellStyle): void {
    this.set(row, column, { value, formula, ...formatted(format), ...(style ? { style } : {}) });
  }

  /** A formula that spills: headings, then rows with the format of their column. Its values must be healthy, but for a row that says why it has none. */
  spill(row: number, column: number, formula: string, table: readonly (readonly CellValue[])[], { money = "money", mayLack = false }: { readonly money?: FormatName; readonly mayLack?: boolean } = {}): void {
    const headings = table[0]!;
    headings.forEach((heading, at) => {
      const name = String(heading);
      const usual = FORMAT_OF_HEADING[name];
      const format = usual === "money" ? money : usual;
      const centered = CENTERED.has(name) || format === "date";
      const right = !centered && (format !== undefined || PLAIN_NUMBERS.has(name));
      this.set(row, column + at, { value: heading, ...(right ? NUMBER_HEADING : { style: centered ? CENTERED_HEADING : HEADING }) });
      for (let down = 1; down < table.length + ROOM_BELOW; down += 1) {
        const value = table[down]?.[at];
        if (value !== undefined && isCellError(value) && !mayLack) throw new Error(`${formula} gives ${value.error} in row ${down + 1}.`);
        if (value === undefined && !format && !centered) continue;
        this.set(row + down, column + at, {
          ...(value === undefined ? {} : { value }),
          ...formatted(format),
          ...(centered ? { style: { horizontal: "center" } } : {}),
        });
      }
    });
    const first = this.rows[row]![column]!;
    this.set(row, column, { ...first, formula, spill: { rows: table.length, columns: headings.length } });
  }

  /** Sum of the numbers of a column, from a row down, of the rows that `counts` picks; to the cent. */
  sum(column: number, fromRow: number, counts: (row: number) => boolean = () => true): number {
    let cents = 0;
    for (const row of Object.keys(this.rows).map(Number)) {
      const value = this.value(row, column);
      if (row >= fromRow && typeof value === "number" && counts(row)) cents += Math.round(value * 100);
    }
    return cents / 100;
  }

  content(): SheetContent {
    return { name: this.name, rows: this.rows, ...this.more };
  }
}

function formatted(format: FormatName | undefined): Pick<CellContent, "numberFormat"> {
  return format === undefined ? {} : { numberFormat: FORMATS[format] };
}
