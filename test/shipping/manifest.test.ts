import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { OfficeAddinManifest } from "office-addin-manifest";
import packageJson from "../../package.json";
import { DEVELOPMENT_ADDRESS, PUBLISHED_ADDRESS } from "../../build/addresses";
import { writeManifest } from "../../build/manifest";
import { ROOT } from "./built";
import { child, everyElement, misplaced, only, pngSize, readManifest, type Element } from "./manifest-file";

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const RESOURCES = ["bt:Image", "bt:Url", "bt:String"];

const resources = (root: Element) => everyElement(only(root, "Resources")).filter((one) => RESOURCES.includes(one.name));
const named = (root: Element, resid: string) => resources(root).find((one) => one.attributes["id"] === resid)?.attributes["DefaultValue"] ?? "";

function structure(title: string, address: string, manifestFile: () => string): void {
  describe(`the manifest of the ${title} add-in`, () => {
    let root: Element;
    before(async () => {
      root = await readManifest(manifestFile());
    });

    it("is a task pane add-in for workbooks that reads and writes the document", () => {
      assert.equal(root.name, "OfficeApp");
      assert.equal(root.attributes["xsi:type"], "TaskPaneApp");
      assert.equal(only(child(root, "Hosts"), "Host").attributes["Name"], "Workbook");
      assert.equal(child(root, "Permissions").text, "ReadWriteDocument");
    });

    it("has every element where the schema expects it", () => {
      assert.deepEqual(misplaced(root), []);
    });

    it("has a GUID for an id and the package's version with a fourth part", () => {
      assert.match(child(root, "Id").text, GUID);
      assert.match(child(root, "Version").text, /^\d+\.\d+\.\d+\.\d+$/);
      assert.equal(child(root, "Version").text, `${packageJson.version}.0`);
    });

    it("keeps names and descriptions within what Office shows", () => {
      const value = (name: string) => child(root, name).attributes["DefaultValue"] ?? "";
      assert.ok(value("DisplayName").length > 0 && value("DisplayName").length <= 125);
      assert.ok(value("Description").length > 0 && value("Description").length <= 250);
      assert.ok(child(root, "ProviderName").text.length <= 125);
    });

    it("resolves every resid, uses every resource, and keeps ids and texts within their limits", () => {
      const referred = everyElement(root).flatMap((one) => one.attributes["resid"] ?? []);
      const ids = resources(root).map((one) => one.attributes["id"] ?? "");
      assert.equal(new Set(ids).size, ids.length, "no id twice");
      assert.deepEqual([...new Set(referred)].sort(), [...ids].sort());
      assert.deepEqual(ids.filter((id) => id.length > 32), []);
      for (const [list, longest] of [["bt:ShortStrings", 125], ["bt:LongStrings", 250]] as const) {
        for (const text of only(root, list).children) {
          assert.ok((text.attributes["DefaultValue"] ?? "").length <= longest, `${text.attributes["id"]} is at most ${longest} long`);
        }
      }
    });

    it("refers to each kind of resource from where that kind belongs", () => {
      const kinds: Record<string, string> = { Title: "bt:ShortStrings", Label: "bt:ShortStrings", Namespace: "bt:ShortStrings", Description: "bt:LongStrings", SourceLocation: "bt:Urls", LearnMoreUrl: "bt:Urls", Runtime: "bt:Urls", "bt:Image": "bt:Images" };
      for (const one of everyElement(only(root, "VersionOverrides")).filter((each) => each.attributes["resid"])) {
        const list = kinds[one.name];
        assert.ok(list, `${one.name} is a known reference`);
        assert.ok(only(root, list).children.some((each) => each.attributes["id"] === one.attributes["resid"]), `${one.name} ${one.attributes["resid"]}`);
      }
    });

    it("names only https addresses of its own host", () => {
      const urls = everyElement(root).flatMap((one) => [one.text, one.attributes["DefaultValue"] ?? ""]).filter((text) => text.includes("://"));
      assert.ok(urls.length > 10);
      for (const url of urls) assert.ok(`${url}/`.startsWith(address), url);
    });

    it("runs pane and functions in one long-lived runtime, all under one resid", () => {
      const runtime = only(root, "Runtime");
      assert.equal(runtime.attributes["lifetime"], "long");
      const page = only(only(root, "Page"), "SourceLocation").attributes["resid"];
      const pane = only(only(root, "Action"), "SourceLocation").attributes["resid"];
      assert.deepEqual([page, pane], [runtime.attributes["resid"], runtime.attributes["resid"]]);
      assert.equal(named(root, page ?? ""), only(child(root, "DefaultSettings"), "SourceLocation").attributes["DefaultValue"]);
    });

    it("loads the files that the build writes", () => {
      const location = (name: string) => named(root, only(only(root, name), "SourceLocation").attributes["resid"] ?? "");
      assert.equal(location("Script"), `${address}functions.js`);
      assert.equal(location("Metadata"), `${address}functions.json`);
      assert.equal(location("Page"), `${address}taskpane.html`);
    });

    it("asks for error values in functions and for the shared runtime, and for no more", () => {
      const sets = child(root, "Requirements").children.flatMap((list) => list.children).map((set) => [set.attributes["Name"], set.attributes["MinVersion"]]);
      assert.deepEqual(sets, [["CustomFunctionsRuntime", "1.3"], ["SharedRuntime", "1.1"]]);
    });

    it("shows a button on the Home tab that opens the pane", () => {
      assert.equal(only(root, "OfficeTab").attributes["id"], "TabHome");
      assert.equal(only(root, "Control").attributes["xsi:type"], "Button");
      assert.equal(only(root, "Action").attributes["xsi:type"], "ShowTaskpane");
      assert.ok(child(only(root, "Action"), "TaskpaneId").text);
    });

    it("has an icon file of the stated size behind every image", () => {
      const images = everyElement(root).filter((one) => one.name === "bt:Image" && one.attributes["size"]);
      const sized = images.map((one) => [Number(one.attributes["size"]), named(root, one.attributes["resid"] ?? "")] as const);
      const stated = [...sized, [32, child(root, "IconUrl").attributes["DefaultValue"] ?? ""], [64, child(root, "HighResolutionIconUrl").attributes["DefaultValue"] ?? ""]] as const;
      for (const required of [16, 32, 80]) assert.ok(sized.some(([size]) => size === required), `size ${required}`);
      for (const [size, url] of stated) {
        const file = path.join(ROOT, url.slice(address.length));
        assert.deepEqual(pngSize(file), { width: size, height: size }, url);
      }
    });
  });
}

const written = fs.mkdtempSync(path.join(os.tmpdir(), "taxlot-manifest-"));

before("write the development manifest", () => writeManifest(written, { development: true }));
after("take it away", () => fs.rmSync(written, { recursive: true, force: true }));

structure("published", PUBLISHED_ADDRESS, () => path.join(ROOT, "manifest.xml"));
structure("development", DEVELOPMENT_ADDRESS, () => path.join(written, "manifest.xml"));

describe("the two add-ins side by side", () => {
  const published = () => path.join(ROOT, "manifest.xml");
  const development = () => path.join(written, "manifest.xml");

  it("office-addin-manifest reads both, and they differ in id and name", async () => {
    const ours = await OfficeAddinManifest.readManifestFile(published());
    const dev = await OfficeAddinManifest.readManifestFile(development());
    assert.equal(ours.displayName, "Taxlot");
    assert.equal(dev.displayName, "Taxlot (dev)");
    assert.notEqual(dev.id, ours.id);
    assert.deepEqual([ours.hosts, dev.hosts], [["Workbook"], ["Workbook"]]);
    assert.deepEqual([ours.officeAppType, ours.defaultLocale, ours.version], ["TaskPaneApp", "en-US", dev.version]);
  });

  it("and in the namespace people type", async () => {
    const namespace = async (file: string) => {
      const root = await readManifest(file);
      return named(root, only(root, "Namespace").attributes["resid"] ?? "");
    };
    assert.equal(await namespace(published()), "TAXLOT");
    assert.equal(await namespace(development()), "TAXLOTDEV");
  });
});

describe("the rules above can fail", () => {
  const broken = async (from: string, to: string) => {
    const file = path.join(written, "broken.xml");
    const text = fs.readFileSync(path.join(ROOT, "manifest.xml"), "utf8");
    assert.ok(text.includes(from), from);
    fs.writeFileSync(file, text.replace(from, to));
    return readManifest(file);
  };

  it("an element out of order is found", async () => {
    const root = await broken("<Permissions>ReadWriteDocument</Permissions>", "<Permissions>ReadWriteDocument</Permissions><SupportUrl/>");
    assert.deepEqual(misplaced(root), ["SupportUrl in OfficeApp"]);
  });

  it("a reference to no resource is found", async () => {
    const root = await broken('<Label resid="Group.Label"/>', '<Label resid="Group.Lable"/>');
    assert.equal(named(root, "Group.Lable"), "");
  });
});
