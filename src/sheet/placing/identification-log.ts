/** The visible sheet on which every specific identification is kept (R-ID-2; Reg. 1.1012-1(c)). */
import type { Day } from "../../values/plain-date";

export const IDENTIFICATION_SHEET = "Taxlot SpecID";

/** One row a lot of one identification. */
export interface IdentificationRow {
  readonly loggedDay: Day;
  /** `HH:MM` of the user's clock. */
  readonly loggedTime: string;
  readonly saleDay: Day;
  readonly account: string;
  readonly symbol: string;
  readonly shares: number;
  readonly lot: string;
  readonly acquired: Day;
  readonly basisCents: number;
  /** How the lots were chosen: "Harvest pane", "Sell pane: HIFO" … */
  readonly chosenBy: string;
  /** Same for all rows of one memo. */
  readonly memo: string;
}
