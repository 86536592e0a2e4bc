import assert from "node:assert/strict";
import { errorOf, records } from "./calling";
import { HEADINGS, ONE_SYMBOL_WRONG, WASHED } from "./example-trades";

describe("CHECKTRADES", () => {
  it("says that healthy trades have no problem", () =>
    assert.deepEqual(records("CHECKTRADES", WASHED), [{ Row: "", Column: "", Problem: "No problems found", "What to do": "" }]));

  it("names the row, the column, the problem and what to do", () =>
    assert.deepEqual(records("CHECKTRADES", ONE_SYMBOL_WRONG), [
      {
        Row: 3,
        Column: "Quantity",
        Problem: "Row 3: sells 120 XYZ, only 100 held in A on 2024-02-01.",
        "What to do": "Check the quantity, or add the missing purchase.",
      },
    ]));

  it("lists each problem once, in order of rows: those of reading and those of booking", () => {
    const trades = [
      HEADINGS,
      ["2024-01-02", "Buy", "XYZ", 100, 10, 0, "A"],
      ["2024-02-01", "Sell", "XYZ", 120, 12, 0, "A"],
      ["2024-01-02", "Buy", "ABC", "many", 10, 0, "A"],
      ["2024-01-02", "Juggle", "DEF", 10, 10, 0, "A"],
      ["someday", "Buy", "GHI", 10, 10, 0, "A"],
    ];
    const rows = records("CHECKTRADES", trades);
    assert.deepEqual(rows.map((row) => [row["Row"], row["Column"]]), [
      [3, "Quantity"],
      [4, "Quantity"],
      [5, "Action"],
      [6, "Date"],
    ]);
    for (const row of rows) {
      assert.match(String(row["Problem"]), new RegExp(`^Row ${row["Row"]}: .*\\.$`));
      assert.match(String(row["What to do"]), /\.$/);
    }
  });

  it("a problem that only a method brings out depends on the settings", () => {
    const settings = [["Method", "MINTAX"]];
    assert.match(String(records("CHECKTRADES", WASHED, settings)[0]!["Problem"]), /MINTAX needs tax rates/);
  });

  it("a range that cannot be read is itself a row", () => {
    for (const unreadable of [null, "", [[null]], [["hello", "world"]]]) {
      const [row, ...more] = records("CHECKTRADES", unreadable);
      assert.deepEqual(more, []);
      assert.match(String(row!["Problem"]), /trades range/);
    }
  });

  it("settings that cannot be read are #VALUE! with the setting named", () => {
    const error = errorOf("CHECKTRADES", WASHED, [["Metod", "FIFO"]]);
    assert.equal(error.code, "#VALUE!");
    assert.match(error.message, /Metod/);
  });
});
