import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { supportedMembers } from "../../workbench/host/classes/all";

describe("docs/workbench.md", () => {
  it("lists exactly the members the workbench has", () => {
    const page = readFileSync(join(__dirname, "..", "..", "docs", "workbench.md"), "utf8");
    const listed = new Map<string, readonly string[]>();
    for (const [, name, members] of page.matchAll(/^- \*\*(\w+)\*\*: (.+)$/gm)) {
      if (name !== undefined && members !== undefined && supportedMembers().has(name)) listed.set(name, members.split(", "));
    }
    assert.deepEqual(Object.fromEntries(listed), Object.fromEntries(supportedMembers()));
  });
});
