import assert from "node:assert/strict";
import fc from "fast-check";
import { callFunction, isErrorValue } from "../cases/built-functions";
import { settingsRange, tradesRange, type Cell } from "../cases/case-ranges";
import { ledgers, PARAMETERS } from "./ledgers";

/** Two securities nobody called identical, the second one healthy whatever happens to the first. */
const twoSymbols = ledgers((setup) => {
  const { identicalGroups: _groups, ...settings } = setup.settings;
  return { ...setup, symbols: ["X", "Y"], settings, events: false };
});

/** One wrong cell: heading, and what stands there. */
const FAULTS: readonly (readonly [string, (cell: Cell) => unknown])[] = [
  ["Quantity", () => "ten"],
  ["Quantity", () => ""],
  ["Quantity", () => 1e9],
  ["Quantity", (cell) => -Math.abs(Number(cell)) || -1],
  ["Date", () => "yesterday"],
  ["Date", () => ""],
  ["Action", () => "Frobnicate"],
  ["Action", () => "Spin-off"],
  ["Price", () => "about 12"],
];

function table(name: string, trades: unknown[][], ...rest: unknown[]): unknown[][] {
  const answer = callFunction(name, trades, ...rest);
  assert.ok("value" in answer, `${name} answers ${JSON.stringify(answer)}`);
  return answer.value as unknown[][];
}

const bySymbol = (rows: unknown[][], symbol: string) => {
  const column = (rows[0] ?? []).indexOf("Symbol");
  return rows.slice(1).filter((row) => String(row[column]).startsWith(symbol)).map(withoutProvisional);
};
// The ledger ends on another day when its last row cannot be read, so a window may be still open.
const withoutProvisional = (row: unknown[]) =>
  row.map((cell) => (typeof cell === "string" ? cell.replace(/ ?Provisional until \S+$/, "") : cell));
const hasError = (rows: unknown[][]) => rows.some((row) => row.some(isErrorValue));

describe("Law 10: a wrong row of one symbol never changes another's numbers and never vanishes from a total", () => {
  it("whatever is wrong with a row of X, the rows of Y stay and X shows an error", () => {
    let refused = 0;
    fc.assert(
      fc.property(twoSymbols, fc.nat(30), fc.constantFrom(...FAULTS), (ledger, pick, [heading, wrong]) => {
        const trades: unknown[][] = tradesRange(ledger.transactions);
        const column = (trades[0] ?? []).indexOf(heading);
        const ofX = ledger.transactions.flatMap((one, index) => (one.symbol === "X" ? [index + 1] : []));
        const row = ofX[pick % Math.max(1, ofX.length)];
        if (row === undefined) return;
        const cell = trades[row]?.[column] as Cell;
        // A sale may be written negative, and a price may be missing where the amount stands.
        const isSale = ledger.transactions[row - 1]?.action === "SELL";
        if (heading === "Quantity" && isSale && Number(wrong(cell)) < 0) return;
        // A price says nothing on a row that has none, as a transfer.
        if (heading === "Price" && cell === "") return;
        const spoilt = trades.map((cells, index) => (index === row ? cells.map((one, place) => (place === column ? wrong(cell) : one)) : cells));
        const settings = settingsRange(ledger);
        for (const [name, ...rest] of [["REALIZED", null, settings], ["OPENLOTS", null, null, settings], ["WASHTRAIL", null, settings]] as const) {
          const [before, after] = [table(name, trades, ...rest), table(name, spoilt, ...rest)];
          assert.deepEqual(bySymbol(after, "Y"), bySymbol(before, "Y"), `${name}: rows of Y changed`);
        }
        const shown = [table("REALIZED", spoilt, null, settings), table("OPENLOTS", spoilt, null, null, settings)];
        if (heading === "Quantity" && wrong(cell) === 1e9 && !isSale) return;
        refused += 1;
        for (const rows of shown) assert.ok(hasError(rows), `row ${row + 1} with ${heading} ${String(wrong(cell))} shows no error`);
        assert.ok(!hasError(bySymbol(shown[0] ?? [], "Y")));
      }),
      PARAMETERS,
    );
    assert.ok(refused > 30, "too few wrong rows were tried");
  });
});
