import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { PUBLISHED_ADDRESS } from "../../build/addresses";
import { builtText, DIST, ensureBuilt, ROOT } from "./built";
import { signature, type Metadata } from "./signatures";

/** The functions of the design and their parameters, in its order; later versions may only append to a list. */
const DESIGN: Readonly<Record<string, string>> = {
  HOLDINGTERM: "acquired sold kind",
  LONGTERMDATE: "acquired kind",
  LOTGAIN: "trades symbol quantity price date method part settings",
  LOTPICK: "trades symbol quantity price date method settings",
  OPENLOTS: "trades asof prices settings",
  REALIZED: "trades year settings",
  TRADEGAIN: "trades part settings",
  CHECKTRADES: "trades settings",
  EXPLAIN: "trades row settings",
  WASHSALE: "trades part settings",
  WASHTRAIL: "trades year settings",
  WASHRISK: "trades symbol date quantity account settings",
  CLEARDATE: "trades symbol date side settings",
  HARVEST: "trades prices asof target settings",
  TERMCALENDAR: "trades asof days prices settings",
  LOTCOMPARE: "trades symbol quantity price date settings",
  SELLPLAN: "trades prices asof cash settings",
  NETTING: "short long settings",
  GAINTAX: "short long part settings",
  TAXYEAR: "trades year settings asof",
  BRACKETS: "short long settings",
  GAINHARVEST: "trades prices asof settings limits",
  CHARITYPICK: "trades prices asof amount settings limits",
  FORM8949: "trades year box settings broker1099",
  SCHEDULED: "trades year settings broker1099",
  RECONCILE: "trades broker1099 year settings",
  METHODS: "",
};

/** What may be left out, from the same page. */
const OPTIONAL = new Set([
  "kind", "method", "part", "settings", "asof", "prices", "year", "account", "carry", "target", "days", "side", "amount", "box", "broker1099", "goal", "limits",
]);
/** What one function may leave out, another needs: what a harvest is of, and when. */
const NEEDED: ReadonlySet<string> = new Set(["HARVEST prices", "HARVEST asof", "TERMCALENDAR asof", "TAXYEAR year", "FORM8949 year", "SCHEDULED year", "RECONCILE year", "RECONCILE broker1099", "SELLPLAN prices", "SELLPLAN asof", "GAINHARVEST prices", "GAINHARVEST asof", "CHARITYPICK prices", "CHARITYPICK asof", "CHARITYPICK amount"]);

const SIGNATURES = path.join(ROOT, "test/shipping/signatures.txt");
const LONGEST_DESCRIPTION = 120;

describe("functions.json", () => {
  let metadata: Metadata;

  before("build the add-in", function () {
    this.timeout(180000);
    ensureBuilt();
    metadata = JSON.parse(builtText("functions.json")) as Metadata;
  });

  it("has every function of the design, with its parameters in that order", () => {
    const described = new Map(metadata.functions.map((one) => [one.id, one.parameters.map(({ name }) => name)]));
    for (const [id, parameters] of Object.entries(DESIGN)) {
      const names = parameters.split(" ").filter(Boolean);
      assert.deepEqual(described.get(id)?.slice(0, names.length), names, id);
    }
  });

  it("has the signatures of signatures.txt, which only ever grows: a workbook somewhere calls each of them", () => {
    const built = metadata.functions.map(signature).sort();
    const kept = fs.readFileSync(SIGNATURES, "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
    assert.deepEqual(built, kept, "ids never change and parameters are only appended; then add the line to test/shipping/signatures.txt");
  });

  it("has names a formula can hold", () => {
    for (const { id, name } of metadata.functions) {
      assert.match(id, /^[A-Z][A-Z0-9_.]{2,}$/);
      assert.equal(name, id, "one word for both, so that files and screens agree");
      assert.ok(name.length <= 128);
      assert.doesNotMatch(name, /^[A-Z]{1,3}\d+$/, `${name} reads as a cell address`);
    }
  });

  it("describes every function and parameter in at most 120 characters", () => {
    for (const one of metadata.functions) {
      for (const { name, description = "" } of [one, ...one.parameters]) {
        assert.ok(description.trim(), `${one.id} ${name} is described`);
        assert.ok(description.length <= LONGEST_DESCRIPTION, `${one.id} ${name}: ${description.length} characters`);
      }
    }
  });

  it("has parameters people may leave out after those they may not", () => {
    for (const { id, parameters } of metadata.functions) {
      const optional = parameters.map((each) => each.optional === true);
      assert.deepEqual(optional, [...optional].sort(), id);
      for (const each of parameters) {
        assert.equal(each.optional === true, OPTIONAL.has(each.name) && !NEEDED.has(`${id} ${each.name}`), `${id} ${each.name}`);
      }
    }
  });

  it("takes any cell: an error in a range reaches the function, which can then name the cell", () => {
    assert.equal(metadata.allowErrorForDataTypeAny, true);
    assert.equal(metadata.allowCustomDataForDataTypeAny, true);
    for (const { id, parameters } of metadata.functions) {
      for (const each of parameters) assert.equal(each.type, "any", `${id} ${each.name}`);
    }
  });

  it("has no volatile, streaming or address-reading function", () => {
    assert.deepEqual(metadata.functions.filter((one) => Object.values(one.options ?? {}).some(Boolean)), []);
  });

  it("links every function to a help page that the build holds", () => {
    for (const { id, helpUrl } of metadata.functions) {
      assert.equal(helpUrl, `${PUBLISHED_ADDRESS}assets/help/${id}.html`);
      const page = path.join(DIST, "assets/help", `${id}.html`);
      assert.ok(fs.existsSync(page), `docs/functions/${id}.md is missing`);
      assert.match(fs.readFileSync(page, "utf8"), new RegExp(`<h1>[^<]*${id}`));
    }
  });
});
