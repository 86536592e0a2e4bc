/**
 * A file while it is read. Every line gets one place: trade, sale, counted, undecided, or passed over as a title, a heading
 * or a footer. What a format forgets is left undecided, so that the control total adds up whatever a format does.
 */
import { brokenLines } from "./broken-lines";
import { doubtOfSymbols } from "./damaged-symbols";
import { bothDoubts, doubtsOf } from "./doubts";
import type { Doubt } from "./doubts";
import { centsOfFigure, readFigure, sumOf, WITH_A_POINT } from "./figures";
import type { Figure } from "./figures";
import type { Format } from "./formats/format";
import { CHARACTERS_SHOWN } from "./import-types";
import type { BrokerSale, ControlTotal, FileRead, ImportedCells, ImportedTrade, UndecidedLine } from "./import-types";
import { unlikelyYear } from "./likely-year";
import { inOneSpelling, withSymbols } from "./one-spelling";
import { inOrderOfTime } from "./order-of-trades";
import { textOfCell } from "./plain-heading";
import type { SourceLine } from "./source-lines";
import { columnsOf } from "./table-rows";

type Place = "trade" | "counted" | "undecided" | "passed";

export class FileInProgress {
  private readonly places = new Map<number, Place>();
  private trades: ImportedTrade[] = [];
  private sales: BrokerSale[] = [];
  private readonly counted = new Map<string, number[]>();
  private readonly undecided: UndecidedLine[] = [];
  private readonly textOf: ReadonlyMap<number, string>;
  private readonly doubts: ReadonlyMap<number, Doubt>;
  private readonly accounts = new Set<string>();
  /** Of lines whose section, and not one column of the file, has the amount. */
  private readonly amountOf = new Map<number, Figure>();
  private namesAccount = true;
  private readonly notes: string[] = [];
  private readonly described = new Map<string, { readonly symbol: string; readonly description: string }>();

  constructor(
    private readonly format: Format,
    private readonly name: string,
    /** Lines with content. */
    private readonly lines: readonly SourceLine[],
    private readonly headingAt: number,
  ) {
    this.textOf = new Map(lines.map(({ line, text }) => [line, text]));
    this.doubts = doubtsOf(lines, headingAt);
  }

  /** @param note what the user should know of the row, in sentences */
  trade(line: number, cells: ImportedCells, note = "", otherLines: readonly number[] = []): void {
    const doubt = this.doubtOf([line, ...otherLines], cells);
    if (doubt !== null) return this.leaveInDoubt(doubt, line, cells, otherLines);
    this.trades.push({ line, ...(otherLines.length === 0 ? {} : { otherLines }), cells: asWritten(cells), note });
    if (cells.Account) this.accounts.add(cells.Account);
    for (const each of [line, ...otherLines]) this.place(each, "trade");
  }

  sale(sale: BrokerSale): void {
    const doubt = this.doubtOf([sale.line], { Date: sale.sold, Acquired: sale.acquired ?? "", Symbol: sale.symbol });
    if (doubt !== null) return this.undecide(sale.line, `${doubt.sentence} Add the sale to your range of the broker's sales by hand.`);
    this.sales.push({ ...sale, symbol: inOneSpelling(sale.symbol) });
    if (sale.account !== "") this.accounts.add(sale.account);
    this.place(sale.line, "trade");
  }

  /** A line that moves no lot. @param label what it is, in the file's words */
  count(line: number, label: string): void {
    const lines = this.counted.get(label) ?? [];
    lines.push(line);
    this.counted.set(label, lines);
    this.place(line, "counted");
  }

  /** @param sentence what is not understood, and what to do */
  undecide(line: number, sentence: string, draft: ImportedCells | null = null): void {
    const text = (this.textOf.get(line) ?? "").slice(0, CHARACTERS_SHOWN);
    const ofSymbols = doubtOfSymbols(draft ?? {});
    const doubt = ofSymbols === null ? this.doubts.get(line) : bothDoubts(this.doubts.get(line), ofSymbols);
    const isSaid = doubt === undefined || doubt.blank.length === 0 || sentence.includes(doubt.sentence);
    const believed = draft === null ? null : asWritten(withoutDoubtful(draft, doubt));
    this.undecided.push({ line, text, sentence: isSaid ? sentence : `${sentence} ${doubt.sentence}`, draft: believed });
    this.place(line, "undecided");
  }

  /** A title, headings, a total or a footer: in the file, but no row of it. */
  pass(line: number): void {
    this.place(line, "passed");
  }

  /** What the control total sums of a line, where the format has no column of amounts. What is no figure is not summed. */
  amount(line: number, text: string): void {
    const figure = readFigure(textOfCell(text));
    if (typeof figure === "string") this.amountOf.set(line, figure);
  }

  /** The file names no account: every row has the broker's name until the user gives one. */
  lacksAccount(): void {
    this.namesAccount = false;
  }

  /** @param sentence what the user should know of the whole file */
  note(sentence: string): void {
    if (!this.notes.includes(sentence)) this.notes.push(sentence);
  }

  /** @param description of the security in the file's words */
  describe(symbol: string, description: string): void {
    if (symbol !== "" && description !== "") this.described.set(`${symbol}\n${description}`, { symbol: inOneSpelling(symbol), description });
  }

  private doubtOf(lines: readonly number[], cells: ImportedCells): Doubt | null {
    const ofLine = lines.map((line) => this.doubts.get(line)).find((doubt) => doubt !== undefined);
    const ofSymbols = doubtOfSymbols(cells);
    if (ofSymbols !== null) return bothDoubts(ofLine, ofSymbols);
    if (ofLine !== undefined) return ofLine;
    const [sentence] = [cells.Date, cells.Acquired].flatMap((day) => unlikelyYear(day ?? "") ?? []);
    return sentence === undefined ? null : { sentence, blank: [] };
  }

  private leaveInDoubt(doubt: Doubt, line: number, cells: ImportedCells, otherLines: readonly number[]): void {
    // The other trade of the line said it.
    if (this.places.get(line) === "undecided") return;
    this.undecide(line, doubt.sentence, withoutDoubtful(cells, doubt));
    for (const other of otherLines) this.undecide(other, `This line belongs to line ${line}.`);
  }

  private place(line: number, place: Place): void {
    const before = this.places.get(line);
    // One line may state two trades, such as a coin sold for another one.
    if (before !== undefined && !(before === "trade" && place === "trade")) throw new Error(`line ${line} of a file has two places`);
    this.places.set(line, place);
  }

  finish(digest: string): FileRead {
    if (this.undecided.some(({ sentence }) => sentence.includes(WITH_A_POINT))) this.note("This file writes decimals with a comma. Write them with a point in it, and import it again.");
    this.lines.forEach(({ line }, at) => {
      if (this.places.has(line)) return;
      if (at <= this.headingAt) this.pass(line);
      else this.undecide(line, "This line is not understood. Look at it in the file; where it moved shares, write a row for it.");
    });
    this.askAboutBrokenLines();
    return {
      is: "read",
      name: this.name,
      format: this.format.name,
      kind: this.format.kind,
      accounts: [...this.accounts],
      namesAccount: this.namesAccount,
      note: this.notes.join(" "),
      trades: inOrderOfTime(this.trades),
      sales: this.sales,
      counted: [...this.counted].map(([label, lines]) => ({ label, lines })),
      undecided: [...this.undecided].sort((a, b) => a.line - b.line),
      ...(this.described.size === 0 ? {} : { described: [...this.described.values()] }),
      source: this.source(),
      control: this.control(digest),
    };
  }

  /** What was booked from the rest of a line is taken back. */
  private askAboutBrokenLines(): void {
    for (const [line, sentence] of brokenLines(this.lines, (piece) => this.places.get(piece) === "undecided")) {
      const trade = this.trades.find((each) => each.line === line || each.otherLines?.includes(line) === true);
      const isSale = this.sales.some((each) => each.line === line);
      if (trade === undefined && !isSale) continue;
      const stated = [trade?.line ?? line, ...(trade?.otherLines ?? [])];
      this.trades = this.trades.filter((each) => !stated.includes(each.line));
      this.sales = this.sales.filter((each) => each.line !== line);
      for (const each of stated) this.places.delete(each);
      for (const each of stated) this.undecide(each, each === stated[0] ? sentence : `This line belongs to line ${stated[0] ?? line}.`, each === stated[0] ? (trade?.cells ?? null) : null);
    }
  }

  private source(): (readonly string[])[] {
    const last = this.lines[this.lines.length - 1]?.line ?? 0;
    const source: (readonly string[])[] = Array.from({ length: last }, () => []);
    for (const { line, cells } of this.lines) source[line - 1] = cells;
    return source;
  }

  private control(digest: string): ControlTotal {
    const placed = (wanted: Place) => [...this.places.values()].filter((place) => place === wanted).length;
    const [tradeLines, countedLines, undecidedLines] = [placed("trade"), placed("counted"), placed("undecided")];
    const amounts = this.amounts();
    return {
      lines: tradeLines + countedLines + undecidedLines,
      tradeLines,
      countedLines,
      undecidedLines,
      amountCents: amounts === null ? null : centsOfFigure(sumOf(amounts.map(({ dollars }) => dollars))),
      amounts: amounts ?? [],
      digest,
    };
  }

  /** Under the latest headings above each line: a file may hold several tables. */
  private amounts(): { line: number; dollars: string }[] | null {
    if (this.amountOf.size > 0) return [...this.amountOf].map(([line, dollars]) => ({ line, dollars }));
    let column: number | undefined;
    let hasColumn = false;
    const amounts: { line: number; dollars: string }[] = [];
    this.lines.slice(this.headingAt).forEach(({ line, cells }) => {
      if (this.places.get(line) === "passed") {
        const columns = columnsOf(cells);
        const heading = this.format.amounts.find((name) => columns.has(name));
        if (heading !== undefined) [column, hasColumn] = [columns.get(heading), true];
        return;
      }
      const figure = column === undefined ? null : readFigure(textOfCell(cells[column] ?? ""));
      if (typeof figure === "string") amounts.push({ line, dollars: figure });
    });
    return hasColumn ? amounts : null;
  }
}

/** A guess must not reach the sheet by way of a draft that the user completes. */
function withoutDoubtful(cells: ImportedCells, doubt: Doubt | undefined): ImportedCells {
  if (doubt === undefined) return cells;
  return Object.fromEntries(Object.entries(cells).filter(([heading]) => !doubt.blank.some((each) => each === heading)));
}

/** As the Trades table has it. */
function asWritten(cells: ImportedCells): ImportedCells {
  return Object.fromEntries(Object.entries(withSymbols(cells, inOneSpelling)).filter(([, text]) => text !== undefined && text !== ""));
}
