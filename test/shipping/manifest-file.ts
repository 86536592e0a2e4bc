/** A manifest as a tree of elements, and what Microsoft's schemas ask of that tree. */
import fs from "node:fs";
import { parseStringPromise } from "xml2js";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
}

interface ParsedNode {
  readonly "#name": string;
  readonly $?: Record<string, string>;
  readonly _?: string;
  readonly $$?: readonly ParsedNode[];
}

export async function readManifest(file: string): Promise<Element> {
  const root = (await parseStringPromise(fs.readFileSync(file, "utf8"), {
    explicitRoot: false,
    explicitChildren: true,
    preserveChildrenOrder: true,
  })) as ParsedNode;
  return elementFrom(root);
}

function elementFrom(node: ParsedNode): Element {
  return { name: node["#name"], attributes: node.$ ?? {}, text: (node._ ?? "").trim(), children: (node.$$ ?? []).map(elementFrom) };
}

/** The element and all below it, in document order. */
export function everyElement(element: Element): Element[] {
  return [element, ...element.children.flatMap(everyElement)];
}

/** The one element of that name below `element`. Throws when there is none or more than one. */
export function only(element: Element, name: string): Element {
  const found = everyElement(element).filter((one) => one.name === name);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} elements ${name}, where one is expected`);
  return found[0];
}

export function child(element: Element, name: string): Element {
  const found = element.children.find((one) => one.name === name);
  if (!found) throw new Error(`${element.name} has no ${name}`);
  return found;
}

/**
 * The order of children under each parent, from the sequences of OfficeAppManifestV1_1.xsd,
 * TaskPaneAppVersionOverridesV1_0.xsd and OfficeAppBasicTypesV1_0.xsd. Excel refuses a manifest that breaks it.
 */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id", "AlternateId", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl",
    "HighResolutionIconUrl", "SupportUrl", "AppDomains", "Hosts", "Requirements", "DefaultSettings", "Permissions",
    "VersionOverrides",
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources"],
  Host: ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  AllFormFactors: ["ExtensionPoint"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  "ExtensionPoint CustomFunctions": ["Script", "Page", "Metadata", "Namespace"],
  "ExtensionPoint PrimaryCommandSurface": ["OfficeTab", "CustomTab"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  OfficeTab: ["Group"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  Action: ["TaskpaneId", "SourceLocation", "Title"],
  Resources: ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"],
};

/** Children that stand where the schema has no place for them. */
export function misplaced(root: Element): string[] {
  return everyElement(root).flatMap((parent) => {
    const type = parent.attributes["xsi:type"];
    const order = CHILDREN[parent.name === "ExtensionPoint" ? `${parent.name} ${type}` : parent.name];
    if (!order) return parent.name === "ExtensionPoint" ? [`no rule for ExtensionPoint ${type}`] : [];
    const places = parent.children.map((one) => order.indexOf(one.name));
    return parent.children
      .filter((_, at) => (places[at] ?? -1) < 0 || (places[at] ?? -1) < Math.max(...places.slice(0, at), -1))
      .map((one) => `${one.name} in ${parent.name}`);
  });
}

/** Width and height of a PNG, from its header. */
export function pngSize(file: string): { readonly width: number; readonly height: number } {
  const bytes = fs.readFileSync(file);
  if (bytes.toString("latin1", 1, 4) !== "PNG" || bytes.toString("latin1", 12, 16) !== "IHDR") throw new Error(`${file} is no PNG`);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
