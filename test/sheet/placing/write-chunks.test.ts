import assert from "node:assert/strict";
import { chunksOf } from "../../../src/sheet/placing/write-chunks";

describe("Excel on the web takes requests of 5 MB at most", () => {
  it("parts many rows into requests well below it and loses none", () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => [row, "A sentence of a Note that is about a hundred characters long, as the notes of washed lots come out. ", ...Array.from({ length: 18 }, () => 1234.56)]);
    const chunks = chunksOf(rows);
    assert.ok(chunks.length > 1);
    for (const { rows: part } of chunks) assert.ok(JSON.stringify(part).length < 2_500_000);
    assert.deepEqual(chunks.flatMap(({ rows: part }) => part), rows);
    assert.deepEqual(chunks.map(({ first }) => rows[first]?.[0]), chunks.map(({ first }) => first));
  });
  it("leaves a small table whole, and nothing of nothing", () => {
    assert.equal(chunksOf([[1], [2]]).length, 1);
    assert.deepEqual(chunksOf([]), []);
  });
  it("sends one row alone that is too long to share a request", () => {
    const long = ["x".repeat(900_000)];
    assert.deepEqual(chunksOf<string | number>([long, long, [1]]).map(({ rows }) => rows.length), [1, 2]);
  });
});
