/** Random ledgers of one symbol to be sold at one price, with a year so far and a return, in cells. */
import { seededDraw, type Draw } from "../oracle/seeded";

export type Cell = string | number;
export type Range = Cell[][];

const HEADINGS: Cell[] = ["Date", "Action", "Symbol", "Quantity", "Price", "Account"];
export const DAY = "2024-11-15";

export interface Asked {
  readonly trades: Range;
  readonly settings: Range;
  readonly shares: number;
  readonly price: number;
}

const pick = <T>(draw: Draw, from: readonly T[]): T => from[draw(from.length)]!;

/** Two to seven lots of XYZ, none bought in the 31 days before the sale, and what another symbol brought earlier in the year. */
export function drawnSale(seed: number): Asked {
  const draw = seededDraw(seed);
  const price = 40 + draw(120);
  const accounts = draw(3) === 0 ? ["A", "B"] : ["A"];
  const lots = Array.from({ length: 2 + draw(6) }, (): Cell[] => {
    const date = `${draw(2) === 0 ? 2021 + draw(2) : 2024}-0${1 + draw(9)}-1${draw(9)}`;
    return [date, "Buy", "XYZ", 1 + draw(60), 10 + draw(200), pick(draw, accounts)];
  }).sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
  const held = lots.reduce((sum, lot) => sum + Number(lot[3]), 0);
  const realised: Range = [];
  if (draw(3) > 0) realised.push([draw(2) === 0 ? "2022-02-01" : "2024-02-01", "Buy", "ABC", 100, 100, "A"], ["2024-06-03", "Sell", "ABC", 100, 40 + draw(160), "A"]);
  return { trades: [HEADINGS, ...realised, ...lots], settings: drawnReturn(draw), shares: 1 + draw(held), price };
}

/** Returns near the tops of the bands, where the next dollar matters, and stated rates. */
function drawnReturn(draw: Draw): Range {
  if (draw(4) === 0) return [["Short rate", (10 + draw(28)) / 100], ["Long rate", draw(24) / 100], ["State rate", draw(8) / 100]];
  const income = pick(draw, [20_000, 45_000, 47_000, 99_000, 190_000, 198_000, 515_000]);
  const carried: Range = draw(4) === 0 ? [[pick(draw, ["Carryover short", "Carryover long"]), 500 + draw(6000)]] : [];
  return [["Tax year", 2024], ["Filing status", pick(draw, ["Single", "MFJ", "MFS", "HOH"])], ["Taxable income", income + draw(1500)], ["MAGI", income + 14_600], ...carried];
}

/** The same with purchases before and after the sale that wash its losses, and a sale of the year still to come. */
export function drawnSaleAmongPurchases(seed: number): Asked {
  const { trades, ...rest } = drawnSale(seed);
  const draw = seededDraw(seed + 1_000_000);
  const more: Range = [
    ["2024-11-0" + (1 + draw(9)), "Buy", "XYZ", 1 + draw(40), 10 + draw(200), "A"],
    ["2024-11-2" + draw(10), "Buy", "XYZ", 1 + draw(40), 10 + draw(200), "A"],
    ["2023-05-02", "Buy", "DEF", 50, 100, "A"],
    ["2024-12-10", "Sell", "DEF", 50, 40 + draw(160), "A"],
  ];
  const [headings, ...rows] = trades;
  return { ...rest, trades: [headings!, ...[...rows, ...more].sort((a, b) => (a[0]! < b[0]! ? -1 : a[0]! > b[0]! ? 1 : 0))] };
}
