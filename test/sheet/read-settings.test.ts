import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { DEFAULT_CHOICES } from "../../src/lots/choices";
import { DEFAULT_SETTINGS, readSettings } from "../../src/sheet/read-settings";
import type { Settings } from "../../src/sheet/reading-types";
import { dayFromCalendar } from "../../src/values/plain-date";

type Rows = readonly (readonly unknown[])[];

function settings(...rows: Rows): Settings {
  const outcome = readSettings(rows);
  if (!outcome.ok) assert.fail(outcome.problem.sentence);
  return outcome.value;
}

function said(...rows: Rows): string {
  const outcome = readSettings(rows);
  if (outcome.ok) assert.fail("the settings were read");
  assert.equal(outcome.problem.kind, "bad-input");
  return outcome.problem.sentence;
}

describe("Design section 5: settings left out", () => {
  it("an omitted, blank or commented range is the defaults of rulebook section 16", () => {
    for (const cells of [null, undefined, [], [[]], [[null, null]], [["", ""]], [[0]], [["# all defaults"], ["", "", ""]]]) {
      assert.deepEqual(readSettings(cells), { ok: true, value: DEFAULT_SETTINGS });
    }
    assert.deepEqual(DEFAULT_SETTINGS.choices, DEFAULT_CHOICES);
  });
  it("a name without a value keeps the default", () =>
    assert.deepEqual(settings(["View", ""], ["Method", ""], ["Account", ""], ["Identical"], ["Replacement"], ["Tax year", ""], ["Round to dollars", ""], ["Short rate", null]), DEFAULT_SETTINGS));
});

describe("Choices of one word", () => {
  const WORDS: readonly (readonly [string, string, string, string])[] = [
    ["View", "Taxpayer", "view", "taxpayer"],
    ["VIEW", "broker", "view", "broker"],
    ["view", "NONE", "view", "none"],
    ["Wash holding period", "Tack days", "washHoldingPeriod", "tackDays"],
    ["Wash holding period", "substitute date", "washHoldingPeriod", "substituteDate"],
    ["wash  Holding Period", "Tack no overlap", "washHoldingPeriod", "tackNoOverlap"],
    ["Candidate rule", "Literal", "candidateRule", "literal"],
    ["Candidate rule", "Acquired after sold lot", "candidateRule", "acquiredAfterSoldLot"],
    ["Spouse replacement", "Adjust basis", "spouseReplacement", "adjustBasis"],
    ["Spouse replacement", "Permanent", "spouseReplacement", "permanent"],
    ["Plan accounts", "Like IRA", "planAccounts", "likeIra"],
    ["Plan accounts", "Ignore", "planAccounts", "ignore"],
    ["Order within day", "File order", "orderWithinDay", "fileOrder"],
    ["Order within day", "purchases first", "orderWithinDay", "purchasesFirst"],
    ["Sold replacements", "Not replacement", "soldReplacements", "notReplacement"],
    ["Sold replacements", "Replacement", "soldReplacements", "replacement"],
    ["Order fills", "By order", "orderFills", "byOrder"],
    ["Order fills", "same day", "orderFills", "sameDay"],
    ["Order fills", "Never", "orderFills", "never"],
    ["Same-day sales", "File order", "sameDaySales", "fileOrder"],
    ["SAME DAY SALES", "simultaneous", "sameDaySales", "simultaneous"],
    ["Option losses", "Same contract", "optionLosses", "sameContract"],
    ["Option losses", "Same underlying and type", "optionLosses", "sameUnderlyingAndType"],
    ["Stock after call loss", "Not matched", "stockAfterCallLoss", "notMatched"],
    ["Stock after call loss", "matched", "stockAfterCallLoss", "matched"],
    ["Written puts", "Ask", "writtenPuts", "ask"],
    ["Written puts", "Match", "writtenPuts", "match"],
    ["Written puts", "Ignore", "writtenPuts", "ignore"],
    ["Short wash target", "New short", "shortWashTarget", "newShort"],
    ["Short wash target", "Flag", "shortWashTarget", "flag"],
    ["Puts on young shares", "Flag", "putsOnYoungShares", "flag"],
    ["Puts on young shares", "Short sale", "putsOnYoungShares", "shortSale"],
    ["Cash in lieu lot", "Earliest", "cashInLieuLot", "earliest"],
    ["Cash in lieu lot", "By method", "cashInLieuLot", "byMethod"],
    ["Average rounding", "None", "averageRounding", "none"],
    ["Average rounding", "Per share to cents", "averageRounding", "perShareCents"],
    ["Covered pools", "Separate", "coveredPools", "separate"],
    ["Covered pools", "Together", "coveredPools", "together"],
    ["Inherited tack", "Actual days", "inheritedTack", "actualDays"],
    ["Inherited tack", "None", "inheritedTack", "none"],
    ["Digital wash sales", "Off", "digitalWash", "off"],
    ["Digital wash sales", "On", "digitalWash", "on"],
  ];
  for (const [name, word, choice, value] of WORDS) {
    it(`${name} ${word}`, () => assert.deepEqual(settings([name, word]).choices, { ...DEFAULT_CHOICES, [choice]: value }));
  }
  it("text further to the right is a note", () => assert.equal(settings(["View", "Broker", "to match the 1099-B"]).choices.view, "broker"));
  it("but a second value of the setting is none", () =>
    assert.equal(said(["View", "Taxpayer", "Broker"]), 'Settings row 1: View has two values, "Taxpayer" and "Broker". Keep one of them.'));
  it("a word not allowed is named with those that are", () =>
    assert.equal(said(["# mine"], ["View", "IRS"]), 'Settings row 2: View is "IRS"; write Taxpayer, Broker or None.'));
  it("a setting made twice is named", () => assert.equal(said(["View", "None"], ["view", "None"]), "Settings row 2: View is set in row 1 already. Keep one of the two rows."));
});

describe("Method rows (R-ID-3, R-ID-7)", () => {
  it("hold for all, or for an account, a symbol, and from a date", () =>
    assert.deepEqual(settings(["Method", "hifo"], ["Method", "LIFO", "IRA"], ["Method", "Spec", "", "XYZ"], ["Method", "MINTAX", "Main", "ABC", "2024-01-01"], ["Method", "LOFO", "", "", 45292]).choices.methods, [
      { method: "HIFO" },
      { method: "LIFO", account: "IRA" },
      { method: "SPEC", symbol: "XYZ" },
      { method: "MINTAX", account: "Main", symbol: "ABC", fromDay: dayFromCalendar(2024, 1, 1) },
      { method: "LOFO", fromDay: dayFromCalendar(2024, 1, 1) },
    ]));
  it("two orders for the same sales are refused, like any setting made twice", () => {
    const sentence = "Settings row 2: Method stands in two rows for the same account, symbol and from-date. Keep one of them.";
    assert.equal(said(["Method", "FIFO"], ["Method", "HIFO"]), sentence);
    assert.equal(said(["Method", "FIFO", "A", "x"], ["Method", "LIFO", "a", "X"]), sentence);
    assert.equal(settings(["Method", "FIFO"], ["Method", "HIFO", "", "", 45292]).choices.methods.length, 2);
  });
  it("a date in the place of the account or symbol is sent to its own", () => {
    const place = "a date. A from-date stands in the fourth place, after method, account and symbol; an account number goes in as text.";
    assert.equal(said(["Method", "HIFO", "2024-01-01"]), `Settings row 1: Method account is "2024-01-01", ${place}`);
    assert.equal(said(["Method", "HIFO", "", 45292]), `Settings row 1: Method symbol is 45292, ${place}`);
    assert.deepEqual(settings(["Method", "HIFO", 12345], ["Method", "LIFO", "45292"]).choices.methods.map(({ account }) => account), ["12345", "45292"]);
  });
  it("a broker's method is read in any case, with blanks or hyphens for the underscore", () => {
    const read = (text: string) => settings(["Method", text]).choices.methods[0]!.method;
    assert.deepEqual(["Schwab_TLO", "vanguard mintax", "Fidelity-HICO", " ibkr  mlg ", "E*TRADE MT"].map(read), [
      "SCHWAB_TLO",
      "VANGUARD_MINTAX",
      "FIDELITY_HICO",
      "IBKR_MLG",
      "ETRADE_MT",
    ]);
    assert.deepEqual(["avg", "Average cost", "SpecID", "IBKR LIFO"].map(read), ["AVG", "AVG", "SPEC", "IBKR_LI"]);
  });
  it("a method that a house of the list does not have is answered with those it has", () =>
    assert.equal(said(["Method", "VANGUARD_LIFO"]), 'Settings row 1: Method is "VANGUARD_LIFO"; write VANGUARD_MINTAX, VANGUARD_HIFO or VANGUARD_FIFO.'));
  it("an unknown method, a bad date or a missing method is named", () => {
    assert.equal(said(["Method", "BEST"]), 'Settings row 1: Method is "BEST"; write FIFO, LIFO, HIFO, LOFO, SPEC, AVG, MINTAX or a broker\'s method that METHODS lists.');
    assert.equal(said(["Method", "FIFO", "", "", "soon"]), 'Settings row 1: Method from-date is "soon", which is not a date; write a date such as 2024-03-01.');
    assert.equal(said(["Method", "", "IRA"]), "Settings row 1: Method names no method. Fill it in beside the name.");
  });
});

describe("Account rows (R-WS-9)", () => {
  it("name an account, its type and its owner", () =>
    assert.deepEqual([...settings(["Account", "Roth", "roth ira"], ["Account", 12345, "401(k)", "spouse"], ["Account", "Main"]).choices.accounts], [
      ["ROTH", { name: "Roth", type: "Roth IRA", owner: "Self" }],
      ["12345", { name: "12345", type: "401k", owner: "Spouse" }],
      ["MAIN", { name: "Main", type: "Taxable", owner: "Self" }],
    ]));
  it("name a corporation the taxpayer controls", () =>
    assert.deepEqual(
      ["corporation", "Controlled corporation"].map((owner) => settings(["Account", "Co", "", owner]).choices.accounts.get("CO")?.owner),
      ["Corporation", "Corporation"],
    ));
  it("a type kept as the number 529 is the plan", () => assert.equal(settings(["Account", "Kid", 529]).choices.accounts.get("KID")?.type, "529"));
  it("a wrong type or owner, or an account twice, is named", () => {
    assert.equal(said(["Account", "X", "Pension"]), 'Settings row 1: Account type is "Pension"; write Taxable, IRA, Roth IRA, 401k, HSA, 529 or Other plan.');
    assert.equal(said(["Account", "X", "IRA", "Dog"]), 'Settings row 1: Account owner is "Dog"; write Self, Spouse or Corporation.');
    assert.equal(said(["Account", "X", "IRA"], ["Account", "x", "HSA"]), "Settings row 2: Account x stands in two rows. Keep one of them.");
    assert.equal(said(["Account", "", "IRA"]), "Settings row 1: Account names no account. Fill in its name.");
  });
});

describe("Wash exempt rows (R-WS-15)", () => {
  it("name accounts of dealers and traders, several in a row or a row each", () =>
    assert.deepEqual([...settings(["Wash exempt", "Trading", "", 12345], ["wash exempt", "trading, Inc."]).choices.washExempt], ["TRADING", "12345", "TRADING, INC."]));
  it("none are exempt without one", () => assert.deepEqual([...settings(["Wash exempt", ""]).choices.washExempt], []));
  it("an error is named", () => assert.equal(said(["Wash exempt", "A", "#N/A"]), "Settings row 1: Wash exempt holds the error #N/A."));
});

describe("Identical and Replacement rows (R-WS-14)", () => {
  it("group symbols in upper case, one a cell or parted by commas", () =>
    assert.deepEqual(settings(["Identical", "voo", "IVV", "", "spy"], ["Identical", "GOOG, GOOGL"]).choices.identical, [["VOO", "IVV", "SPY"], ["GOOG", "GOOGL"]]));
  it("keep the user's partners of a symbol", () =>
    assert.deepEqual([...settings(["Replacement", "VOO", "VTI", "SCHB"], ["Replacement", "voo", "ITOT"]).tax.replacements], [["VOO", ["VTI", "SCHB", "ITOT"]]]));
  it("need two symbols", () => {
    assert.equal(said(["Identical", "VOO"]), "Settings row 1: Identical names only VOO. Name at least two symbols.");
    assert.equal(said(["Replacement", "VOO"]), "Settings row 1: Replacement names only VOO. Name the symbols that may replace it.");
  });
});

describe("Facts of the return", () => {
  it("are read as written", () => {
    const { tax, choices } = settings(
      ["Tax year", 2025], ["Filing status", "married filing jointly"], ["Taxable income", "$150,000"], ["MAGI", 180000], ["Qualified dividends", 1200.5],
      ["Investment income", 2100.25], ["Senior deduction", "$6,000"], ["Senior deduction in carryover", "printed worksheet"], ["Ordinary tax", "TAX TABLE"],
      ["Carryover short", -5000], ["Carryover long", "(1,000)"], ["Short rate", 0.35], ["Long rate", "15%"], ["State rate", "5.75%"], ["NIIT", 0.038],
      ["Min loss", 200], ["Min loss percent", 5], ["Round to dollars", "yes"],
    );
    assert.deepEqual(tax, {
      taxYear: 2025, filingStatus: "MFJ", taxableIncome: 150000, magi: 180000, qualifiedDividends: 1200.5,
      investmentIncome: 2100.25, seniorDeduction: 6000, seniorInCarryover: "worksheet", ordinaryTax: "table", carryoverShort: 5000, carryoverLong: 1000,
      shortRate: 0.35, longRate: 0.15, stateRate: 0.0575, niitRate: 0.038, minLoss: 200, minLossPercent: 0.05, roundToDollars: true, replacements: new Map(),
    });
    assert.deepEqual([choices.shortRate, choices.longRate], [0.35, 0.15]);
  });
  it("taxable income may be below zero (R-NET-4)", () => assert.equal(settings(["Taxable income", -4000]).tax.taxableIncome, -4000));
  it("net investment income too: rents may lose", () => assert.equal(settings(["Investment income", -900]).tax.investmentIncome, -900));
  it("the first word of each choice is the default (R-NET-4, R-TAX-2)", () => {
    const { tax } = settings(["Senior deduction in carryover", "Statute"], ["Ordinary tax", "Rate schedule"]);
    assert.deepEqual(tax, DEFAULT_SETTINGS.tax);
    assert.deepEqual([tax.seniorInCarryover, tax.ordinaryTax], ["statute", "schedule"]);
  });
  it("per cent is the same as a fraction or a percentage", () => {
    for (const cell of [5, 0.05, "5%", "5"]) assert.equal(settings(["Min loss percent", cell]).tax.minLossPercent, 0.05);
  });
  const WRONG: readonly (readonly [readonly unknown[], string])[] = [
    [["Tax year", 25], "Tax year is 25; write a year such as 2025."],
    [["Tax year", 2025.5], "Tax year is 2025.5; write a year such as 2025."],
    [["Filing status", "Joint"], 'Filing status is "Joint"; write Single, MFJ, MFS or HOH.'],
    [["Taxable income", "lots"], 'Taxable income is "lots", which is not a number.'],
    [["Qualified dividends", -1], "Qualified dividends is -1, below zero. Write 0 or more."],
    [["Senior deduction", -6000], "Senior deduction is -6000, below zero. Write 0 or more."],
    [["Investment income", "some"], 'Investment income is "some", which is not a number.'],
    [["Ordinary tax", "Table"], 'Ordinary tax is "Table"; write Rate schedule or Tax table.'],
    [["Senior deduction in carryover", "No"], 'Senior deduction in carryover is "No"; write Statute or Printed worksheet.'],
    [["Ordinary tax", "Rate schedule", "Tax table"], 'Ordinary tax has two values, "Rate schedule" and "Tax table". Keep one of them.'],
    [["Short rate", 24], "Short rate is 24; write a rate from 0% to 100%, such as 24%."],
    [["Long rate", -0.1], "Long rate is -0.1; write a rate from 0% to 100%, such as 24%."],
    [["Min loss percent", 500], "Min loss percent is 500; write 0% to 100%."],
    [["Round to dollars", "perhaps"], 'Round to dollars is "perhaps"; write Yes or No.'],
    [["MAGI", "#N/A"], "MAGI holds the error #N/A."],
    [["MAGI", true], "MAGI is TRUE, which is not a number."],
  ];
  for (const [row, sentence] of WRONG) it(`refuses ${row.join(" ")}`, () => assert.equal(said(row), `Settings row 1: ${sentence}`));
});

describe("Rows that are no setting", () => {
  it("an unknown name is a problem, with the two nearest: Veiw is two letters from View", () => assert.match(said(["Veiw", "Broker"]), /^Settings row 1: "Veiw" is no setting\. The nearest are View and [A-Z][A-Za-z ]+; start a note with #\.$/));
  it("headings above the settings are passed over, in the first row only", () => {
    assert.deepEqual(settings(["Setting", "Value"], ["Tax year", 2024]), settings(["Tax year", 2024]));
    assert.deepEqual(settings(["Settings", ""], ["Tax year", 2024]), settings(["Tax year", 2024]));
    assert.match(said(["Tax year", 2024], ["Setting", "Value"]), /^Settings row 2: "Setting" is no setting\./);
    assert.match(said(["Setting", "FIFO"]), /^Settings row 1: "Setting" is no setting\./);
  });
  it("so is a value without a name", () => assert.equal(said(["", "Broker"]), 'Settings row 1: "Broker" has no setting\'s name before it. Fill in the name, or start the row with #.'));
  it("so is an error for a name, which is no note", () => assert.equal(said(["#N/A", "x"]), "Settings row 1: its name holds the error #N/A. Repair the formula in that cell."));
});
