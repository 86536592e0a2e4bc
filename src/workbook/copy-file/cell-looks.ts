/** Which look each cell of a laid-out sheet has: what the layout says of areas, and what the copy says of cells. */
import type { CopySheet } from "../../sheet/copy/copy-types";
import { blockFromAddress } from "../../sheet/placing/addresses";
import type { Area, Dress, LaidOutSheet } from "../../sheet/placing/draft-layout";
import type { Look } from "./looks-part";

const TITLE_POINTS = 14;

const DRESSES: Readonly<Record<Dress, Look>> = {
  title: { bold: true, points: TITLE_POINTS },
  grey: { ink: "grey" },
  blockTitle: { bold: true },
  heading: { bold: true, fill: "heading", vertical: "center" },
  right: { horizontal: "right" },
  lined: { bold: true, border: "top" },
  indented: { horizontal: "left", indented: true },
  top: { vertical: "top" },
  wrapped: { wrapped: true },
};

export class CellLooks {
  private readonly areas: readonly { readonly area: Area; readonly look: Look }[];
  private rowLooks: readonly { readonly area: Area; readonly look: Look }[] = [];
  private row = -1;

  constructor(layout: LaidOutSheet, sheet: CopySheet) {
    this.areas = [
      ...layout.numberFormats.map(({ area, format }) => ({ area, look: { numberFormat: format } })),
      ...layout.dressed.map(({ area, dress }) => ({ area, look: DRESSES[dress] })),
      ...areasOf(sheet.links.map(({ cell }) => cell)).map((area) => ({ area, look: { ink: "link" } as const })),
      ...areasOf(sheet.alarming).map((area) => ({ area, look: { ink: "red", bold: true } as const })),
      ...areasOf(sheet.open).map((area) => ({ area, look: { open: true, fill: "input", border: "box" } as const })),
    ];
  }

  /** Asked row by row. */
  of(row: number, column: number): Look {
    if (row !== this.row) {
      this.row = row;
      this.rowLooks = this.areas.filter(({ area }) => row >= area.row && row < area.row + area.rows);
    }
    let look: Look = {};
    for (const one of this.rowLooks) {
      if (column >= one.area.column && column < one.area.column + one.area.columns) look = { ...look, ...one.look };
    }
    return look;
  }
}

export function areasOf(addresses: readonly string[]): Area[] {
  return addresses.map((address) => {
    const block = blockFromAddress(`Sheet!${address}`);
    if (block === null) throw new Error(`${address} is no address of cells`);
    return block;
  });
}
