/** Specific identifications (R-ID-2) of a plan, as a sheet to print and as rows of the log. */
import type { HarvestPlan } from "../../harvest/harvest-types";
import { dollarsFromCents } from "../../report/figures";
import { identificationMemo, settlementText, type Identification, type IdentifiedLot } from "../../report/identification-memo";
import { settlementDay } from "../../rules/short-sales/year";
import { isoFromDay, serialFromDay, type Day } from "../../values/plain-date";
import type { IdentificationRow } from "../placing/identification-log";
import type { DraftBlock, SheetDraft } from "../placing/sheet-draft";

/** Who names the lots, and when. */
export interface IdentificationMade {
  readonly day: Day;
  /** `HH:MM` */
  readonly time: string;
  /** Tells this memo from others; each account's gets `-1`, `-2` … where there are several. */
  readonly memo: string;
  readonly chosenBy: string;
}

/** One an account, since each goes to its own broker; sales in the order of the plan. At average basis there is none to name (R-AVG-3). */
export function identificationsOfPlan(plan: HarvestPlan, made: IdentificationMade): readonly Identification[] {
  const lotsOf = new Map<string, IdentifiedLot[]>();
  for (const { account, symbol, shares, lot, acquired, basisCents, atAverage } of plan.sales) {
    if (atAverage === true) continue;
    const lots = lotsOf.get(account) ?? [];
    lots.push({ symbol, shares, lot, acquired, basisCents });
    lotsOf.set(account, lots);
  }
  return [...lotsOf].map(([account, lots], at) => ({
    memo: lotsOf.size === 1 ? made.memo : `${made.memo}-${at + 1}`,
    madeDay: made.day,
    madeTime: made.time,
    saleDay: plan.asOf,
    account,
    chosenBy: made.chosenBy,
    lots,
  }));
}

/** Rows for the sheet on which every identification is kept. */
export function identificationRows({ memo, madeDay, madeTime, saleDay, account, chosenBy, lots }: Identification): readonly IdentificationRow[] {
  return lots.map(({ symbol, shares, lot, acquired, basisCents }) => ({
    loggedDay: madeDay, loggedTime: madeTime, saleDay, account, symbol, shares, lot, acquired, basisCents, chosenBy, memo,
  }));
}

/** A sheet to print and sign, a table an account. */
export function memoDraft(identifications: readonly Identification[]): SheetDraft {
  const saleDay = identifications[0]?.saleDay ?? null;
  const day = saleDay === null ? "" : ` ${isoFromDay(saleDay)}`;
  const late = identifications.map((identification) => identificationMemo(identification).late).find((sentence) => sentence !== null);
  return {
    sheetName: `SpecID${day}`,
    title: `Specific identification of the shares sold${saleDay === null ? "" : ` on${day}`}`,
    madeBy: madeByOf(identifications),
    notes: [
      ...(saleDay === null ? [] : [`Send it before settlement: ${settlementText(saleDay)}.`]),
      ...(late === undefined ? [] : [late]),
      "The shares sold are those listed here (Treas. Reg. 1.1012-1(c)). Please confirm this identification in writing.",
      "Signed: ______________________    Date: ____________",
    ],
    blocks: identifications.map(memoBlock),
    charts: [],
    landscape: false,
  };
}

function madeByOf(identifications: readonly Identification[]): string {
  const [first] = identifications;
  if (first === undefined) return "No lot is named.";
  const memos = identifications.map(({ memo }) => memo).join(", ");
  return `Memo ${memos}, written ${isoFromDay(first.madeDay)} ${first.madeTime}. Lots chosen by: ${first.chosenBy}. Values.`;
}

function memoBlock({ account, saleDay, lots }: Identification, at: number): DraftBlock {
  return {
    title: `Account ${account}`,
    columns: [
      { heading: "Sale date", format: "date" },
      { heading: "Settlement", format: "date" },
      { heading: "Symbol", format: "text" },
      { heading: "Quantity", format: "quantity" },
      { heading: "Lot", format: "text" },
      { heading: "Acquired", format: "date" },
      { heading: "Basis", format: "money" },
    ],
    content: {
      kind: "rows",
      rows: lots.map(({ symbol, shares, lot, acquired, basisCents }) => [
        serialFromDay(saleDay), serialFromDay(settlementDay(saleDay)), symbol, shares, lot, serialFromDay(acquired), dollarsFromCents(basisCents),
      ]),
    },
    totals: ["Basis"],
    name: at === 0 ? "SpecificIdentification" : null,
    whenEmpty: "No lot is named.",
  };
}
