/**
 * Coinbase, rows Convert (broker layouts, section 7.1): what came is told in the notes alone. A coin for a coin is a taxable
 * sale and a purchase; dollars for a coin are its purchase, and a coin for dollars its sale.
 */
import { Exact, figureOf, readFigure } from "../figures";
import type { Figure } from "../figures";
import type { FileInProgress } from "../file-in-progress";
import type { ImportedCells } from "../import-types";
import { oneNote } from "../one-note";
import { doubtOfCurrency } from "../other-currency";
import type { TableRow } from "../table-rows";

/** Money in an account is no lot. */
export const MONEY: ReadonlySet<string> = new Set(["USD", "EUR", "GBP", "CAD", "AUD", "CHF"]);

/** `Converted 0.02 BTC to 0.7521 ETH` */
const CONVERTED = /^Converted\s+(?<given>[\d.,]+)\s+(?<from>[A-Z0-9]+)\s+to\s+(?<got>[\d.,]+)\s+(?<to>[A-Z0-9]+)/i;

interface Conversion {
  readonly given: Figure;
  readonly got: Figure;
  readonly to: string;
}

/** As the row has them, before and after Coinbase's fee. */
interface ValueTexts {
  readonly subtotal: string;
  readonly total: string;
}

/** @param base of the row: its symbol and quantity are what was given */
export function readConversion(work: FileInProgress, row: TableRow, base: ImportedCells, texts: ValueTexts, dayNote: string): void {
  // Of a coin's name a part may be the name of another.
  const said = row.isCutIn("notes") ? null : conversionOf(row.text("notes"), base);
  const { Symbol: from = "", Quantity: given = "" } = base;
  const bought: ImportedCells = { ...base, Action: "Buy", Symbol: said?.to ?? "", Quantity: said?.got ?? "" };
  const sold: ImportedCells = { ...base, Action: "Sell" };
  const moneyIn = said !== null && MONEY.has(said.to);
  const draft = MONEY.has(from) ? bought : sold;
  if (MONEY.has(from) && moneyIn) return work.count(row.line, row.text("transaction type"));
  const other = [from, said?.to ?? ""].find((each) => MONEY.has(each) && each !== "USD");
  if (other !== undefined) return work.undecide(row.line, doubtOfCurrency(other).sentence, draft);
  if (said === null || base.Date === "") {
    return work.undecide(row.line, UNCLEAR, { ...draft, Amount: from === "USD" ? given : (valueAfterFee(texts) ?? "") });
  }
  if (from === "USD") {
    return isFigure(texts.total, given) ? work.trade(row.line, { ...bought, Amount: given }, dayNote) : work.undecide(row.line, notThose(given, "paid"), draft);
  }
  const value = valueAfterFee(texts);
  if (moneyIn) {
    return value !== null && isFigure(value, said.got) ? work.trade(row.line, { ...sold, Amount: value }, dayNote) : work.undecide(row.line, notThose(said.got, "received"), draft);
  }
  if (value === null) return work.undecide(row.line, UNCLEAR, draft);
  // Both at the value after the fee, which is what came: the fee lowers the proceeds (R-DA).
  const note = `${given} ${from} became ${said.got} ${said.to}: a sale and a purchase, both at the value after the fee.`;
  work.trade(row.line, { ...sold, Amount: value }, oneNote(note, dayNote));
  work.trade(row.line, { ...bought, Amount: value }, oneNote(note, dayNote));
}

const UNCLEAR =
  "One asset was converted into another, and the row does not say how much of what at which value. " +
  "Write two rows: Sell of the one and Buy of the other, both with the value as Amount; dollars need no row of their own.";

function notThose(dollars: Figure, done: string): string {
  return `The notes say that $${dollars} were ${done}, and the amounts of the row do not. Fill in Amount.`;
}

/** null: the notes do not tell, or tell of other things than the cells of the row do. */
function conversionOf(notes: string, { Symbol: from, Quantity: quantity = "" }: ImportedCells): Conversion | null {
  const said = CONVERTED.exec(notes)?.groups;
  const given = readFigure(said?.["given"] ?? "");
  const got = readFigure(said?.["got"] ?? "");
  if (said === undefined || typeof given !== "string" || typeof got !== "string" || Number(got) === 0) return null;
  const isSame = quantity !== "" && new Exact(given).equals(quantity) && said["from"]?.toUpperCase() === from;
  return isSame ? { given, got, to: (said["to"] ?? "").toUpperCase() } : null;
}

/** null: none is stated, or one of them cannot be read. */
function valueAfterFee({ subtotal, total }: ValueTexts): Figure | null {
  const read = [subtotal, total].map(readFigure);
  if (read.some((value) => value !== null && typeof value !== "string")) return null;
  const values = read.flatMap((value) => (typeof value === "string" && Number(value) !== 0 ? [new Exact(value).abs()] : []));
  return values.length === 0 ? null : figureOf(Exact.min(...values));
}

function isFigure(text: string, wanted: Figure): boolean {
  const figure = readFigure(text);
  return typeof figure === "string" && new Exact(figure).abs().equals(wanted);
}
