/** How the sheets that a screen writes refer to what was read, live or in words. */
import { absoluteAddress, addressForReading } from "../../sheet/placing/addresses";
import type { CellBlock } from "../../sheet/placing/addresses";
import { SETTINGS_NAME } from "../../sheet/placing/settings-rows";
import type { DraftOrigin, DraftStyle } from "../../sheet/drafts/live-or-values";
import type { ScreenProps } from "../screen";

type Read = Pick<ScreenProps, "namespace" | "book" | "prices">;

/** A table grows with its rows; a plain range is named by its cells. */
export function inFormula({ block, tableName }: { readonly block: CellBlock; readonly tableName: string | null }): string {
  return tableName === null ? absoluteAddress(block) : `${tableName}[#All]`;
}

export function draftStyle({ namespace, book, prices }: Read, live: boolean): DraftStyle {
  if (!live) return { kind: "values" };
  return {
    kind: "live",
    references: {
      namespace,
      trades: inFormula(book.place),
      prices: prices === null ? null : inFormula(prices),
      settings: book.settings === null ? null : SETTINGS_NAME,
    },
  };
}

export function draftOrigin({ book, prices }: Read, settingsSaid: string | null): DraftOrigin {
  return {
    tradesRead: addressForReading(book.place.block),
    pricesRead: prices === null ? null : addressForReading(prices.block),
    settings: book.settings === null ? null : settingsSaid,
  };
}
