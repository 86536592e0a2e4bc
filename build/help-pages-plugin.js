/**
 * Turns docs/functions/*.md into assets/help/*.html, so that the help link of a function opens a page of the
 * add-in's own host, also where the reader has no access to the source repository.
 */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { marked } = require("marked");
const { Compilation, sources } = require("webpack");

const NAME = "HelpPagesPlugin";
const FOLDER = path.resolve(__dirname, "../docs/functions");

const STYLE = `
  body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; font: 15px/1.55 "Segoe UI", system-ui, sans-serif; color: #242424; background: #fff; }
  h1, h2 { line-height: 1.25; } h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
  code { font: 0.92em Consolas, Menlo, monospace; background: #f3f3f3; padding: 0.1em 0.3em; border-radius: 3px; }
  pre { overflow-x: auto; background: #f3f3f3; padding: 0.8rem; border-radius: 4px; } pre code { padding: 0; }
  table { border-collapse: collapse; display: block; overflow-x: auto; } th, td { border: 1px solid #d1d1d1; padding: 0.3rem 0.6rem; text-align: left; }
  a { color: #0b6a4f; } nav { font-size: 0.9rem; }
  @media (prefers-color-scheme: dark) {
    body { color: #e6e6e6; background: #1f1f1f; } code, pre { background: #2b2b2b; } th, td { border-color: #4a4a4a; } a { color: #5cc9a7; }
  }`;

function escapeHtml(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** The page of one markdown text; its first heading is the title. */
function helpPage(markdown, indexLink) {
  const title = /^#\s+(.+)$/m.exec(markdown)?.[1]?.replace(/`/g, "") ?? "Taxlot help";
  const body = marked
    .parse(markdown)
    // Pages link to each other as files of the repository; here they are html.
    .replace(/href="([\w-]+)\.md(#[^"]*)?"/g, 'href="$1.html$2"');
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${STYLE}
</style>
${indexLink ? '<nav><a href="index.html">All functions</a></nav>\n' : ""}${body}</html>
`;
}

/** The list of all pages, from their titles and first paragraphs. */
function indexMarkdown(pages) {
  const lines = pages.map(({ name, markdown }) => {
    const summary = markdown.split(/\n\s*\n/).find((block) => block.trim() && !/^[#`|<>-]/.test(block.trim())) ?? "";
    return `- [${name}](${name}.md): ${summary.replace(/\s+/g, " ").trim()}`;
  });
  return `# Taxlot functions\n\n${lines.join("\n")}\n`;
}

class HelpPagesPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      compilation.hooks.processAssets.tap({ name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        const pages = fs
          .readdirSync(FOLDER)
          .filter((file) => file.endsWith(".md"))
          .sort()
          .map((file) => ({ name: file.slice(0, -3), markdown: fs.readFileSync(path.join(FOLDER, file), "utf8") }));
        const emit = (name, html) => compilation.emitAsset(`assets/help/${name}.html`, new sources.RawSource(html));
        for (const { name, markdown } of pages) emit(name, helpPage(markdown, true));
        emit("index", helpPage(indexMarkdown(pages), false));
      });
    });
  }
}

module.exports = { HelpPagesPlugin };
