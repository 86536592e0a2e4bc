/**
 * The memo that names the lots of a sale to the broker (R-ID-2).
 * Rule:   the shares sold are those identified to the broker no later than settlement, and the broker
 *         confirms it in writing within a reasonable time.                    Treas. Reg. 1.1012-1(c)(3), (8)
 * Doubt:  the settlement day is reckoned over weekends, Christmas and New Year's Day; other days on which
 *         markets are closed are not known here, and would only make it later.
 */
import { settlementDay } from "../rules/short-sales/year";
import { isoFromDay, type Day } from "../values/plain-date";
import { plainNumber } from "./figures";
import { moneyText } from "../values/money-text";

/** Lots named for the sales of one day in one account. */
export interface Identification {
  /** The same on all rows it leaves on the sheet `Taxlot SpecID`. */
  readonly memo: string;
  readonly madeDay: Day;
  /** `HH:MM` of the user's clock. */
  readonly madeTime: string;
  readonly saleDay: Day;
  readonly account: string;
  /** How the lots were chosen: "Harvest pane", "Sell pane: HIFO" … */
  readonly chosenBy: string;
  readonly lots: readonly IdentifiedLot[];
}

export interface IdentifiedLot {
  readonly symbol: string;
  /** To be sold of this lot. */
  readonly shares: number;
  readonly lot: string;
  readonly acquired: Day;
  /** Of these shares, wash adjustments included. */
  readonly basisCents: number;
}

export interface IdentificationMemo {
  readonly subject: string;
  readonly text: string;
  /** Why it may come too late; null: in time. */
  readonly late: string | null;
}

/** Plain text, to be pasted into a message to the broker. */
export function identificationMemo(identification: Identification): IdentificationMemo {
  const { memo, madeDay, madeTime, saleDay, account } = identification;
  const lines = [
    `Specific identification of shares, memo ${memo}`,
    `Written ${isoFromDay(madeDay)} ${madeTime}`,
    `Account: ${account}`,
    `Sale date: ${isoFromDay(saleDay)}`,
    `Settlement: ${settlementText(saleDay)}`,
    "",
    "For these sales the shares sold are the following (Treas. Reg. 1.1012-1(c)):",
    "",
    ...identification.lots.map(lotLine),
    "",
    "Please confirm this identification in writing.",
    "",
    "Signed: ______________________    Date: ____________",
  ];
  return { subject: `Lots to be sold on ${isoFromDay(saleDay)} in ${account}`, text: lines.join("\n"), late: lateSentence(identification) };
}

/** "Sell 40 XYZ: lot L1, acquired 2024-03-01, basis $4,000.00" */
function lotLine({ symbol, shares, lot, acquired, basisCents }: IdentifiedLot): string {
  return `Sell ${plainNumber(shares)} ${symbol}: lot ${lot}, acquired ${isoFromDay(acquired)}, basis ${moneyText(basisCents)}`;
}

/** One business day since 2024-05-28, two before (17 CFR 240.15c6-1). */
export function settlementText(saleDay: Day): string {
  const day = isoFromDay(settlementDay(saleDay));
  return `${day}, counting weekends, Christmas and New Year's Day as closed; later where another market holiday falls between`;
}

function lateSentence({ madeDay, saleDay }: Identification): string | null {
  const last = settlementDay(saleDay);
  if (madeDay <= last) return null;
  return `The sale of ${isoFromDay(saleDay)} settled on ${isoFromDay(last)}. Lots can be named until settlement; after it the broker's standing order counts, or the earliest lots.`;
}
