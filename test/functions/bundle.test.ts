import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { DIST, ensureBuilt } from "../shipping/built";
import { WASHED } from "./example-trades";

const NAMES = [
  "BRACKETS", "CHARITYPICK", "CHECKTRADES", "CLEARDATE", "EXPLAIN", "FORM8949", "GAINHARVEST", "GAINTAX", "HARVEST", "HOLDINGTERM", "LONGTERMDATE", "LOTCOMPARE", "LOTGAIN", "LOTPICK", "METHODS", "NETTING", "OPENLOTS",
  "REALIZED", "RECONCILE", "SCHEDULED", "SELLPLAN", "TAXYEAR", "TERMCALENDAR", "TRADEGAIN", "WASHRISK", "WASHSALE", "WASHTRAIL",
];

describe("dist/functions.js alone, in an engine that offers only CustomFunctions.associate and CustomFunctions.Error", () => {
  const functions: Record<string, (...args: unknown[]) => unknown> = {};
  class BareError {
    constructor(
      readonly code: string,
      readonly message?: string,
    ) {}
  }

  before(function () {
    this.timeout(120_000);
    ensureBuilt();
    const CustomFunctions = { associate: (id: string, body: () => unknown) => void (functions[id] = body), Error: BareError };
    runInContext(readFileSync(join(DIST, "functions.js"), "utf8"), createContext({ CustomFunctions }));
  });

  it("associates exactly the functions of this version", () => assert.deepEqual(Object.keys(functions).sort(), NAMES));

  it("answers as in Excel", () => assert.equal(functions["LOTGAIN"]!(WASHED, "XYZ", 80, 61, "2024-12-31", "HIFO"), 814));

  it("says errors with the texts Excel uses", () => {
    const thrown = (call: () => unknown): unknown => {
      try {
        return call();
      } catch (error) {
        return error;
      }
    };
    const refused = thrown(() => functions["LOTGAIN"]!(WASHED, "QQQ", 1, 1, "2024-12-31"));
    assert.ok(refused instanceof BareError);
    assert.equal(refused.code, "#VALUE!");
    const lacking = thrown(() => functions["LOTGAIN"]!(WASHED, "XYZ", 1, 1, "2024-12-31", null, "Tax"));
    assert.equal((lacking as BareError).code, "#N/A");
    const [[impossible]] = functions["HOLDINGTERM"]!([["2024-01-02"]], [["2024-01-01"]]) as [[BareError]];
    assert.equal(impossible.code, "#NUM!");
  });
});

describe("dist/functions.json describes what the user reads while typing", () => {
  interface Described {
    readonly id: string;
    readonly description?: string;
    readonly options?: unknown;
    readonly parameters: readonly { readonly name: string; readonly description?: string; readonly optional?: boolean }[];
  }
  let described: readonly Described[] = [];
  before(() => {
    ensureBuilt();
    described = (JSON.parse(readFileSync(join(DIST, "functions.json"), "utf8")) as { functions: Described[] }).functions;
  });

  /** Design section 6; later versions may only append. */
  const SIGNATURES: Readonly<Record<string, string>> = {
    HOLDINGTERM: "acquired, sold, [kind]",
    LONGTERMDATE: "acquired, [kind]",
    LOTGAIN: "trades, symbol, quantity, price, date, [method], [part], [settings], [account]",
    LOTPICK: "trades, symbol, quantity, price, date, [method], [settings], [account]",
    OPENLOTS: "trades, [asof], [prices], [settings], [carry]",
    REALIZED: "trades, [year], [settings]",
    TRADEGAIN: "trades, [part], [settings]",
    CHECKTRADES: "trades, [settings]",
    EXPLAIN: "trades, row, [settings]",
    WASHSALE: "trades, [part], [settings]",
    WASHTRAIL: "trades, [year], [settings]",
    WASHRISK: "trades, symbol, date, quantity, [account], [settings]",
    CLEARDATE: "trades, symbol, date, [side], [settings]",
    HARVEST: "trades, prices, asof, [target], [settings]",
    TERMCALENDAR: "trades, asof, [days], [prices], [settings]",
    LOTCOMPARE: "trades, symbol, quantity, price, date, [settings], [account]",
    SELLPLAN: "trades, prices, asof, cash, [settings], [amount], [goal], [limits]",
    GAINHARVEST: "trades, prices, asof, [settings], [limits]",
    CHARITYPICK: "trades, prices, asof, amount, [settings], [limits]",
    NETTING: "short, long, [settings]",
    GAINTAX: "short, long, [part], [settings]",
    TAXYEAR: "trades, year, [settings], [asof]",
    BRACKETS: "short, long, [settings]",
    FORM8949: "trades, year, [box], [settings], [broker1099]",
    SCHEDULED: "trades, year, [settings], [broker1099]",
    RECONCILE: "trades, broker1099, year, [settings]",
    METHODS: "",
  };

  it("parameters stand in the order of the design", () => {
    const signatures = described.map(({ id, parameters }) => [id, parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ")]);
    assert.deepEqual(Object.fromEntries(signatures), SIGNATURES);
  });

  it("each function and each parameter has a description of at most 120 characters, as whole sentences", () => {
    for (const { id, description, parameters } of described) {
      for (const [what, text] of [[id, description], ...parameters.map((one) => [`${id} ${one.name}`, one.description])]) {
        assert.ok(text, `${what} has no description`);
        assert.ok(text.length <= 120, `${what}: ${text.length} characters`);
        assert.match(text, /\.$/, `${what}: ${text}`);
      }
    }
  });

  it("each parameter gives an example, its default or its choices", () => {
    for (const { id, parameters } of described) {
      for (const { name, description } of parameters) {
        assert.match(description ?? "", /such as|default|Left out|or a range/, `${id} ${name}: ${description}`);
      }
    }
  });

  it("no function is volatile, streaming or asks for its address", () => {
    for (const { id, options } of described) assert.equal(options, undefined, id);
  });
});
