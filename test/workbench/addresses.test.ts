import assert from "node:assert/strict";
import { blockAddress, fullAddress, overlap, parseAddress, quotedSheetName } from "../../workbench/addresses";

describe("Excel's addresses in the workbench", () => {
  const parsed: readonly (readonly [string, string | null, readonly [number, number, number, number]])[] = [
    ["A1", null, [0, 0, 1, 1]],
    ["$B$2:D3", null, [1, 1, 2, 3]],
    ["D3:B2", null, [1, 1, 2, 3]],
    ["XFD1048576", null, [1048575, 16383, 1, 1]],
    ["Trades!A1:B2", "Trades", [0, 0, 2, 2]],
    ["='It''s mine'!$A$1", "It's mine", [0, 0, 1, 1]],
    ["B:D", null, [0, 1, 1048576, 3]],
    ["2:4", null, [1, 0, 3, 16384]],
  ];
  for (const [text, sheet, [row, column, rows, columns]] of parsed) {
    it(`reads ${text}`, () => assert.deepEqual(parseAddress(text), { sheet, block: { row, column, rows, columns } }));
  }

  for (const text of ["", "A", "1", "A0", "XFE1", "A1048577", "A1:B", "A1:B2:C3", "R1C1", "Trades[#All]", "SUM(A1)"]) {
    it(`takes "${text}" for no address`, () => assert.equal(parseAddress(text), null));
  }

  it("writes what it reads", () => {
    for (const text of ["A1", "B2:D3", "B:D", "2:4", "AA10:AB12"]) assert.equal(blockAddress(parseAddress(text)!.block), text);
  });

  it("quotes a sheet name that could be read otherwise", () => {
    assert.deepEqual(["Trades", "My sheet", "It's", "2024", "A1", "Q4"].map(quotedSheetName), [
      "Trades",
      "'My sheet'",
      "'It''s'",
      "'2024'",
      "'A1'",
      "'Q4'",
    ]);
    assert.equal(fullAddress("My sheet", { row: 0, column: 0, rows: 2, columns: 2 }), "'My sheet'!A1:B2");
  });

  it("finds what two blocks share", () => {
    const block = (address: string) => parseAddress(address)!.block;
    assert.deepEqual(overlap(block("A1:C3"), block("B2:D4")), block("B2:C3"));
    assert.deepEqual(overlap(block("B:B"), block("A1:C3")), block("B1:B3"));
    assert.equal(overlap(block("A1:B2"), block("C1:C2")), null);
  });
});
