import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { TradeKind } from "../../src/lots/trades";
import { readAction } from "../../src/import/actions";
import { fault, faultless, HEADINGS, reading } from "./reading";

const KIND_NAMES = Object.fromEntries(Object.entries(TradeKind).map(([name, kind]) => [kind, name]));

function meaning(text: string): string {
  const read = readAction(text);
  if (read === null) return "unknown";
  if (read.does !== "books") return read.does === "unbooked" ? read.family : "nothing";
  return [KIND_NAMES[read.kind], ...Object.keys(read.marks ?? {}), ...(read.ofOption ? ["of an option"] : [])].join(" ");
}

const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  Buy: ["Buy", "BUY", " buy ", "Bought", "Purchase", "YOU BOUGHT", "YOU BOUGHT ACME CORP (ACME) (Cash)", "Buy (exchange)", "Advanced Trade Buy"],
  Sell: ["Sell", "SELL", "Sold", "Sale", "YOU SOLD", "YOU SOLD ACME CORP (ACME) (Margin)", "Sell (exchange)", "Advanced Trade Sell"],
  Reinvest: ["Reinvest", "DRIP", "Reinvest Shares", "REINVESTMENT ACME CORP (ACME) (Cash)", "Reinvestment", "Reinvestment (LT gain)", "Dividend Reinvestment"],
  Vest: ["Vest", "RSU", "RSU_VEST", "Stock Plan Activity", "Lapse", "Staking Income"],
  Transfer: ["Transfer", "Journaled Shares"],
  Split: ["Split", "Stock Split", "Forward split", "SPL", "Reverse Split", "SPR"],
  GiftGiven: ["Gift given", "GIFT_OUT", "Donation"],
  SymbolChange: ["Symbol change", "SYMBOL_CHANGE", "Name Change", "Ticker change"],
  nothing: [
    "Dividend", "Cash Dividend", "Qualified Dividend", "Non-Qualified Div", "Special Dividend", "Pr Yr Cash Div", "Pr Yr Special Div", "Special Qual Div",
    "Long Term Cap Gain", "Short Term Cap Gain", "Bank Interest", "Credit Interest", "Bond Interest", "Promotional Award", "Reinvest Dividend",
    "Qual Div Reinvest", "Long Term Cap Gain Reinvest", "Short Term Cap Gain Reinvest", "MoneyLink Transfer", "MoneyLink Deposit", "Bank Transfer",
    "Wire Funds", "Wire Sent", "Wire Funds Received", "Wire Received", "Funds Received", "Journal", "Misc Cash Entry", "Service Fee", "ADR Mgmt Fee",
    "Margin Interest", "NRA Tax Adj", "NRA Withholding", "Foreign Tax Paid", "IRS Withhold Adj", "Adjustment", "Visa Purchase",
    "DIVIDEND RECEIVED ACME CORP (ACME) (Cash)", "LONG-TERM CAP GAIN ACME FUND (ACMEX)", "SHORT-TERM CAP GAIN ACME FUND (ACMEX)", "INTEREST EARNED CASH",
    "FOREIGN TAX PAID ACME", "FED TAX W/H INTEREST", "Electronic Funds Transfer Received (Cash)", "CASH CONTRIBUTION CURRENT YEAR (Cash)", "DIRECT DEPOSIT ACME PAYROLL",
    "DIRECT DEBIT ACME", "REDEMPTION FROM CORE ACCOUNT FIDELITY GOVERNMENT", "Sweep in", "Sweep out", "Interest", "Capital gain (LT)", "Fee", "Wire In",
    "CDIV", "INT", "ACH", "AFEE", "GOLD", "MISC", "SLIP", "MTCH",
  ],
  "Split stockDividend": ["Stock dividend", "STOCK_DIVIDEND", "Stock Div Dist"],
  OtherClass: ["Stock dividend other class", "STOCK_DIVIDEND_OTHER"],
  SpinOff: ["Spin-off", "SPINOFF", "Spin Off", "SOFF"],
  "SpinOff taxable": ["Taxable spin-off", "TAXABLE SPINOFF"],
  Rights: ["Rights", "Rights distribution"],
  "Rights electAllocate": ["Rights elect", "RIGHTS_ELECT"],
  ExerciseRights: ["Exercise rights", "EXERCISE_RIGHTS"],
  RightsLapse: ["Rights lapse", "Rights expired", "Lapse of rights"],
  Merger: ["Merger", "Stock Merger", "MRGS", "Cash/Stock Merger"],
  "Merger taxable": ["Taxable merger", "Cash Merger", "MRGC", "Tender for cash"],
  ReturnOfCapital: ["Return of capital", "RETURN_OF_CAPITAL", "ROC", "RETURN OF CAPITAL ACME CORP (ACME) (Cash)", "Nondividend distribution"],
  Worthless: ["Worthless", "Worthless security"],
  GiftReceived: ["Gift received", "GIFT_IN"],
  "GiftReceived fromSpouse": ["Received from spouse", "Divorce transfer", "Gift from spouse"],
  Inherit: ["Inherit", "Inherited"],
  SellShort: ["Sell short", "SHORT", "Sold Short", "YOU SOLD SHORT ACME", "SS"],
  BuyToCover: ["Buy to cover", "COVER", "Bought To Cover", "BC"],
  "Buy of an option": ["Buy to Open", "BTO", "Bought To Open", "YOU BOUGHT OPENING TRANSACTION CALL (NVDA)"],
  "Sell of an option": ["Sell to Close", "STC", "Sold To Close", "YOU SOLD CLOSING TRANSACTION CALL (NVDA)"],
  "SellShort of an option": ["Sell to Open", "STO", "Sold To Open", "YOU SOLD OPENING TRANSACTION PUT (NVDA)"],
  "BuyToCover of an option": ["Buy to Close", "BTC", "Bought To Close", "YOU BOUGHT CLOSING TRANSACTION PUT (NVDA)"],
  Expire: ["Expire", "Expired", "Expiration", "OEXP", "Option Expired", "EXPIRED CALL (NVDA) NVIDIA CORP AUG 07 26"],
  Exercise: ["Exercise", "Exercised", "OEXCS", "Exchange or Exercise", "Option Exercised"],
  Assigned: ["Assigned", "Assignment", "OASGN", "Option Assigned", "ASSIGNED CALL (NVDA) NVIDIA CORP"],
  twoRowExchange: ["MERGER MER FROM ACME", "Conversion", "REVERSE SPLIT R/S FROM 12345#REOR M0051", "Share Conversion (incoming)", "SXCH",
    "Exchange Delivered Out", "Convert", "Full Redemption", "RTP",
    "STOCK SPLIT ACME CORP (ACME)", "DISTRIBUTION STOCK DIVIDEND ACME CORP (ACME)", "DISTRIBUTION STOCK SPLIT ACME"],
  spinOff: ["DISTRIBUTION SPINOFF FROM GENERAL ELECTRIC (GEV)", "DISTRIBUTION SPIN-OFF ACME", "SPINOFF FROM ACME CORP"],
  tender: ["Tender", "Tender offer", "TENDER ACME CORP"],
  optionAdjusted: ["Options Frwd Split", "OCA"],
  exerciseLeg: ["YOU BOUGHT ASSIGNED PUTS AS OF 01-17-25 ACME", "YOU SOLD EXERCISED", "YOU SOLD ASSIGNED CALLS"],
  giftOrInheritance: ["Gift"],
  sharesMoved: ["Security Transfer", "ACATI", "ACATO", "TRANSFERRED FROM VS X12-345", "TRANSFER OF ASSETS ACAT RECEIVE ACME", "Transfer (incoming)", "Receive", "Send", "REC"],
  cashInLieu: ["Cash In Lieu", "IN LIEU OF FRX SHARE ACME", "CIL"],
  cancelled: ["BCXL", "Cancelled"],
  unknown: ["Frobnicate", "Buyback", "Sells", "Dividends4u", "YOUBOUGHT", "x"],
};

describe("The words of the Action column, in any case", () => {
  for (const [family, words] of Object.entries(FAMILIES)) {
    describe(family, () => {
      for (const word of words) it(word.trim(), () => assert.equal(meaning(word), family));
    });
  }
});

describe("An action that is not known", () => {
  it("is answered with actions, each of which is known", () => {
    const { whatToDo } = fault(45352, "Frobnicate", "XYZ", 1, 1);
    const listed = whatToDo.replace(/^Write an action such as | *\.$/g, "").split(/, | or /);
    assert.ok(listed.includes("Open lot") && listed.includes("Inherit") && listed.length > 15);
    for (const action of listed) assert.equal(readAction(action)?.does, "books", action);
  });
});

describe("Rows known to have no effect on lots", () => {
  it("are skipped and counted by action, with or without a symbol", () => {
    const { trades, skipped } = faultless([
      [45352, "Cash Dividend", "XYZ", "", "", "", "", 12.5],
      [45352, "Cash Dividend", "ABC", "", "", "", "", 3],
      [45352, "Bank Interest", "", "", "", "", "", 0.4],
      [45352, "DIVIDEND RECEIVED ACME CORP (ACME) (Cash)", "ACME", "", "", "", "", 1],
      [45352, "DIVIDEND RECEIVED OTHER CORP (OTHR) (Cash)", "OTHR", 0, "", "", "", 1],
      ["not even a date", "Journal", "", "", "", "", "", -500],
    ]);
    assert.equal(trades.count, 0);
    assert.deepEqual(trades.symbols, []);
    assert.deepEqual(Object.fromEntries(skipped), { "Cash Dividend": 2, "Bank Interest": 1, "DIVIDEND RECEIVED": 2, Journal: 1 });
  });
  it("a dividend with shares is asked about, not guessed", () =>
    assert.deepEqual(fault(45352, "Dividend", "XYZ", 3, 10, "", "", -30), {
      column: "Quantity",
      problem: 'Row 2: "Dividend" moves no shares, but Quantity is 3 XYZ.',
      whatToDo: "If shares were bought with it write Reinvest; if they came without payment write Stock dividend, Split or Spin-off; if none moved, clear the quantity.",
    }));
  it("a sweep into the cash fund counts dollars as shares and is skipped", () =>
    assert.deepEqual(Object.fromEntries(faultless([[45352, "REDEMPTION FROM CORE ACCOUNT SPAXX", "SPAXX**", -500, 1, "", "", ""]]).skipped), { "REDEMPTION FROM CORE ACCOUNT": 1 }));
  it("money listed under USD is no security", () =>
    assert.deepEqual(Object.fromEntries(faultless([[45352, "Deposit", "USD", 500, 1, "", "", ""]]).skipped), { Deposit: 1 }));
  it("a transfer of money has neither symbol nor shares", () =>
    assert.deepEqual(Object.fromEntries(faultless([[45352, "Transfer", "", "", "", "", "", 500], [45352, "Security Transfer", "", "", "", "", "", 5]]).skipped), { Transfer: 1, "Security Transfer": 1 }));
  it("the cash leg of a reinvestment has 0 shares", () =>
    assert.deepEqual(Object.fromEntries(faultless([[45352, "Reinvestment", "VTSAX", 0, 0, "", "", -12]]).skipped), { Reinvestment: 1 }));
});

describe("Rows that alone do not tell what to book are named, never ignored", () => {
  it("withholds the symbol of an exchange that comes in two rows", () => {
    const { trades, faults } = reading([HEADINGS, [45352, "Exchange received in", "XYZ", 10], [45352, "Buy", "ABC", 1, 1]]);
    assert.equal(faults[0]?.problem, 'Row 2: "Exchange received in" cannot be booked from its row alone, so XYZ is withheld.');
    assert.equal(faults[0]?.column, "Action");
    assert.match(faults[0]?.whatToDo ?? "", /^Write one row for it, such as Split with Ratio.* and clear the broker's rows\.$/);
    assert.equal(trades.symbols[faults[0]?.symbol ?? -1], "XYZ");
    assert.equal(trades.count, 1);
  });
  it("says what to write for shares that arrive without basis", () =>
    assert.match(fault(45352, "Security Transfer", "XYZ", 10).whatToDo, /^The row states no basis\. Between your own accounts write Transfer with To account/));
  it("sends a spin-off to Spin-off, whose row alone shares out the basis of the old stock", () => {
    const { problem, whatToDo } = fault(45352, "DISTRIBUTION SPINOFF FROM GENERAL ELECTRIC (GEV)", "GEV", 5);
    assert.equal(problem, 'Row 2: "DISTRIBUTION SPINOFF FROM GENERAL ELECTRIC (GEV)" cannot be booked from its row alone, so GEV is withheld.');
    assert.match(whatToDo, /^Write Spin-off with the old stock under Symbol, the new one under New symbol/);
  });
  it("says where cash in lieu belongs", () =>
    assert.equal(fault(45352, "Cash In Lieu", "XYZ", "", "", "", "", 4.2).whatToDo, "Write the cash under Cash in lieu on the row of the split, spin-off or merger, and clear this row."));
  it("asks which way a gift went", () =>
    assert.equal(fault(45352, "Gift", "XYZ", 10).whatToDo, "For shares given away write Gift given; for shares received write Gift received."));
  it("sends shares tendered for cash to a sale", () => assert.match(fault(45352, "Tender offer", "XYZ", 10).whatToDo, /^For shares tendered for cash write Sell with the cash as Amount;/));
  it("tells the stock's row of an exercise from that of the option, so that the shares are not bought twice", () =>
    assert.equal(
      fault(45352, "YOU BOUGHT ASSIGNED PUTS AS OF 03-01-24 ACME", "ACME", 100, 45, "", "", -4500).whatToDo,
      "The row of the option, Exercise or Assigned, makes this purchase or sale itself: keep that row, and clear this one.",
    ));
  it("names such a row even without a symbol", () => assert.equal(fault(45352, "Exchange", "").problem, "Row 2: has no symbol."));
});
