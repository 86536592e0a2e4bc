import assert from "node:assert/strict";
import type { BookedCase } from "./booked-case";
import { readCaseFile, type LedgerCase } from "./case-format";
import { differences } from "./compare-case";

const SOLD = {
  saleRow: 3,
  symbol: "XYZ",
  account: "A",
  lot: "row 2",
  quantity: "100",
  acquired: "2023-01-10",
  effectiveAcquired: "2023-01-10",
  sold: "2023-06-01",
  proceeds: "6000.00",
  basis: "5000.00",
  gain: "1000.00",
  term: "ST",
  washDisallowed: "0.00",
  adjustedGain: "1000.00",
} as const;
const LEFT = { symbol: "XYZ", account: "A", lot: "row 2", acquired: "2023-01-10", effectiveAcquired: "2023-01-10", quantity: "60", basis: "600.00" };
const BOOKED: BookedCase = {
  realized: [SOLD],
  openLots: [LEFT, { ...LEFT, quantity: "40", basis: "400.00" }],
  washTrail: [],
  permanentlyDisallowed: "0.00",
  problems: [],
};
const { saleRow: _row, lot: _lot, account: _account, ...STATED } = SOLD;

function expecting(expect: LedgerCase["expect"]): string[] {
  return differences({ id: "X", transactions: [], expect }, BOOKED);
}

describe("Comparing a case, as the conventions of the format say", () => {
  it("equal pieces may be merged, in what is expected and in what came out", () => {
    assert.deepEqual(expecting({ realized: [STATED], openLots: [{ symbol: "XYZ", acquired: "2023-01-10", quantity: "100", basis: "1000.00" }] }), []);
  });
  it("pieces with another basis a share are not merged", () =>
    assert.equal(expecting({ openLots: [{ symbol: "XYZ", acquired: "2023-01-10", quantity: "100", basis: "1000.01" }] }).length, 3));
  it("a cent is a difference", () => assert.equal(expecting({ realized: [{ ...STATED, gain: "1000.01" }] }).length, 2));
  it("1000 and 1000.00 are the same amount", () => assert.deepEqual(expecting({ realized: [{ ...STATED, gain: "1000" }] }), []));
  it("a term of null is not compared", () => assert.deepEqual(expecting({ realized: [{ ...STATED, term: null }] }), []));
  it("the other term is a difference", () => assert.equal(expecting({ realized: [{ ...STATED, term: "LT" }] }).length, 2));
  it("a row too many is a difference", () => assert.equal(expecting({ realized: [] }).length, 1));
  it("a row missing is a difference", () => assert.equal(expecting({ realized: [STATED, STATED] }).length, 1));
  it("what is permanently disallowed is 0.00 when the case is silent", () => {
    const lost = { ...BOOKED, permanentlyDisallowed: "5.00" };
    assert.equal(differences({ id: "X", transactions: [], expect: {} }, lost).length, 1);
  });
  it("a refused symbol fails the case with its sentence", () => {
    const refused = { ...BOOKED, problems: ["Row 3: sells 120 XYZ, only 100 held."] };
    assert.deepEqual(differences({ id: "X", transactions: [], expect: {} }, refused), ["refused: Row 3: sells 120 XYZ, only 100 held."]);
  });
});

describe("Reading a case file", () => {
  const wrong = (text: string) => {
    const file = readCaseFile(text);
    return "wrong" in file ? file.wrong : null;
  };
  it("text that is not JSON is named", () => assert.match(wrong("Date,Action") ?? "", /^it is not JSON/));
  it("a list at the top is not a case file", () => assert.match(wrong("[]") ?? "", /not an object/));
  it("an object without any list of cases is not one", () => assert.match(wrong("{}") ?? "", /no list named cases/));
  it("cases must be a list", () => assert.equal(wrong('{"cases": {}}'), "cases is not a list."));
  it("a case without an id is named by its place", () => assert.equal(wrong('{"cases": [{}]}'), "entry 1 of cases has no id."));
  it("a case without transactions is named", () => assert.equal(wrong('{"cases": [{"id": "Q"}]}'), "case Q has no list of transactions."));
  it("a transaction without a readable date is named", () =>
    assert.match(
      wrong('{"cases": [{"id": "Q", "transactions": [{"date": "3/1/2024", "action": "BUY", "symbol": "X"}], "expect": {}}]}') ?? "",
      /date in transaction 1/,
    ));
});
