/** The golden cases of rulebook section 7, booked by the engine itself. Figures are those of the cases. */
import assert from "node:assert/strict";
import { booked, lot, sold } from "./corporate-picture";
import type { TradeRow } from "./trades-of";

describe("R-CA-3: stock dividend of another class", () => {
  it("S-PUB-04: 100 of basis is divided 75 to 25, by values of 150 and 50", () => {
    const { open } = booked([
      { date: "2020-02-03", kind: "Buy", symbol: "COM", shares: 1, amount: 100 },
      { date: "2023-04-03", kind: "OtherClass", symbol: "COM", account: "*", shares: 1, newSymbol: "PFD", more: { value: 150, newValue: 50 } },
    ]);
    assert.deepEqual(open, [lot(2, "COM", "2020-02-03", 1, 75), lot(2, "PFD", "2020-02-03", 1, 25)]);
  });
});

describe("R-CA-4 with R-CA-2: spin-off with cash for half a share", () => {
  it("S-CA-02: 2/11 of each lot's basis goes over, the fraction comes from the earliest lot", () => {
    const { sold: pieces, open } = booked([
      { date: "2018-04-02", kind: "Buy", symbol: "PAR", shares: 50, amount: 5000 },
      { date: "2022-07-01", kind: "Buy", symbol: "PAR", shares: 33, amount: 3960 },
      {
        date: "2023-05-01", kind: "SpinOff", symbol: "PAR", account: "*", shares: 41.5, newSymbol: "KID",
        more: { value: 90, newValue: 40, cashInLieuCents: 2000 },
      },
    ]);
    assert.deepEqual(pieces, [sold(2, 4, 0.5, "2018-04-02", 20, 18.18, "Long")]);
    assert.deepEqual(open, [
      lot(2, "KID", "2018-04-02", 24.5, 890.91),
      lot(3, "KID", "2022-07-01", 16.5, 720),
      lot(2, "PAR", "2018-04-02", 50, 4090.91),
      lot(3, "PAR", "2022-07-01", 33, 3240),
    ]);
  });
});

describe("R-CA-5: stock rights", () => {
  const abc: TradeRow = { date: "2022-01-10", kind: "Buy", symbol: "ABC", shares: 100, amount: 2200 };
  const sale: TradeRow = { date: "2023-06-15", kind: "Sell", symbol: "ABC.RT", shares: 10, amount: 30 };
  const received = (more: object): TradeRow => ({
    date: "2023-06-01", kind: "Rights", symbol: "ABC", account: "*", shares: 10, newSymbol: "ABC.RT", more: { value: 30, newValue: 3, ...more },
  });
  it("S-PUB-03A: under 15 %, elected: 21.78 goes to the rights", () => {
    const { sold: pieces, open } = booked([abc, received({ electAllocate: true }), sale]);
    assert.deepEqual(pieces, [sold(2, 4, 10, "2022-01-10", 30, 21.78, "Long")]);
    assert.deepEqual(open, [lot(2, "ABC", "2022-01-10", 100, 2178.22)]);
  });
  it("S-PUB-03B: under 15 %, not elected: basis 0", () => {
    const { sold: pieces, open } = booked([abc, received({}), sale]);
    assert.deepEqual(pieces, [sold(2, 4, 10, "2022-01-10", 30, 0, "Long")]);
    assert.deepEqual(open, [lot(2, "ABC", "2022-01-10", 100, 2200)]);
  });
  it("S-REG-307 (Treas. Reg. 1.307-1(b)): 15 % or more must be divided; the exercised stock starts on that day", () => {
    const { open } = booked([
      { date: "1947-05-01", kind: "Buy", symbol: "C", shares: 100, amount: 10000 },
      { date: "1954-08-02", kind: "Rights", symbol: "C", account: "*", shares: 100, newSymbol: "C.RT", more: { value: 110, newValue: 19 } },
      { date: "1954-09-01", kind: "ExerciseRights", symbol: "C.RT", shares: 100, amount: 9000, newSymbol: "C" },
    ]);
    assert.deepEqual(open, [lot(2, "C", "1947-05-01", 100, 8527.13), lot(4, "C", "1954-09-01", 100, 10472.87)]);
  });
});

describe("R-CA-6: return of capital", () => {
  it("S-PUB-05: basis 100, paid 80, 30 and 20: basis 20, then 10 of gain, then 20", () => {
    const paid = (date: string, amount: number): TradeRow => ({ date, kind: "ReturnOfCapital", amount });
    const { sold: pieces, open } = booked([
      { date: "2015-03-02", kind: "Buy", shares: 10, amount: 100 },
      paid("2018-06-01", 80),
      paid("2021-06-01", 30),
      paid("2022-06-01", 20),
    ]);
    assert.deepEqual(pieces, [sold(2, 4, 10, "2015-03-02", 10, 0, "Long"), sold(2, 5, 10, "2015-03-02", 20, 0, "Long")]);
    assert.deepEqual(open, [lot(2, "XYZ", "2015-03-02", 10, 0)]);
  });
  it("S-CA-01: 3.00 a share over two lots: one has gain while the other still has basis", () => {
    const { sold: pieces, open } = booked([
      { date: "2019-03-01", kind: "Buy", shares: 100, amount: 200 },
      { date: "2023-09-01", kind: "Buy", shares: 100, amount: 5000 },
      { date: "2024-03-15", kind: "ReturnOfCapital", amount: 600 },
    ]);
    assert.deepEqual(pieces, [sold(2, 4, 100, "2019-03-01", 100, 0, "Long")]);
    assert.deepEqual(open, [lot(2, "XYZ", "2019-03-01", 100, 0), lot(3, "XYZ", "2023-09-01", 100, 4700)]);
  });
});

describe("R-CA-7: stock and cash in a reorganization", () => {
  const oneForOne = { newShares: 1, oldShares: 1 };
  it("S-SEED-13: realized 2,000, recognized 1,000 of cash; basis and date go on", () => {
    const { sold: pieces, open } = booked([
      { date: "2020-03-02", kind: "Buy", symbol: "OLD", shares: 100, amount: 4000 },
      { date: "2023-05-15", kind: "Merger", symbol: "OLD", account: "*", newSymbol: "NEW", more: { ratio: oneForOne, cashPerShare: 10, newValue: 50 } },
    ]);
    assert.deepEqual(pieces, [sold(2, 3, 100, "2020-03-02", 1000, 0, "Long")]);
    assert.deepEqual(open, [lot(2, "NEW", "2020-03-02", 100, 4000)]);
  });
  it("S-RR-68-23: block by block; the loss of one does not offset the gain of the other", () => {
    const { sold: pieces, open } = booked([
      { date: "1960-01-04", kind: "Buy", symbol: "Y", shares: 600, amount: 297000 },
      { date: "1965-03-01", kind: "Buy", symbol: "Y", shares: 400, amount: 210000 },
      { date: "1967-06-01", kind: "Merger", symbol: "Y", account: "*", newSymbol: "X", more: { ratio: oneForOne, cashPerShare: 5, newValue: 500 } },
    ]);
    assert.deepEqual(pieces, [sold(2, 4, 600, "1960-01-04", 3000, 0, "Long"), sold(3, 4, 400, "1965-03-01", 2000, 2000, "Long")]);
    assert.deepEqual(open, [lot(2, "X", "1960-01-04", 600, 297000), lot(3, "X", "1965-03-01", 400, 208000)]);
  });
});

describe("R-CA-8 and R-CA-9: taxable merger, worthless stock", () => {
  it("S-CA-03: sold for 5 in cash and half a share at 40; the new lot has value and that day", () => {
    const { sold: pieces, open } = booked([
      { date: "2022-03-01", kind: "Buy", symbol: "TGT", shares: 100, amount: 3000 },
      {
        date: "2023-09-15", kind: "Merger", symbol: "TGT", account: "*", newSymbol: "ACQ",
        more: { taxable: true, ratio: { newShares: 1, oldShares: 2 }, cashPerShare: 5, newValue: 40 },
      },
    ]);
    assert.deepEqual(pieces, [sold(2, 3, 100, "2022-03-01", 2500, 3000, "Long")]);
    assert.deepEqual(open, [lot(3, "ACQ", "2023-09-15", 50, 2000)]);
  });
  it("S-CA-04: sold for nothing on 31 December, which makes it long-term", () => {
    const { sold: pieces, open } = booked([
      { date: "2023-06-01", kind: "Buy", shares: 100, amount: 1200 },
      { date: "2024-12-31", kind: "Worthless", account: "*" },
    ]);
    assert.deepEqual(pieces, [sold(2, 3, 100, "2023-06-01", 0, 1200, "Long")]);
    assert.deepEqual(open, []);
  });
});
