/**
 * Seeded ranges of trades to time: the same cells on every machine, from integer state alone.
 * Rows are what a broker sheet has: date, action, symbol, quantity, price, fees, account, trade id.
 */
import { seededDraw, type Draw } from "../test/oracle/seeded";

export const PROFILES = ["light", "dense", "drip", "ties", "wide", "dust", "adv"] as const;
export type Profile = (typeof PROFILES)[number];
export type Range = (string | number)[][];

/** What each profile is meant to show. */
export const PROFILE_NOTES: Readonly<Record<Profile, string>> = {
  light: "many symbols, 55 % small fractional buys, 20 % whole lots, 25 % sells",
  dense: "500 symbols at most, so long lot lists and many washes",
  drip: "95 % fractional reinvestments",
  ties: "half shares at whole-cent prices, so that many cents end on a half",
  wide: "quantities of eight decimals",
  dust: "cells computed by formulas, off by the last bits of a double",
  adv: "one symbol, a falling price: every loss is replaced and carried on",
};

interface Shape {
  readonly symbols: number;
  readonly sellsPerThousand: number;
  readonly wholeLotsPerThousand: number;
  /** Decimals of a fractional quantity. */
  readonly decimals: number;
  /** Smallest step of a fractional quantity, in units of that decimal. */
  readonly step: number;
  readonly dust: boolean;
}

function shapeOf(profile: Profile, rows: number): Shape {
  const light = { symbols: Math.min(20000, Math.max(20, Math.round(rows / 20))), sellsPerThousand: 250, wholeLotsPerThousand: 200, decimals: 4, step: 1, dust: false };
  switch (profile) {
    case "dense":
      return { ...light, symbols: Math.min(500, Math.max(5, Math.round(rows / 200))) };
    case "drip":
      return { ...light, sellsPerThousand: 25, wholeLotsPerThousand: 25 };
    case "ties":
      return { ...light, decimals: 1, step: 5 };
    case "wide":
      return { ...light, decimals: 8 };
    case "dust":
      return { ...light, dust: true };
    default:
      return light;
  }
}

const FIRST_SERIAL = 42370;
const DAYS = 2500;
const HEADINGS = ["Date", "Action", "Symbol", "Quantity", "Price", "Fees", "Account", "Trade id"];

export function rangeOf(profile: Profile, rows: number, seed = 20240301): Range {
  return profile === "adv" ? adversarialRange(rows) : marketRange(shapeOf(profile, rows), profile, rows, seededDraw(seed + rows));
}

function marketRange(shape: Shape, profile: Profile, rows: number, draw: Draw): Range {
  const scale = 10 ** shape.decimals;
  const held = new Float64Array(shape.symbols);
  const ticks = Int32Array.from({ length: shape.symbols }, () => 2000 + draw(30000));
  const range: Range = [HEADINGS];
  for (let row = 0; row < rows; row += 1) {
    const symbol = draw(shape.symbols);
    ticks[symbol] = Math.max(500, (ticks[symbol] ?? 500) + draw(401) - 200);
    const kind = draw(1000);
    const most = Math.floor((held[symbol] ?? 0) / shape.step);
    const sells = kind < shape.sellsPerThousand && most > 0;
    const units = sells ? (1 + draw(Math.min(most, 2 ** 31))) * shape.step : boughtUnits(shape, kind, scale, draw);
    held[symbol] = (held[symbol] ?? 0) + (sells ? -units : units);
    const action = sells ? "Sell" : profile === "drip" && kind >= 50 ? "Reinvest" : "Buy";
    const date = FIRST_SERIAL + Math.floor((row * DAYS) / rows);
    const fees = profile === "ties" ? 0 : draw(4) === 0 ? 0.65 : 0;
    range.push([date, action, `S${String(symbol).padStart(5, "0")}`, dusty(units / scale, shape.dust), dusty((ticks[symbol] ?? 0) / 100, shape.dust), fees, "A", `T${String(row).padStart(7, "0")}`]);
  }
  return range;
}

function boughtUnits(shape: Shape, kind: number, scale: number, draw: Draw): number {
  const isWhole = kind < shape.sellsPerThousand + shape.wholeLotsPerThousand;
  if (isWhole) return 10 * (1 + draw(20)) * scale;
  return (1 + draw(Math.floor((5 * scale) / shape.step))) * shape.step;
}

/** What 0.1 + 0.2 is to 0.3: the neighbour double, which Excel shows as the plain number. */
function dusty(value: number, dust: boolean): number {
  return dust ? value * (1 + 2 ** -51) : value;
}

/** Buys on falling prices; every fifth row sells a tenth of what is held at a loss that the next buys replace. */
function adversarialRange(rows: number): Range {
  const range: Range = [HEADINGS];
  let held = 0;
  for (let row = 0; row < rows; row += 1) {
    const sells = row % 5 === 4;
    const quantity = sells ? Math.max(1, Math.floor(held / 10)) : 10 + (row % 7);
    held += sells ? -quantity : quantity;
    const price = (2000000 - row * Math.floor(1900000 / rows)) / 100;
    range.push([FIRST_SERIAL + Math.floor(row / 4), sells ? "Sell" : "Buy", "FALL", quantity, price, 0, "A", `T${String(row).padStart(7, "0")}`]);
  }
  return range;
}

/** FNV-1a over the cells as JSON, so that two machines can see that they timed the same rows. */
export function checksum(json: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < json.length; index += 1) hash = Math.imul(hash ^ json.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
