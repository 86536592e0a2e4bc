/**
 * What the rows of a range say about each security under Type, Underlying and Multiplier. It is gathered before
 * any trade is read, because one row says it for all rows of its symbol, also for those above it.
 */
import { errorIn } from "./cells";
import { readNumberCell } from "./number-cells";
import { isOptionType, readTypeCell } from "./security-types";
import type { SecurityType } from "./security-types";
import { nameIn } from "./cell-names";
import type { TradesLayout } from "./trades-layout";
import { cellAt } from "./trades-layout";

type Cells = readonly unknown[];

/** The first row that states a fact. */
export interface Stated<T> {
  readonly row: number;
  readonly value: T;
}

export interface StatedSecurity {
  type?: Stated<SecurityType> & { readonly word: string };
  /** Call or put, where an earlier row said no more than Option. */
  side?: Stated<"call" | "put"> & { readonly word: string };
  isFund?: true;
  isReit?: true;
  isCollectible?: true;
  underlying?: Stated<string>;
  multiplier?: Stated<number>;
}

/** By symbol in upper case. */
export type StatedSecurities = ReadonlyMap<string, StatedSecurity>;

const NONE: StatedSecurities = new Map();

/** @param first 0-based index of the first row below the headings */
export function statedSecurities(rows: readonly Cells[], first: number, layout: TradesLayout): StatedSecurities {
  const { at } = layout;
  if (at.Type === undefined && at.Underlying === undefined && at.Multiplier === undefined) return NONE;
  const stated = new Map<string, StatedSecurity>();
  const types = new Map<unknown, SecurityType | null>();
  for (let index = first; index < rows.length; index++) {
    const cells = rows[index] ?? [];
    const typeCell = cellAt(cells, at.Type);
    const type = typeStated(types, typeCell);
    const isOptionRow = isFilled(cellAt(cells, at.Underlying)) || isFilled(cellAt(cells, at.Multiplier));
    if (type === null && !isOptionRow) continue;
    const symbol = nameIn(cellAt(cells, at.Symbol))?.toUpperCase();
    if (symbol === undefined) continue;
    let security = stated.get(symbol);
    if (security === undefined) stated.set(symbol, (security = {}));
    if (type !== null) noteType(security, type, index + 1, nameIn(typeCell) ?? "");
    if (isOptionRow) noteContract(security, cells, index + 1, layout);
  }
  return stated;
}

/** Each text is read once: an export repeats a handful of them down its rows. */
function typeStated(types: Map<unknown, SecurityType | null>, cell: unknown): SecurityType | null {
  if (!isFilled(cell)) return null;
  const seen = types.get(cell);
  if (seen !== undefined) return seen;
  const type = readTypeCell(cell);
  const stated = typeof type === "object" ? null : type;
  types.set(cell, stated);
  return stated;
}

function isFilled(cell: unknown): boolean {
  return cell !== undefined && cell !== null && cell !== "" && cell !== 0;
}

function noteType(security: StatedSecurity, type: SecurityType, row: number, word: string): void {
  security.type ??= { row, value: type, word };
  if (type === "call" || type === "put") security.side ??= { row, value: type, word };
  if (type === "fund") security.isFund = true;
  if (type === "reit") security.isReit = true;
  if (type === "collectible") security.isCollectible = true;
}

/** Some exports fill these columns for stock too, with 1 or with the symbol; only an option's row counts them. */
function noteContract(security: StatedSecurity, cells: Cells, row: number, { at }: TradesLayout): void {
  const underlyingCell = cellAt(cells, at.Underlying);
  const underlying = errorIn(underlyingCell) === null ? nameIn(underlyingCell) : null;
  if (underlying !== null) security.underlying ??= { row, value: underlying };
  const multiplier = readNumberCell(cellAt(cells, at.Multiplier));
  if (typeof multiplier === "number" && multiplier !== 0) security.multiplier ??= { row, value: multiplier };
}

/** Securities of different families obey different rules, so that a symbol belongs to one of them (R-WS-17, R-OPT). */
export function familyOf(type: SecurityType): "share" | "digital" | "option" | "section 1256" {
  if (isOptionType(type)) return "option";
  return type === "digital" || type === "section 1256" ? type : "share";
}
