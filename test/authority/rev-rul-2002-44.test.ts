import assert from "node:assert/strict";
import { callTable } from "../cases/built-functions";
import { tradesRange } from "../cases/case-ranges";
import type { CaseTransaction } from "../cases/case-format";
import { row } from "./picture";

/**
 * Rev. Rul. 2002-44 is known through summaries, which give no figures; numbers are ours. Hendricks v. Commissioner,
 * 423 F.2d 485 (4th Cir. 1970), read in its text, is the same for a loss: bought in December, delivered in January.
 */
const gainOf = (year: number, ledger: readonly CaseTransaction[]) => callTable("REALIZED", tradesRange(ledger), year).map((line) => line["Gain"]).filter((gain) => gain !== "");
const closedFor = (amount: string, day: string) => [row("2021-10-04", "SHORT", "100", { amount: "5000" }), row(day, "COVER", "100", { amount })];

describe("Rev. Rul. 2002-44: the year of a short closed at the end of December", () => {
  it("at a gain: the year of the trade, for holding both sides is a constructive sale", () => {
    assert.deepEqual(gainOf(2021, closedFor("4200", "2021-12-31")), [800]);
    assert.deepEqual(gainOf(2022, closedFor("4200", "2021-12-31")), []);
  });
  it("at a loss: the year of delivery, two business days later", () => {
    assert.deepEqual(gainOf(2021, closedFor("5600", "2021-12-31")), []);
    assert.deepEqual(gainOf(2022, closedFor("5600", "2021-12-31")), [-600]);
  });
  it("a loss traded on 29 December 2021 is delivered on the 31st, and so counts in 2021", () =>
    assert.deepEqual(gainOf(2021, closedFor("5600", "2021-12-29")), [-600]));
  it("one business day since 28 May 2024: 30 December 2024 is delivered on the 31st, 31 December on 2 January", () => {
    const in2024 = (day: string) => gainOf(2024, [row("2024-10-01", "SHORT", "100", { amount: "5000" }), row(day, "COVER", "100", { amount: "5600" })]);
    assert.deepEqual(in2024("2024-12-30"), [-600]);
    assert.deepEqual(in2024("2024-12-31"), []);
  });
});
