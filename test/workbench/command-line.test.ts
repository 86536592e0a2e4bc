import assert from "node:assert/strict";
import { readOptions } from "../../workbench/run/options";
import { withLocalOfficeJs } from "../../workbench/server/built-pages";

const NOTHING = { headless: false, outFolder: "out", port: null, asOf: null, year: null, accounts: [] };

describe("npm start: the command line", () => {
  it("without anything opens the sample in a window", () => {
    assert.deepEqual(readOptions([]), { ...NOTHING, files: [] });
  });

  it("takes a file, a folder and a port in any order", () => {
    const expected = { ...NOTHING, files: ["trades.csv"], headless: true, outFolder: "there", port: 4000 };
    assert.deepEqual(readOptions(["--headless", "--out", "there", "--port", "4000", "trades.csv"]), expected);
    assert.deepEqual(readOptions(["trades.csv", "--port", "4000", "--out", "there", "--headless"]), expected);
  });

  it("takes the day the pane looks at", () =>
    assert.equal(readOptions(["--headless", "--as-of", "2025-12-05"]).asOf, "2025-12-05"));

  it("takes the files of several brokers, the year of the copy and types of accounts", () => {
    const options = readOptions(["--headless", "a.csv", "--year", "2025", "--account", "4455=ira", "b.csv", "--account", "My = plan=401k", "c.csv"]);
    assert.deepEqual(options, {
      ...NOTHING, headless: true, files: ["a.csv", "b.csv", "c.csv"], year: 2025, accounts: [{ name: "4455", type: "IRA" }, { name: "My = plan", type: "401k" }],
    });
  });

  it("several files in a window wait for the pane's own questions", () => assert.deepEqual(readOptions(["a.csv", "b.csv"]), { ...NOTHING, files: ["a.csv", "b.csv"] }));

  const refused: readonly (readonly [readonly string[], RegExp])[] = [
    [["--fast"], /Unknown option --fast/],
    [["a.csv", "a.csv"], /a\.csv is named twice/],
    [["--headless", "a.csv", "--year", "2025"], /--year goes with --headless and the files of several brokers/],
    [["a.csv", "b.csv", "--year", "2025"], /--year goes with --headless/],
    [["--headless", "a.csv", "b.csv", "--year", "25"], /25 is not a year such as 2025/],
    [["a.csv", "b.csv", "--account", "X=IRA"], /choose the type on Settings/],
    [["--headless", "a.csv", "b.csv", "--account", "X"], /not an account and its type, such as 44556677=IRA/],
    [["--headless", "a.csv", "b.csv", "--account", "=IRA"], /not an account and its type/],
    [["--headless", "a.csv", "b.csv", "--account", "X=Savings"], /The types are Taxable, IRA/],
    [["--headless", "--out"], /--out needs a value/],
    [["--out", "--headless"], /--out needs a value/],
    [["--out", "there"], /--out goes with --headless/],
    [["--headless", "--as-of", "2025-02-29"], /2025-02-29 is not a day such as 2025-12-05/],
    [["--headless", "--as-of", "12/5/2025"], /is not a day/],
    [["--as-of", "2025-12-05"], /--as-of goes with --headless/],
    [["--port", "http"], /not a port number/],
    [["--port", "70000"], /not a port number/],
  ];
  for (const [args, sentence] of refused) {
    it(`refuses "${args.join(" ")}"`, () => assert.throws(() => readOptions(args), sentence));
  }
});

describe("The built pages in the workbench", () => {
  const page = (source: string) => `<script src="${source}"></script><script src="taskpane.js"></script>`;

  it("take office.js from this server instead of Microsoft's, and change in nothing else", () => {
    const cdn = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
    assert.equal(withLocalOfficeJs(page(cdn)), page("/office-js/office.js"));
  });

  it("keep every other address", () => {
    const other = page("https://example.com/office.js");
    assert.equal(withLocalOfficeJs(other), other);
  });
});
