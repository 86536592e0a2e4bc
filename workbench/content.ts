/**
 * A workbook as plain data: what files are read into, what the grid opens, what is saved.
 * Everything here survives JSON, so that it can pass between the server, the page and the tests.
 *
 *   workbench/files   readWorkbookFile(bytes, fileName): WorkbookContent   (throws UnreadableFile)
 *                     writeWorkbookFile(content): Uint8Array               (.xlsx)
 *   workbench/grid    opens a WorkbookContent and hands one back, with calculated values
 */

export interface WorkbookContent {
  /** File name with its ending, as the title bar shows it: "trades.csv". */
  readonly name: string;
  /** In tab order; at least one. */
  readonly sheets: readonly SheetContent[];
  /** Position of the sheet that is in front. */
  readonly activeSheet: number;
  /** Names of the workbook ("TaxlotSettings"); names of one sheet carry it in `sheet`. */
  readonly names: readonly NameContent[];
  /** No sheet may be added, deleted, renamed, moved or hidden until the protection is taken off. */
  readonly isStructureProtected?: boolean;
  /** Serial dates count from 1904. Absent: from 1900. */
  readonly date1904?: boolean;
}

export interface SheetContent {
  readonly name: string;
  /** Sparse: row number, then column number, both from 0. A blank cell without format is absent. */
  readonly rows: SparseRows;
  /** Pixels at 100 %, by column from 0. Absent: the standard width. */
  readonly columnWidthsPx: Readonly<Record<number, number>>;
  readonly tables: readonly TableContent[];
  /** Rows above and columns left of the scrolling part. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** Pixels at 100 %, by row from 0. Absent: as high as its letters. */
  readonly rowHeightsPx?: Readonly<Record<number, number>>;
  readonly hidden?: boolean;
  readonly hideGridlines?: boolean;
  /** "#RRGGBB". */
  readonly tabColor?: string;
  /** Its cells may not be changed until the protection is taken off. */
  readonly isProtected?: boolean;
  readonly print?: PrintContent;
  readonly charts?: readonly ChartContent[];
}

export type SparseRows = Readonly<Record<number, Readonly<Record<number, CellContent>>>>;

export interface CellContent {
  /** What the cell shows: typed in, or calculated by `formula`. Dates are serials with a date format. Absent: blank. */
  readonly value?: CellValue;
  /**
   * As the formula bar shows it, with "=" in front and function names as people type them
   * ("=TAXLOT.OPENLOTS(Trades)"; never a file's _xldudf_ or _xlfn. prefix).
   */
  readonly formula?: string;
  /**
   * On the cell that holds a formula which spills: size of what it filled, itself included.
   * The other cells of that block carry values (and formats) but no formula. A grid that opens
   * the workbook leaves their values out, so that the formula can spill again.
   */
  readonly spill?: { readonly rows: number; readonly columns: number };
  /** Excel's format code ("yyyy-mm-dd", "#,##0.00"). Absent: General. */
  readonly numberFormat?: string;
  readonly style?: CellStyle;
  /** A Stocks cell and the like, as Excel's API gives it in `Range.valuesAsJson`. Its value is the text it shows. */
  readonly card?: CardContent;
}

/** {"type": "LinkedEntity", "text": "Apple Inc.", "properties": {…}} and its like. Files cannot keep it: they get the text. */
export interface CardContent {
  readonly type: string;
  readonly [part: string]: unknown;
}

export type CellValue = string | number | boolean | CellError;

/** An error value; a text that merely reads "#N/A" stays a string. */
export interface CellError {
  readonly error: ErrorText;
}

export type ErrorText =
  | "#NULL!"
  | "#DIV/0!"
  | "#VALUE!"
  | "#REF!"
  | "#NAME?"
  | "#NUM!"
  | "#N/A"
  | "#SPILL!"
  | "#CALC!"
  | "#BUSY!";

/** Only what the add-in writes or a sheet of trades is likely to bring; anything else is dropped on reading. */
export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** "#RRGGBB". */
  readonly fontColor?: string;
  readonly fontSizePt?: number;
  /** Background, "#RRGGBB". */
  readonly fill?: string;
  readonly horizontal?: "left" | "center" | "right";
  /** Absent: at the bottom. */
  readonly vertical?: "top" | "middle";
  /** Steps of about three letters from the side it is aligned to. */
  readonly indent?: number;
  readonly wrap?: boolean;
  readonly topBorder?: boolean;
  readonly bottomBorder?: boolean;
  readonly leftBorder?: boolean;
  readonly rightBorder?: boolean;
}

export interface TableContent {
  /** Unique in the workbook, a legal Excel name: "Trades". */
  readonly name: string;
  /** Heading row included, no sheet name, no dollars: "A1:H120". */
  readonly range: string;
  /** A built-in style: "TableStyleMedium2". */
  readonly styleName?: string;
  /** The row below the table's range is its row of totals. */
  readonly showTotals?: boolean;
  /** Every second row shaded. Absent: it is. */
  readonly showBandedRows?: boolean;
  /** Absent: there are arrows to filter by in the headings. */
  readonly showFilterButton?: boolean;
}

export interface NameContent {
  readonly name: string;
  /** "='Taxlot Settings'!$A$1:$D$12". */
  readonly refersTo: string;
  /** Sheet the name belongs to. Absent: the whole workbook. */
  readonly sheet?: string;
}

export interface PrintContent {
  readonly landscape?: boolean;
  /** These rows repeat on every page: "1:1", "8:9". */
  readonly repeatRows?: string;
  readonly centerHorizontally?: boolean;
  readonly centerVertically?: boolean;
  /** Only this block is printed: "A1:H40". */
  readonly area?: string;
  /** Absent: as wide as one page. */
  readonly zoom?: PrintZoom;
  readonly header?: PageEdgeContent;
  readonly footer?: PageEdgeContent;
}

/** Percent, 10 to 400, or on how many pages it must fit; the number that is absent may be any. */
export type PrintZoom = { readonly scalePercent: number } | { readonly pagesWide?: number; readonly pagesHigh?: number };

/** Texts at the top or bottom of printed pages, with Excel's codes: "&P" is the page's number. */
export interface PageEdgeContent {
  readonly left?: string;
  readonly center?: string;
  readonly right?: string;
}

export interface ChartContent {
  readonly id: string;
  readonly name: string;
  /** As Excel's API names it: "ColumnClustered", "BarClustered", "Line", "XYScatter" … */
  readonly type: string;
  readonly title: string;
  readonly showTitle: boolean;
  readonly showLegend: boolean;
  /** Side of the legend: "Right", "Bottom" … */
  readonly legendSide: string;
  readonly categoryAxisTitle?: string | undefined;
  readonly valueAxisTitle?: string | undefined;
  readonly series: readonly SeriesContent[];
  /** Points from the top left corner of the sheet. */
  readonly place: ChartPlace;
}

export interface ChartPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a series reads its values: "Trades!$B$2:$B$9", with the sheet's name. */
export interface SeriesContent {
  readonly name: string;
  readonly values?: string;
  readonly categories?: string;
  /** "#RRGGBB". */
  readonly color?: string;
}

/** A file that cannot be opened. The message is one plain sentence for the person who chose it. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
}

export function isCellError(value: CellValue | undefined): value is CellError {
  return typeof value === "object";
}
