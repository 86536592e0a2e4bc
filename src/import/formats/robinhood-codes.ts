/** Robinhood's codes in the Trans Code column (broker layouts, 6.1), and what each does to lots. */

export type RobinhoodCode =
  | { readonly does: "trades"; readonly action: string; readonly ofOption: boolean }
  | { readonly does: "ends option"; readonly action: "Expire" | "Exercise" | "Assigned" }
  | { readonly does: "adds shares" }
  /** Moves cash; with shares beside it, shares move without their basis. */
  | { readonly does: "counts"; readonly label: string; readonly mayMoveShares?: true }
  | { readonly does: "asks"; readonly sentence: string; readonly action: string };

const trades = (action: string, ofOption = false): RobinhoodCode => ({ does: "trades", action, ofOption });
const counts = (label: string): RobinhoodCode => ({ does: "counts", label });
const asks = (action: string, sentence: string): RobinhoodCode => ({ does: "asks", action, sentence });

const CAME_IN = "Shares came in without their basis. Write each lot with the day and the cost of its purchase, or Unknown under Amount.";

const CODES: Readonly<Record<string, RobinhoodCode>> = {
  BUY: trades("Buy"),
  SELL: trades("Sell"),
  SS: trades("Sell short"),
  BC: trades("Buy to cover"),
  BTO: trades("Buy", true),
  STC: trades("Sell", true),
  STO: trades("Sell short", true),
  BTC: trades("Buy to cover", true),
  OEXP: { does: "ends option", action: "Expire" },
  OASGN: { does: "ends option", action: "Assigned" },
  OEXCS: { does: "ends option", action: "Exercise" },
  SPL: { does: "adds shares" },
  SPR: asks("Split", "A reverse split states no ratio here. Write it under Ratio as 1:10, new shares to old ones, and leave out the other row of the same split."),
  OCA: asks("", "The contract was adjusted or cancelled. Write what it did as rows of the Trades table."),
  MRGS: asks("Merger", "A merger for stock does not say its ratio here. Fill in New symbol and Ratio, and Cash per share with New value where cash was paid too."),
  SOFF: asks("Spin-off", "A spin-off moves a part of the basis. Write the old stock under Symbol, the new one under New symbol, and Basis share from the issuer's Form 8937."),
  SXCH: asks("Symbol change", "Shares were exchanged. Where only the name changed fill in New symbol; for a merger write Merger with New symbol and Ratio."),
  CIL: asks("", "Cash was paid for a fraction of a share. Write it under Cash in lieu of the split, merger or spin-off that it belongs to, and leave this row out."),
  RTP: asks("Cash merger", "Shares were redeemed for cash. Where all of them were, fill in Cash per share; for a part write Sell with the cash as Amount."),
  ACATI: asks("Buy", CAME_IN),
  REC: asks("Buy", "Shares were received, such as a gift or free stock. For free stock write Buy with its value on the day as Amount; for a gift write Gift received with the giver's basis and day."),
  ACATO: asks("Transfer", "Shares left this account. Fill in To account; where they were given away write Gift given."),
  ITRF: { does: "counts", label: "Transfer between your accounts", mayMoveShares: true },
  BCXL: asks("", "A purchase was cancelled or corrected. Take out the purchase that it takes back, and leave this row out."),
  SCXL: asks("", "A sale was cancelled or corrected. Take out the sale that it takes back, and leave this row out."),
  CDIV: counts("Cash dividend"),
  MDIV: counts("Manufactured dividend"),
  INT: counts("Interest"),
  MINT: counts("Margin interest"),
  SLIP: counts("Stock lending"),
  MTCH: counts("Match"),
  AFEE: counts("ADR fee"),
  DTAX: counts("Tax"),
  DFEE: counts("Fee"),
  NRAT: counts("Tax withheld"),
  GOLD: counts("Gold fee"),
  GDBP: counts("Gold deposit boost"),
  GMPC: counts("Gold plan credit"),
  ACH: counts("ACH transfer"),
  RTPC: counts("Transfer of cash"),
  WIRE: counts("Wire"),
  MISC: counts("Miscellaneous cash"),
  CFIR: counts("Contribution"),
  DRFRO: counts("Cash"),
  FUTSWP: counts("Sweep for futures"),
  DCF: counts("Debit card"),
  XENT: counts("Cash from another product"),
  XENT_CC: counts("Cash back"),
  SCAP: counts("Cash"),
};

/** null: a code that is not known. */
export function robinhoodCode(text: string): RobinhoodCode | null {
  return CODES[text.trim().toUpperCase()] ?? null;
}
