/** The namespace of the custom functions, as the built add-in's manifest states it. */
export function namespaceIn(manifestXml: string): string {
  const xml = new DOMParser().parseFromString(manifestXml, "application/xml");
  const resid = xml.querySelector("ExtensionPoint Namespace, Namespace")?.getAttribute("resid");
  const strings = [...xml.getElementsByTagName("*")].filter((element) => element.localName === "String");
  const value = strings.find((element) => element.getAttribute("id") === resid)?.getAttribute("DefaultValue");
  if (!value) throw new Error("manifest.xml names no namespace for custom functions.");
  return value;
}
