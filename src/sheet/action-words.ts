/**
 * The words of the Action column: the design's own, everyday synonyms, and the vocabularies of brokers' exports.
 * A word is listed in lower case with single blanks. What stands in none of these lists is a problem of its row.
 */
import { TradeKind } from "../lots/trades";

/** Why a known action is not booked yet; each has its own advice. */
export type UnbookedFamily =
  | "corporateAction"
  | "option"
  | "shortSale"
  | "sharesMoved"
  | "giftOrInheritance"
  | "cashInLieu"
  | "cancelled";

export type ActionMeaning =
  | {
      readonly does: "books";
      readonly kind: TradeKind;
      /** A reverse split states its ratio; brokers' share counts for it come in pairs of rows that are not booked. */
      readonly needsRatio?: true;
      /** Some brokers write the cash leg of a reinvestment under the same word with 0 shares. */
      readonly zeroSharesIsCash?: true;
    }
  /** No effect on lots. `movesFundShares`: the quantity counts dollars of the cash fund. */
  | { readonly does: "nothing"; readonly label: string; readonly movesFundShares?: true }
  | { readonly does: "unbooked"; readonly family: UnbookedFamily };

type WordList = readonly [ActionMeaning, readonly string[]];

const books = (kind: TradeKind): ActionMeaning => ({ does: "books", kind });
const unbooked = (family: UnbookedFamily): ActionMeaning => ({ does: "unbooked", family });
/** The label is filled in with the word as the file writes it. */
const NOTHING: ActionMeaning = { does: "nothing", label: "" };
const CASH_SWEEP: ActionMeaning = { does: "nothing", label: "", movesFundShares: true };

/** Whole action texts. */
export const ACTION_WORDS: readonly WordList[] = [
  [books(TradeKind.Buy), ["buy", "bought", "purchase", "purchased", "you bought", "buy (exchange)", "advanced trade buy",
    "market buy", "limit buy", "buy order"]],
  [books(TradeKind.Sell), ["sell", "sold", "sale", "you sold", "sell (exchange)", "advanced trade sell",
    "market sell", "limit sell", "sell order", "forced quick sell"]],
  [books(TradeKind.Reinvest), ["reinvest", "drip", "reinvest shares", "reinvested shares"]],
  [{ does: "books", kind: TradeKind.Reinvest, zeroSharesIsCash: true }, ["reinvestment", "reinvestment (lt gain)",
    "reinvestment (st gain)", "reinvested", "dividend reinvestment", "dividend reinvest", "dividend reinvested",
    "reinvested dividend", "reinvested dividends", "capital gain reinvestment"]],
  [books(TradeKind.Vest), ["vest", "vested", "vesting", "rsu", "rsu vest", "rsu vesting", "rsu release", "release",
    "lapse", "restricted stock vest", "restricted stock lapse", "stock plan activity", "stock award",
    // Staking and reward units are income at their value, which is their basis (R-DA-5).
    "rewards income", "staking income", "inflation reward", "learning reward", "coinbase earn"]],
  [books(TradeKind.Transfer), ["transfer", "account transfer", "internal transfer", "transfer between accounts",
    "journaled shares", "journal shares"]],
  [books(TradeKind.Split), ["split", "stock split", "forward split", "forward stock split", "share split", "spl"]],
  [{ does: "books", kind: TradeKind.Split, needsRatio: true }, ["reverse split", "reverse stock split", "rev split",
    "spr"]],
  [books(TradeKind.GiftGiven), ["gift given", "gift out", "gift sent", "gifted", "gave", "donation", "donated", "donate",
    "charitable gift", "charitable donation"]],
  [books(TradeKind.SymbolChange), ["symbol change", "ticker change", "ticker symbol change", "name change", "cusip change",
    "rename", "renamed"]],

  [NOTHING, ["dividend", "dividends", "div", "cash dividend", "cash div", "qualified dividend", "qual div",
    "qualified div", "non-qualified div", "non-qualified dividend", "nonqualified dividend", "ordinary dividend",
    "special dividend", "special qual div", "special non qual div", "pr yr cash div", "pr yr special div",
    "pr yr special qual div", "pr yr non-qual div", "dividend received", "dividend income", "cdiv", "mdiv",
    "substitute payment", "payment in lieu", "reinvest dividend", "reinvest dividends", "qual div reinvest",
    "non-qual div reinvest", "pr yr div reinvest", "long term cap gain reinvest", "short term cap gain reinvest"]],
  [NOTHING, ["long term cap gain", "short term cap gain", "long-term cap gain", "short-term cap gain",
    "long term capital gain", "short term capital gain", "long-term capital gain", "short-term capital gain",
    "capital gain (lt)", "capital gain (st)", "capital gain", "capital gains", "capital gain distribution", "cap gain",
    "distribution", "cash distribution"]],
  [NOTHING, ["interest", "interest income", "interest earned", "interest paid", "bank interest", "credit interest",
    "bond interest", "margin interest", "int", "promotional award", "stock lending", "slip", "mtch"]],
  [NOTHING, ["moneylink transfer", "moneylink deposit", "moneylink adj", "bank transfer", "cash transfer", "wire",
    "wire funds", "wire sent", "wire funds received", "wire received", "wire funds adj", "wire in", "wire out",
    "funds received", "funds paid", "funds transfer", "journal", "misc cash entry", "misc credits", "misc", "adjustment",
    "visa purchase", "atm withdrawal", "deposit", "withdrawal", "withdraw", "cash deposit", "cash withdrawal",
    "cash contribution", "contribution", "direct deposit", "direct debit", "electronic funds transfer", "ach",
    "ach deposit", "ach withdrawal", "check", "cash", "cfir", "gold", "gdbp", "gmpc", "dcf", "drfro", "futswp",
    "pro deposit", "pro withdrawal", "subscription rebate"]],
  [NOTHING, ["fee", "fees", "service fee", "advisory fee", "management fee", "account fee", "adr mgmt fee", "adr fee",
    "afee", "dfee", "dtax", "tax", "foreign tax", "foreign tax paid", "withholding tax", "tax withholding",
    "tax withheld", "nra tax adj", "nra withholding", "irs withhold adj"]],
  [CASH_SWEEP, ["sweep in", "sweep out", "cash sweep"]],

  [unbooked("corporateAction"), ["stock dividend", "stock dividend other class", "stock dividend other",
    "stock div dist", "stock distribution", "spin-off", "spin off", "spinoff", "soff", "rights", "rights elect",
    "rights distribution", "exercise rights", "rights exercise", "merger", "stock merger", "cash merger",
    "cash/stock merger", "taxable merger", "mrgs", "mrgc", "tender", "tender offer", "exchange", "sxch",
    "exchange delivered out", "exchange received in", "reorganization", "return of capital", "roc",
    "non-taxable distribution", "worthless", "worthless security", "worthless stock", "conversion",
    "conversion (incoming)", "conversion (outgoing)", "share conversion (incoming)", "share conversion (outgoing)",
    "share conversion", "corp action (redemption)", "redemption", "full redemption", "rtp", "convert"]],
  [unbooked("cashInLieu"), ["cash in lieu", "cash-in-lieu", "cil"]],
  [unbooked("giftOrInheritance"), ["gift received", "gift in", "gift", "inherit", "inherited", "inheritance"]],
  [unbooked("shortSale"), ["sell short", "sold short", "short sell", "short sale", "short", "ss", "buy to cover",
    "bought to cover", "buy cover", "cover", "cover short", "bc"]],
  [unbooked("option"), ["buy to open", "buy to close", "sell to open", "sell to close", "bought to open",
    "bought to close", "sold to open", "sold to close", "expired", "expiration", "expire", "assigned", "assignment",
    "exercise", "exercised", "exchange or exercise", "option expired", "option assigned", "option exercised",
    "options frwd split", "bto", "btc", "sto", "stc", "oexp", "oasgn", "oexcs", "oca"]],
  [unbooked("sharesMoved"), ["security transfer", "acati", "acato", "acat", "itrf", "rec", "receive", "received", "send",
    "sent", "transfer in", "transfer out", "transfer (incoming)", "transfer (outgoing)", "in-kind transfer",
    "rollover (incoming)", "rollover (outgoing)", "recharacterization (incoming)", "recharacterization (outgoing)",
    "exchange deposit", "exchange withdrawal", "shares in", "shares out", "deliver", "delivered", "card spend",
    "paid for an order"]],
  [unbooked("cancelled"), ["bcxl", "cancel", "cancelled", "canceled", "cancel buy", "cancel sell", "buy cancelled",
    "sell cancelled"]],
];

/**
 * Beginnings of free-text actions, such as `YOU BOUGHT ACME CORP (ACME) (Cash)`. The longest one that fits counts,
 * so that an option opened with YOU BOUGHT OPENING TRANSACTION is not taken for shares.
 */
export const ACTION_BEGINNINGS: readonly WordList[] = [
  [books(TradeKind.Buy), ["you bought"]],
  [books(TradeKind.Sell), ["you sold"]],
  [{ does: "books", kind: TradeKind.Reinvest, zeroSharesIsCash: true }, ["reinvestment"]],
  [NOTHING, ["dividend received", "long-term cap gain", "short-term cap gain", "interest earned", "interest",
    "foreign tax paid", "fed tax w/h", "state tax w/h", "electronic funds transfer", "cash contribution", "direct deposit",
    "direct debit", "check received", "wire transfer", "bill payment", "debit card purchase", "margin interest",
    "fee charged", "foreign tax", "advisory fee", "adr fee", "distribution", "journaled"]],
  [CASH_SWEEP, ["redemption from core account", "purchase into core account"]],
  [unbooked("corporateAction"), ["return of capital", "reverse split", "merger", "spin-off", "spin off", "spinoff",
    "conversion", "exchanged to", "stock dividend", "tender"]],
  [unbooked("cashInLieu"), ["in lieu of frx share", "cash in lieu"]],
  [unbooked("shortSale"), ["you sold short", "you bought short cover", "you bought to cover"]],
  [unbooked("option"), ["you bought opening transaction", "you bought closing transaction", "you sold opening transaction",
    "you sold closing transaction", "you bought assigned", "you sold assigned", "you bought exercised",
    "you sold exercised", "expired", "assigned", "exercised"]],
  [unbooked("sharesMoved"), ["transferred from", "transferred to", "transfer from", "transfer to", "transfer of assets",
    "in-kind transfer", "journaled shares"]],
  [unbooked("cancelled"), ["cancelled", "canceled", "buy cancel", "sell cancel", "you bought cancel", "you sold cancel"]],
];
