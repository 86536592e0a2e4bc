/** The sale as a sheet: its lots as LOTPICK lists them, live or as values, and below them every method. */
import type { DraftBlock, SheetDraft } from "../../sheet/placing/sheet-draft";
import { dayInFormula, madeByLine, ourFormula, type DraftOrigin, type DraftStyle } from "../../sheet/drafts/live-or-values";
import { tableBlock } from "../../sheet/drafts/result-table-sheet";
import { isoFromDay } from "../../values/plain-date";
import { LEAST_TAX, leastTaxSentence } from "../../report/least-tax-words";
import { costOf } from "./methods-compared";
import { sellLine } from "./sell-sentences";
import type { SellView } from "./sell-view";

export function saleDraft(view: SellView, style: DraftStyle, origin: DraftOrigin): SheetDraft {
  const { ask, chosen } = view;
  const by = chosen.method ?? "lots named one by one";
  return {
    sheetName: sheetNameOf(`Sell ${ask.symbol} ${isoFromDay(ask.day)}`),
    title: `Sale of ${ask.shares} ${ask.symbol} on ${isoFromDay(ask.day)} at $${ask.price}, ${by}`,
    madeBy: madeByLine("LOTPICK", null, origin, canBeLive(view) ? style : { kind: "values" }),
    notes: [sellLine(view), ...(view.withoutTax === null ? [] : [view.withoutTax])],
    blocks: [lotsBlock(view, style), methodsBlock(view)],
    charts: [],
    landscape: true,
  };
}

/** LOTPICK takes a method; lots named one by one are written as values. */
export function canBeLive({ ask }: Pick<SellView, "ask">): boolean {
  return ask.lots.length === 0;
}

function lotsBlock(view: SellView, style: DraftStyle): DraftBlock {
  const { ask, pick } = view;
  const isLive = style.kind === "live" && canBeLive(view);
  const block = tableBlock({
    title: "Lots sold",
    style: isLive ? style : { kind: "values" },
    table: pick,
    formula: isLive ? pickFormula(ask, style.references) : null,
    totals: ["Quantity", "Basis", "Proceeds", "Gain", "Disallowed", ...(view.byTax ? ["Tax"] : [])],
    name: "LotsSold",
    whenEmpty: "No lot is sold.",
  });
  return { ...block, columns: block.columns.map((column) => (column.heading === "Tax" ? { ...column, format: "money" } : column)) };
}

function pickFormula(ask: SellView["ask"], references: Extract<DraftStyle, { kind: "live" }>["references"]): string {
  const { namespace, trades, settings } = references;
  return ourFormula(namespace, "LOTPICK", [
    trades,
    quoted(ask.symbol),
    String(ask.shares),
    String(ask.price),
    dayInFormula(ask.day),
    ask.method === null ? null : quoted(ask.method),
    settings,
    ask.account === null ? null : quoted(ask.account),
  ]);
}

function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

function methodsBlock({ compared, byTax, impossible, least, year }: SellView): DraftBlock {
  const best = compared[0] === undefined ? 0 : costOf(compared[0]);
  const rows = [
    ...compared.map((one) => [
      one.method ?? LEAST_TAX,
      [...(one.isLeast && one.method !== null ? [LEAST_TAX] : []), ...one.sameAs].join(", "),
      one.shortGainCents / 100,
      one.longGainCents / 100,
      one.disallowedCents / 100,
      one.taxCents === null ? null : one.taxCents / 100,
      (costOf(one) - best) / 100,
      one.lotsUsed,
      one.isLeast && least !== null && least.gapCents > 0 ? `${one.whichLots} (${leastTaxSentence(least.gapCents)})` : one.whichLots,
    ]),
    ...impossible.map(({ method, sentence }) => [method, "", null, null, null, null, null, null, sentence]),
  ];
  return {
    title: byTax ? `Methods by what they add to the tax of ${year}, least first` : "Methods by gain after disallowed losses, least first",
    columns: [
      { heading: "Method", format: "text" },
      { heading: "Same lots by", format: "text" },
      { heading: "Short gain", format: "money" },
      { heading: "Long gain", format: "money" },
      { heading: "Disallowed", format: "money" },
      { heading: "Tax this year", format: "money" },
      { heading: "More than best", format: "money" },
      { heading: "Lots used", format: "whole" },
      { heading: "Which lots", format: "text" },
    ],
    content: { kind: "rows", rows },
    totals: [],
    name: null,
    whenEmpty: "No method can be compared.",
  };
}

/** What a sheet may not be called goes; 31 characters at most. */
function sheetNameOf(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31).trim();
}
