/** The little XML that a workbook file needs: escaping, and finding elements without a parser for documents. */

const ATTRIBUTES = `(?:\\s+[\\w:.-]+\\s*=\\s*(?:"[^"]*"|'[^']*'))*`;

export interface XmlElement {
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands between the start and the end tag, still XML. "" when there is nothing. */
  readonly inner: string;
}

const tags = new Map<string, RegExp>();

function startTag(name: string): RegExp {
  let tag = tags.get(name);
  if (!tag) tags.set(name, (tag = new RegExp(`<((?:[\\w.-]+:)?${name})(${ATTRIBUTES})\\s*(/?)>`, "g")));
  return tag;
}

/**
 * Elements of one name, in order, whatever namespace prefix the writing program chose.
 * Only for elements that do not hold others of the same name, as in spreadsheet parts.
 */
export function* elements(xml: string, name: string): Generator<XmlElement> {
  for (let found = elementFrom(xml, name, 0); found; found = elementFrom(xml, name, found.end)) yield found;
}

export function firstElement(xml: string, name: string): XmlElement | undefined {
  return elementFrom(xml, name, 0);
}

function elementFrom(xml: string, name: string, from: number): (XmlElement & { readonly end: number }) | undefined {
  const tag = startTag(name);
  tag.lastIndex = from;
  const found = tag.exec(xml);
  if (!found) return undefined;
  const attributes = found[2] === "" ? {} : attributesOf(found[2]!);
  const start = tag.lastIndex;
  if (found[3] === "/") return { attributes, inner: "", end: start };
  const end = xml.indexOf(`</${found[1]}>`, start);
  return end < 0 ? undefined : { attributes, inner: xml.slice(start, end), end };
}

/** Attributes by local name: `r:id` is found as `id`, except that a plain name wins. */
export function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, double, single] of text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const local = name!.slice(name!.indexOf(":") + 1);
    if (local === name || !(local in found)) found[local] = unescapeXml(double ?? single ?? "");
  }
  return found;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string, decimal: string, name: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

// Characters XML 1.0 cannot hold at all, lone halves of surrogate pairs included.
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const MARKUP: Readonly<Record<string, string>> = {
  "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;",
};

/** For attributes and element text alike. */
export function escapeXml(text: string): string {
  return text.replace(NOT_XML, "\uFFFD").replace(/[&<>"\n\t\r]/g, (mark) => MARKUP[mark]!);
}

/**
 * Cell text as the format stores it: what XML cannot hold becomes _x0007_, and a text that already
 * reads like such an escape is protected (ECMA-376 part 1, ST_Xstring).
 */
export function escapeCellText(text: string): string {
  const marked = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, (mark) => {
      return `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
    });
  return escapeXml(marked);
}
