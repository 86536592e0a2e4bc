/**
 * The words of the Action column: the design's own, everyday synonyms, and the vocabularies of brokers' exports.
 * A word is listed in lower case with single blanks. What stands in none of these lists is a problem of its row.
 */
import { TradeKind } from "../lots/trades";
import type { TradeDetails } from "../lots/trades";

/** Kinds that an action word can name; what an earlier book left open comes in from a table of open lots. */
export type BookedKind = Exclude<TradeKind, typeof TradeKind.OpenLoss | typeof TradeKind.OpenShort>;

/** Why a row of a known action cannot be booked; each has its own advice. */
export type UnbookedFamily =
  | "twoRowExchange"
  | "spinOff"
  | "tender"
  | "optionAdjusted"
  | "exerciseLeg"
  | "giftOrInheritance"
  | "sharesMoved"
  | "cashInLieu"
  | "cancelled";

export type ActionMeaning =
  | {
      readonly does: "books";
      readonly kind: BookedKind;
      /** A reverse split states its ratio; brokers' share counts for it come in pairs of rows that are not booked. */
      readonly needsRatio?: true;
      /** Some brokers write the cash leg of a reinvestment under the same word with 0 shares. */
      readonly zeroSharesIsCash?: true;
      /** The word speaks of an option, so that a symbol which names none is asked about. */
      readonly ofOption?: true;
      /** A merger for cash alone. */
      readonly cashOnly?: true;
      /** What the word itself says about the trade. */
      readonly marks?: Pick<TradeDetails, "stockDividend" | "taxable" | "electAllocate" | "fromSpouse" | "dividend">;
    }
  /**
   * No effect on lots. `movesFundShares`: the quantity counts dollars of the cash fund.
   * `ofFund`: on fund shares the amount decides a loss within six months (R-HP-8).
   */
  | {
      readonly does: "nothing";
      readonly label: string;
      readonly movesFundShares?: true;
      readonly ofFund?: NonNullable<TradeDetails["dividend"]>;
    }
  | { readonly does: "unbooked"; readonly family: UnbookedFamily };

type WordList = readonly [ActionMeaning, readonly string[]];

type Booked = ActionMeaning & { does: "books" };
const books = (kind: BookedKind, more: Omit<Booked, "does" | "kind"> = {}): Booked => ({ does: "books", kind, ...more });
const ofOption = (kind: BookedKind): Booked => books(kind, { ofOption: true });
const unbooked = (family: UnbookedFamily): ActionMeaning => ({ does: "unbooked", family });
/** The label is filled in with the word as the file writes it. */
const NOTHING: ActionMeaning = { does: "nothing", label: "" };
const CAPITAL_GAIN_DIVIDEND: ActionMeaning = { does: "nothing", label: "", ofFund: "capital gain" };
const EXEMPT_INTEREST_DIVIDEND: ActionMeaning = { does: "nothing", label: "", ofFund: "exempt-interest" };
const CASH_SWEEP: ActionMeaning = { does: "nothing", label: "", movesFundShares: true };

/** Whole action texts. */
export const ACTION_WORDS: readonly WordList[] = [
  [books(TradeKind.Buy), ["buy", "bought", "purchase", "purchased", "you bought", "buy (exchange)", "advanced trade buy",
    "market buy", "limit buy", "buy order"]],
  [books(TradeKind.OpenLot), ["open lot", "open lots", "opening lot"]],
  [books(TradeKind.Sell), ["sell", "sold", "sale", "you sold", "sell (exchange)", "advanced trade sell",
    "market sell", "limit sell", "sell order", "forced quick sell"]],
  [books(TradeKind.Reinvest), ["reinvest", "drip", "reinvest shares", "reinvested shares"]],
  [books(TradeKind.Reinvest, { zeroSharesIsCash: true }), ["reinvestment", "reinvestment (lt gain)",
    "reinvestment (st gain)", "reinvested", "dividend reinvestment", "dividend reinvest", "dividend reinvested",
    "reinvested dividend", "reinvested dividends", "capital gain reinvestment"]],
  [books(TradeKind.Vest), ["vest", "vested", "vesting", "rsu", "rsu vest", "rsu vesting", "rsu release", "release",
    "lapse", "restricted stock vest", "restricted stock lapse", "stock plan activity", "stock award",
    // Staking and reward units are income at their value, which is their basis (R-DA-5).
    "rewards income", "staking income", "inflation reward", "learning reward", "coinbase earn"]],
  [books(TradeKind.Transfer), ["transfer", "account transfer", "internal transfer", "transfer between accounts",
    "journaled shares", "journal shares"]],
  [books(TradeKind.Split), ["split", "stock split", "forward split", "forward stock split", "share split", "spl"]],
  [books(TradeKind.Split, { needsRatio: true }), ["reverse split", "reverse stock split", "rev split",
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
    "non-qual div reinvest", "pr yr div reinvest", "short term cap gain reinvest"]],
  // A fund's short-term gains are ordinary dividends.
  [NOTHING, ["short term cap gain", "short-term cap gain", "short term capital gain", "short-term capital gain",
    "capital gain (st)", "distribution", "cash distribution"]],
  [CAPITAL_GAIN_DIVIDEND, ["long term cap gain", "long-term cap gain", "long term capital gain", "long-term capital gain",
    "long term capital gain distribution", "long-term capital gain distribution", "capital gain (lt)", "capital gain",
    "capital gains", "capital gain distribution", "capital gains distribution", "capital gain dividend", "cap gain",
    "cap gain distribution", "long term cap gain reinvest"]],
  [EXEMPT_INTEREST_DIVIDEND, ["exempt-interest dividend", "exempt-interest dividends", "exempt interest dividend",
    "exempt interest dividends", "tax-exempt dividend", "tax exempt dividend", "tax-exempt interest dividend",
    "tax exempt interest dividend"]],
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

  [books(TradeKind.Split, { marks: { stockDividend: true } }), ["stock dividend", "stock div dist", "stock distribution"]],
  [books(TradeKind.OtherClass), ["stock dividend other class", "stock dividend other", "stock dividend of another class"]],
  [books(TradeKind.SpinOff), ["spin-off", "spin off", "spinoff", "soff"]],
  [books(TradeKind.SpinOff, { marks: { taxable: true } }), ["taxable spin-off", "taxable spin off", "taxable spinoff"]],
  [books(TradeKind.Rights), ["rights", "rights distribution", "rights received", "stock rights"]],
  [books(TradeKind.Rights, { marks: { electAllocate: true } }), ["rights elect", "rights elected", "rights allocate"]],
  [books(TradeKind.ExerciseRights), ["exercise rights", "rights exercise", "rights exercised", "exercise of rights"]],
  [books(TradeKind.RightsLapse), ["rights lapse", "rights lapsed", "lapse of rights", "rights expired", "rights expire",
    "rights expiration"]],
  [books(TradeKind.Merger), ["merger", "stock merger", "stock and cash merger", "cash/stock merger", "cash and stock merger",
    "merger stock", "mrgs"]],
  [books(TradeKind.Merger, { marks: { taxable: true } }), ["taxable merger", "taxable exchange"]],
  [books(TradeKind.Merger, { cashOnly: true, marks: { taxable: true } }), ["cash merger", "merger cash", "mrgc", "tender for cash",
    "cash tender"]],
  [books(TradeKind.ReturnOfCapital), ["return of capital", "roc", "non-taxable distribution", "nontaxable distribution",
    "nondividend distribution", "non-dividend distribution"]],
  [books(TradeKind.Worthless), ["worthless", "worthless security", "worthless stock", "worthless shares"]],
  [books(TradeKind.GiftReceived), ["gift received", "gift in", "received as gift"]],
  [books(TradeKind.GiftReceived, { marks: { fromSpouse: true } }), ["received from spouse", "gift from spouse",
    "spouse transfer in", "divorce transfer", "received in divorce", "transfer from spouse"]],
  [books(TradeKind.Inherit), ["inherit", "inherited", "inheritance"]],
  [books(TradeKind.SellShort), ["sell short", "sold short", "short sell", "short sale", "short", "ss"]],
  [books(TradeKind.BuyToCover), ["buy to cover", "bought to cover", "buy cover", "cover", "cover short", "bc"]],
  [ofOption(TradeKind.Buy), ["buy to open", "bought to open", "bto"]],
  [ofOption(TradeKind.Sell), ["sell to close", "sold to close", "stc"]],
  [ofOption(TradeKind.SellShort), ["sell to open", "sold to open", "sto", "write", "wrote"]],
  [ofOption(TradeKind.BuyToCover), ["buy to close", "bought to close", "btc"]],
  [books(TradeKind.Expire), ["expire", "expired", "expires", "expiration", "option expired", "option expiration", "oexp"]],
  [books(TradeKind.Exercise), ["exercise", "exercised", "exchange or exercise", "option exercise", "option exercised", "oexcs"]],
  [books(TradeKind.Assigned), ["assigned", "assignment", "assign", "option assigned", "option assignment", "oasgn"]],

  [unbooked("twoRowExchange"), ["exchange", "sxch", "exchange delivered out", "exchange received in", "reorganization",
    "conversion", "conversion (incoming)", "conversion (outgoing)", "share conversion (incoming)",
    "share conversion (outgoing)", "share conversion", "corp action (redemption)", "redemption", "full redemption", "rtp",
    "convert"]],
  [unbooked("tender"), ["tender", "tender offer"]],
  [unbooked("optionAdjusted"), ["options frwd split", "oca"]],
  [unbooked("giftOrInheritance"), ["gift"]],
  [unbooked("cashInLieu"), ["cash in lieu", "cash-in-lieu", "cil"]],
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
  [books(TradeKind.Reinvest, { zeroSharesIsCash: true }), ["reinvestment"]],
  [NOTHING, ["dividend received", "short-term cap gain", "interest earned", "interest",
    "foreign tax paid", "fed tax w/h", "state tax w/h", "electronic funds transfer", "cash contribution", "direct deposit",
    "direct debit", "check received", "wire transfer", "bill payment", "debit card purchase", "margin interest",
    "fee charged", "foreign tax", "advisory fee", "adr fee", "distribution", "journaled"]],
  [CAPITAL_GAIN_DIVIDEND, ["long-term cap gain"]],
  [CASH_SWEEP, ["redemption from core account", "purchase into core account"]],
  [books(TradeKind.ReturnOfCapital), ["return of capital"]],
  [books(TradeKind.SellShort), ["you sold short"]],
  [books(TradeKind.BuyToCover), ["you bought short cover", "you bought to cover"]],
  [ofOption(TradeKind.Buy), ["you bought opening transaction"]],
  [ofOption(TradeKind.Sell), ["you sold closing transaction"]],
  [ofOption(TradeKind.SellShort), ["you sold opening transaction"]],
  [ofOption(TradeKind.BuyToCover), ["you bought closing transaction"]],
  [books(TradeKind.Expire), ["expired"]],
  [books(TradeKind.Exercise), ["exercised"]],
  [books(TradeKind.Assigned), ["assigned"]],
  [unbooked("twoRowExchange"), ["reverse split", "merger", "conversion", "exchanged to", "stock dividend", "stock split",
    "forward split", "distribution stock dividend", "distribution stock split", "distribution merger"]],
  [unbooked("spinOff"), ["spin-off", "spin off", "spinoff", "distribution spin-off", "distribution spin off",
    "distribution spinoff"]],
  [unbooked("tender"), ["tender"]],
  [unbooked("exerciseLeg"), ["you bought assigned", "you sold assigned", "you bought exercised", "you sold exercised"]],
  [unbooked("cashInLieu"), ["in lieu of frx share", "cash in lieu"]],
  [unbooked("sharesMoved"), ["transferred from", "transferred to", "transfer from", "transfer to", "transfer of assets",
    "in-kind transfer", "journaled shares"]],
  [unbooked("cancelled"), ["cancelled", "canceled", "cancel", "buy cancel", "sell cancel", "you bought cancel",
    "you sold cancel"]],
];
