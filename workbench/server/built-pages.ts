/** The built pages load office.js from Microsoft's CDN. Here the same file comes from node_modules; nothing else changes. */

const CDN_SCRIPT = /https:\/\/appsforoffice\.microsoft\.com\/lib\/(?:1|1\.1)\/hosted\/office(?:\.debug)?\.js/g;

export function withLocalOfficeJs(html: string): string {
  return html.replace(CDN_SCRIPT, "/office-js/office.js");
}
