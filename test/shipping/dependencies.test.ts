import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import packageJson from "../../package.json";
import { ROOT } from "./built";

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const declared: Readonly<Record<string, string>> = { ...packageJson.dependencies, ...packageJson.devDependencies };
const lock = JSON.parse(fs.readFileSync(path.join(ROOT, "package-lock.json"), "utf8")) as {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

describe("dependencies", () => {
  it("each has its line in docs/dependencies.md that says what it is for, and no line is left over", () => {
    const page = fs.readFileSync(path.join(ROOT, "docs/dependencies.md"), "utf8");
    const lines = [...page.matchAll(/^- \*\*(.+?)\*\*: (.+)$/gm)];
    assert.deepEqual(lines.map(([, name]) => name).sort(), Object.keys(declared).sort());
    for (const [, name, reason] of lines) assert.match(reason ?? "", /^.{5,}\.$/, name);
  });

  it("each is declared with one exact version", () => {
    for (const [name, version] of Object.entries(declared)) assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
  });

  it("the lock file says the same and pins each to a checksum from the npm registry", () => {
    assert.ok(lock.lockfileVersion >= 3);
    const { "": root, ...installed } = lock.packages;
    assert.deepEqual({ ...root?.dependencies, ...root?.devDependencies }, declared);
    for (const [name, version] of Object.entries(declared)) {
      const { version: locked } = installed[`node_modules/${name}`] ?? {};
      assert.equal(locked, version, name);
    }
    for (const [place, { integrity, resolved }] of Object.entries(installed)) {
      assert.match(integrity ?? "", /^sha512-/, place);
      assert.ok(resolved === undefined || resolved.startsWith("https://registry.npmjs.org/"), `${place} comes from ${resolved}`);
    }
  });

  it("what users run is only what was meant for them", () => {
    assert.deepEqual(Object.keys(packageJson.dependencies).sort(), ["@e965/xlsx", "@fluentui/react-components", "@fluentui/react-icons", "d3-scale", "decimal.js", "fflate", "highs", "papaparse", "react", "react-dom"]);
  });
});
