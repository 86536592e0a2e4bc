/**
 * How long the workbench takes for a large sheet: n trades opened with one REALIZED beside them, until
 * the spilled answer stands in the cells; then one edit, until the answer has followed.
 */
import type { CellContent, WorkbookContent } from "../content";
import { buildWhatIsStale } from "./build";
import { WorkbenchSession } from "./session";

export interface RealizedTimes {
  readonly trades: number;
  /** Rows of the spilled result, heading included. */
  readonly resultRows: number;
  /** From entering the formula to its answer in the cells. */
  readonly firstResultSeconds: number;
  /** From an edited price to the answer that has followed it. */
  readonly editSeconds: number;
}

const SETTLES_WITHIN_MS = 120_000;
const FIRST_DAY_SERIAL = 44_000;
const SYMBOLS = 40;

export async function timeRealized(trades: number): Promise<RealizedTimes> {
  buildWhatIsStale(() => undefined);
  const session = await WorkbenchSession.start();
  try {
    await session.open(tradesWorkbook(trades));
    await session.settled(SETTLES_WITHIN_MS);
    const firstResultSeconds = await secondsUntilSettled(session, 0, 8, `=TAXLOT.REALIZED(A1:F${trades + 1})`);
    const content = await session.content();
    const resultRows = content.sheets[0]?.rows[0]?.[8]?.spill?.rows ?? 0;
    const editSeconds = await secondsUntilSettled(session, trades, 4, 77);
    return { trades, resultRows, firstResultSeconds, editSeconds };
  } finally {
    await session.close();
  }
}

/** Enters a formula or a number, and measures in the page until the last calculation has ended. */
function secondsUntilSettled(session: WorkbenchSession, row: number, column: number, entry: string | number): Promise<number> {
  return session.page.evaluate(
    async ([at, to, what, timeout]) => {
      const { grid, settled } = window.workbench!;
      let lastCalculated = 0;
      grid.onCalculated(() => (lastCalculated = performance.now()));
      const startedAt = performance.now();
      const cell = typeof what === "string" ? { formula: what } : { value: what };
      grid.write({ sheetId: grid.activeSheetId(), row: at, column: to, rows: 1, columns: 1 }, [[cell]]);
      await settled(timeout);
      return (lastCalculated - startedAt) / 1000;
    },
    [row, column, entry, SETTLES_WITHIN_MS] as const,
  );
}

/** Every symbol is bought and sold in turn, never more than is held. */
function tradesWorkbook(trades: number): WorkbookContent {
  const rows: Record<number, Record<number, CellContent>> = {
    0: Object.fromEntries(
      ["Date", "Action", "Symbol", "Quantity", "Price", "Fees"].map((heading, column) => [column, { value: heading }]),
    ),
  };
  for (let trade = 0; trade < trades; trade++) {
    const isSale = Math.floor(trade / SYMBOLS) % 2 === 1;
    rows[trade + 1] = {
      0: { value: FIRST_DAY_SERIAL + Math.floor(trade / 8), numberFormat: "yyyy-mm-dd" },
      1: { value: isSale ? "Sell" : "Buy" },
      2: { value: `S${trade % SYMBOLS}` },
      3: { value: isSale ? 90 : 100 },
      4: { value: 40 + ((trade * 37) % 60) },
      5: { value: 1 },
    };
  }
  const sheet = { name: "Trades", rows, columnWidthsPx: {}, tables: [] };
  return { name: `${trades} trades.xlsx`, sheets: [sheet], activeSheet: 0, names: [] };
}
