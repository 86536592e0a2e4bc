/** Broker layouts, section 0.5: equal rows are one trade within one account of one broker, and brokers name accounts anew. */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { combine } from "../../src/import/combine";
import type { RowOnSheet } from "../../src/import/combine";
import type { FileRead } from "../../src/import/import-types";
import { settleAccounts, type AccountSettled } from "../../src/import/settle-accounts";
import { readText } from "./read-sample";

const SCHWAB = "Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount";
const FIDELITY = "Run Date,Account,Action,Symbol,Security Description,Security Type,Quantity,Price ($),Commission ($),Fees ($),Accrued Interest ($),Amount ($),Settlement Date";

const buy = (day: string) => `01/${day}/2026,Buy,XYZ,,10,$5.00,,-$50.00`;
const schwab = (name: string, account: string | null, ...days: readonly string[]) => readText(name, [SCHWAB, ...days.map(buy)].join("\n"), account);
const fidelity = (name: string, account: string, ...days: readonly string[]) =>
  readText(name, [FIDELITY, ...days.map((day) => `01/${day}/2026,${account},YOU BOUGHT XYZ CORP (XYZ) (Cash),XYZ,XYZ CORP,Cash,10,5,,,,-50,01/${day}/2026`)].join("\n"));

const FORMATS = new Map([["s.csv", "Schwab transactions"], ["f.csv", "Fidelity history"]]);
const onSheet = (...files: readonly FileRead[]): RowOnSheet[] => files.flatMap(({ name, trades }) => trades.map(({ line, cells }) => ({ cells, source: `${name}:${line}` })));
function settle(rows: readonly RowOnSheet[], file: FileRead, ...settled: readonly AccountSettled[]) {
  return settleAccounts([{ file, isKnown: false, isTyped: false, settled }], rows, FORMATS)[0]!;
}

describe("A file whose trades stand under another account", () => {
  const joint = onSheet(schwab("s.csv", "Joint", "05", "06"));
  const later = schwab("later.csv", null, "05", "06", "07");

  it("is asked about, with both ways out", () => {
    const { question } = settle(joint, later);
    assert.equal(question?.sentence, "2 of its 3 trades stand on the sheet under account Joint. Under two names they would count twice.");
    assert.deepEqual(question.choices.map(({ label, settled }) => [label, settled]), [
      ["It is Joint", { named: "Schwab", is: "Joint" }],
      ["Another account", { named: "Schwab", is: "Schwab" }],
    ]);
  });
  it("as Joint it adds the one trade that is new, as another account all three", () => {
    for (const [is, added] of [["Joint", 1], ["Schwab", 3]] as const) {
      const { file, question } = settle(joint, later, { named: "Schwab", is });
      assert.deepEqual([question, file.accounts, combine(joint, [file]).added.length], [null, [is], added]);
    }
  });
  it("a file that names its account is asked, and renamed, too", () => {
    const rows = onSheet(fidelity("f.csv", "INDIVIDUAL X123", "05", "06"));
    const file = fidelity("new.csv", "INDIVIDUAL", "05", "06", "07");
    assert.match(settle(rows, file).question?.sentence ?? "", /^2 of its 3 trades stand on the sheet under account INDIVIDUAL X123\./);
    const settled = settle(rows, file, { named: "INDIVIDUAL", is: "INDIVIDUAL X123" });
    assert.deepEqual([settled.file.accounts, combine(rows, [settled.file]).added.length], [["INDIVIDUAL X123"], 1]);
  });
  it("one equal trade of three, or two among five of those days, is no proof", () => {
    assert.equal(settle(onSheet(schwab("s.csv", "Joint", "05")), later).question, null);
    assert.equal(settle(onSheet(schwab("s.csv", "Joint", "05", "09")), schwab("l.csv", null, "05", "06", "07", "08", "09")).question, null);
  });
  it("two of four of the sheet's days are half, however many come after", () => {
    const rows = onSheet(schwab("s.csv", "Joint", "05", "08"));
    assert.notEqual(settle(rows, schwab("l.csv", null, "05", "06", "07", "08", "20", "21", "22")).question, null);
  });
  it("an account that has its trades under its own name is not asked for again", () => {
    const rows = [...joint, ...onSheet(schwab("s.csv", "Schwab", "05", "06"))];
    assert.equal(settle(rows, later).question, null);
  });
  it("equal purchases at another broker are another account's", () => assert.equal(settle(joint, fidelity("x.csv", "Z1", "05", "06")).question, null));
  it("rows that the user wrote are of any broker", () =>
    assert.notEqual(settle(joint.map(({ cells }) => ({ cells, source: "" })), fidelity("x.csv", "Z1", "05", "06")).question, null));
  it("two full account numbers of one layout are two accounts; a number and a name, or its last digits, may be one", () => {
    const asked = (sheet: string, named: string) => settle(onSheet(fidelity("f.csv", sheet, "05", "06")), fidelity("x.csv", named, "05", "06")).question !== null;
    assert.deepEqual([asked("X11111111", "Z22222222"), asked("Individual", "Z22222222"), asked("2222", "Z22222222"), asked("XXX12345", "Z22222222")], [false, true, true, true]);
    const files = [fidelity("a.csv", "X11111111", "05", "06"), fidelity("b.csv", "Z22222222", "05", "06")].map((file) => ({ file, isKnown: false, isTyped: false, settled: [] }));
    assert.deepEqual(settleAccounts(files, [], FORMATS).map(({ question }) => question), [null, null]);
  });
  it("the same account as rows of no account: its trades have none either", () => {
    const rows = joint.map(({ cells: { Account: _account, ...cells } }) => ({ cells, source: "" }));
    const [same] = settle(rows, later).question?.choices ?? [];
    assert.deepEqual([same?.label, same?.settled], ["It is the same account", { named: "Schwab", is: "" }]);
    const { file } = settle(rows, later, same!.settled);
    assert.deepEqual([file.accounts, combine(rows, [file]).added.map(({ cells }) => cells.Account)], [[], [undefined]]);
  });
  it("a file imported before is not asked about", () =>
    assert.equal(settleAccounts([{ file: later, isKnown: true, isTyped: false, settled: [] }], joint, FORMATS)[0]!.question, null));
});

describe("Two accounts of one name", () => {
  const two = (...typed: readonly boolean[]) =>
    settleAccounts([schwab("a.csv", null, "05", "06"), schwab("b.csv", null, "05", "07")].map((file, at) => ({ file, isKnown: false, isTyped: typed[at] ?? false, settled: [] })), [], FORMATS);

  it("untitled files chosen together are asked for their accounts, each of them", () => {
    const [a, b] = two();
    assert.equal(a!.question?.sentence, "Neither this file nor b.csv names its account: both would be Schwab. Equal trades of two accounts would then count once. Say which account each is.");
    assert.deepEqual(b!.question?.choices, [{ label: "All of it is Schwab", settled: { named: "Schwab", is: "Schwab" }, forAll: true }]);
  });
  it("once the user has typed one of them, the other's name is its own", () => assert.deepEqual(two(true).map(({ question }) => question), [null, null]));
  it("told that they are one account, equal trades count once: 05, 06, 07", () => {
    const settled = [{ named: "Schwab", is: "Schwab" }];
    const files = settleAccounts([schwab("a.csv", null, "05", "06"), schwab("b.csv", null, "05", "06", "07")].map((file) => ({ file, isKnown: false, isTyped: false, settled })), [], FORMATS);
    assert.deepEqual(files.map(({ question }) => question), [null, null]);
    assert.equal(combine([], files.map(({ file }) => file)).added.length, 3);
  });
  it("one untitled file alone keeps the broker's name", () => assert.equal(settle([], schwab("a.csv", null, "05")).question, null));

  it("an account of that name at another broker gets its broker's name in front, and nothing of it is lost", () => {
    const rows = onSheet(schwab("s.csv", "Individual", "05", "06"));
    const { file, question } = settle(rows, fidelity("x.csv", "Individual", "05", "06"));
    assert.deepEqual([question, file.accounts, combine(rows, [file]).added.length], [null, ["Fidelity Individual"], 2]);
    assert.match(file.note, /Another broker has an account Individual: this one is Fidelity Individual\./);
  });
  it("the next file of it has that name again, and its overlap adds nothing", () => {
    const first = settle(onSheet(schwab("s.csv", "Individual", "05")), fidelity("f.csv", "Individual", "05", "06")).file;
    const rows = [...onSheet(schwab("s.csv", "Individual", "05")), ...onSheet(first)];
    assert.equal(combine(rows, [settle(rows, fidelity("g.csv", "Individual", "05", "06")).file]).added.length, 0);
  });
  it("the same broker's next file keeps the name", () =>
    assert.deepEqual(settle(onSheet(schwab("s.csv", "Individual", "05")), schwab("t.csv", "Individual", "06")).file.accounts, ["Individual"]));
  it("chosen together, the first keeps the name", () => {
    const files = [schwab("a.csv", "Individual", "05"), fidelity("b.csv", "Individual", "05")].map((file) => ({ file, isKnown: false, isTyped: true, settled: [] }));
    assert.deepEqual(settleAccounts(files, [], FORMATS).map(({ file }) => file.accounts), [["Individual"], ["Fidelity Individual"]]);
  });
});

describe("An account that one file names by its number, and another by its name too", () => {
  const ALL = "Run Date,Account,Account Number,Action,Symbol,Description,Type,Quantity,Price ($),Commission ($),Fees ($),Accrued Interest ($),Amount ($),Settlement Date";
  const all = (name: string, ...days: readonly string[]) =>
    readText(name, [ALL, ...days.map((day) => `01/${day}/2026,ROTH IRA,234567891,YOU BOUGHT XYZ CORP (XYZ) (Cash),XYZ,XYZ CORP,Cash,10,5,,,,-50,01/${day}/2026`)].join("\n"));
  const one = (name: string, ...days: readonly string[]) => fidelity(name, "234567891", ...days);
  const together = (...files: readonly FileRead[]) => settleAccounts(files.map((file) => ({ file, isKnown: false, isTyped: false, settled: [] })), [], FORMATS);
  const unasked = (settled: ReturnType<typeof together>) => assert.deepEqual(settled.map(({ question }) => question), settled.map(() => null));

  it("with the name on the sheet, the number is that account, and one equal trade is not doubled", () => {
    const rows = onSheet(all("f.csv", "05"));
    const settled = settle(rows, one("one.csv", "05", "06"));
    unasked([settled]);
    assert.deepEqual([settled.file.accounts, combine(rows, [settled.file]).added.map(({ cells }) => cells.Date)], [["ROTH IRA 234567891"], ["2026-01-06"]]);
  });
  it("with the number on the sheet, the name is that account, and a note tells what the file called it", () => {
    const rows = onSheet(one("f.csv", "05"));
    const settled = settle(rows, all("all.csv", "05", "06"));
    unasked([settled]);
    assert.deepEqual([settled.file.accounts, combine(rows, [settled.file]).added.map(({ cells }) => cells.Date)], [["234567891"], ["2026-01-06"]]);
    assert.match(settled.file.note, /This file calls account 234567891 of the sheet ROTH IRA 234567891\. Say on Settings what type of account 234567891 is\./);
  });
  it("chosen together, both have the name, whichever comes first", () => {
    for (const files of [[one("a.csv", "05"), all("b.csv", "05", "06")], [all("b.csv", "05", "06"), one("a.csv", "05")]]) {
      const settled = together(...files);
      unasked(settled);
      assert.deepEqual(settled.map(({ file }) => file.accounts), [["ROTH IRA 234567891"], ["ROTH IRA 234567891"]]);
      assert.equal(combine([], settled.map(({ file }) => file)).added.length, 2);
    }
  });
  it("chosen together beside rows of the number, both keep the number", () => {
    const files = [one("a.csv", "06"), all("b.csv", "06", "07")].map((file) => ({ file, isKnown: false, isTyped: false, settled: [] }));
    assert.deepEqual(settleAccounts(files, onSheet(one("f.csv", "05")), FORMATS).map(({ file }) => file.accounts), [["234567891"], ["234567891"]]);
  });
  it("a line to be decided has its account's name in the draft", () => {
    const asked = readText("q.csv", [FIDELITY, "01/09/2026,234567891,SOMETHING NEW,XYZ,XYZ CORP,Cash,10,5,,,,-50,01/09/2026"].join("\n"));
    assert.deepEqual(settle(onSheet(all("f.csv", "05")), asked).file.undecided.map(({ draft }) => draft?.Account), ["ROTH IRA 234567891"]);
  });
  it("other numbers, other brokers and last digits are other accounts", () => {
    const accountsOf = (rows: readonly RowOnSheet[], file: FileRead) => settle(rows, file).file.accounts.join();
    assert.equal(accountsOf(onSheet(all("f.csv", "05")), fidelity("x.csv", "234567892", "06")), "234567892");
    assert.equal(accountsOf(onSheet(all("f.csv", "05")), fidelity("x.csv", "7891", "06")), "7891");
    assert.equal(accountsOf(onSheet(schwab("s.csv", "Joint 234567891", "05")), one("x.csv", "06")), "234567891");
  });
});
