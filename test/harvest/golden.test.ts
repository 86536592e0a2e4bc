import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { CaseSettings, CaseTransaction } from "../cases/case-format";
import { day, factsOf, harvest, lotOf } from "./facts-of";

interface HarvestCase {
  readonly id: string;
  readonly rule: readonly string[];
  readonly note: string;
  readonly settings: CaseSettings;
  readonly transactions: readonly CaseTransaction[];
  readonly asOf: string;
  readonly candidates: readonly { readonly lotId: string; readonly price: string }[];
  readonly expect: readonly {
    readonly lotId: string;
    readonly loss: string;
    readonly washed: string;
    readonly permanentlyLost: string;
    readonly allowed: string;
    readonly cleanSaleDate: string | null;
    readonly cleanRepurchaseDate: string;
  }[];
}

const { harvestCases } = JSON.parse(readFileSync(resolve(__dirname, "../cases/golden-cases.json"), "utf8")) as { harvestCases: HarvestCase[] };

describe("R-TLH-2, R-TLH-3: the golden harvest cases", () => {
  it("there are four of them", () => assert.equal(harvestCases.length, 4));

  for (const one of harvestCases) {
    for (const expected of one.expect) {
      it(`${one.id} ${expected.lotId}: ${one.note}`, () => {
        const price = Number(one.candidates.find(({ lotId }) => lotId === expected.lotId)!.price);
        const lot = lotOf(harvest(factsOf(one, one.asOf, { XYZ: price })), expected.lotId);
        const cents = (dollars: string): number => Math.round(Number(dollars) * 100);
        assert.deepEqual(
          [lot.lossCents, lot.washedCents, lot.permanentCents, lot.harvestableCents, lot.cleanSaleDay, lot.cleanRebuyDay],
          [
            cents(expected.loss), cents(expected.washed), cents(expected.permanentlyLost), cents(expected.allowed),
            expected.cleanSaleDate === null ? null : day(expected.cleanSaleDate), day(expected.cleanRepurchaseDate),
          ],
        );
      });
    }
  }
});
