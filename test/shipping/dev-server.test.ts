import assert from "node:assert/strict";
import path from "node:path";
import { servedFile } from "../../build/dev-server";

const FOLDER = path.resolve("/somewhere/dist/dev");
const served = (url: string) => servedFile(url, FOLDER);

describe("the development server", () => {
  it("serves the files of the build, and the page at its root", () => {
    assert.equal(served("/functions.json"), path.join(FOLDER, "functions.json"));
    assert.equal(served("/assets/help/LOTGAIN.html?x=1"), path.join(FOLDER, "assets/help/LOTGAIN.html"));
    assert.equal(served("/"), path.join(FOLDER, "taskpane.html"));
  });

  it("serves nothing outside its folder, however it is asked", () => {
    for (const url of ["/..%2f..%2fpackage.json", "/%2e%2e%2fmanifest.xml", "/assets/..%2f..%2fmanifest.xml", "//elsewhere/../../x.json"]) {
      const file = served(url);
      assert.ok(file === null || file.startsWith(FOLDER + path.sep), `${url} → ${file}`);
    }
  });

  it("serves no other kind of file, and no address it cannot read", () => {
    assert.equal(served("/secrets.env"), null);
    assert.equal(served("/%zz"), null);
  });
});
