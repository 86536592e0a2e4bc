import assert from "node:assert/strict";
import { FluentProvider, SSRProvider, webLightTheme } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { ImportedCells } from "../../../src/import/import-types";
import { ChooseFiles } from "../../../src/taskpane/import/ChooseFiles";
import { ColumnsForm } from "../../../src/taskpane/import/ColumnsForm";
import { FilePart } from "../../../src/taskpane/import/FilePart";
import type { FileToRead, ImportView } from "../../../src/taskpane/import/import-view";
import { ReadBefore } from "../../../src/taskpane/import/ReadBefore";
import { UndecidedList } from "../../../src/taskpane/import/UndecidedList";
import { answerTo, file, OWN, SCHWAB, SCHWAB_NAME } from "./files";

const nothing = (): void => undefined;

function markup(view: ReactElement): string {
  return renderToStaticMarkup(
    <SSRProvider>
      <FluentProvider theme={webLightTheme}>{view}</FluentProvider>
    </SSRProvider>,
  );
}

function words(view: ReactElement): string {
  return markup(view).replace(/<style[\s\S]*?<\/style>/g, "").replace(/<[^>]+>/g, " ").replace(/&#x27;/g, "'").replace(/&quot;/g, '"').replace(/\s+/g, " ").trim();
}

function part({ files, combined }: ImportView, accepted: ReadonlyMap<string, ImportedCells> = new Map()): ReactElement {
  const told = combined.files[0] ?? null;
  return <FilePart answer={files[0]!} told={told} wasReadBefore={false} firstRow={2} accepted={accepted} onSay={nothing} onSettle={nothing} onAccept={nothing} onTakeOut={nothing} />;
}
const shown = async (...files: readonly FileToRead[]): Promise<string> => words(part(await answerTo(files)));

describe("Import screen: one file", () => {
  it("says what it is, its account, and the line that needs the user as it stands in the file", async () => {
    const seen = await shown(file(SCHWAB_NAME, SCHWAB));
    assert.match(seen, /4 rows: 2 trades, 1 that moves no lot, 1 to look at\. Account: Individual XXX342\./);
    assert.match(seen, /Rows that move no lot Cash Dividend 1 Line 3: .*"01\/12\/2026","Buy","ABC"/);
  });

  it("asks for the account where the file names none, and leaves its type to Settings", async () => {
    const view = await answerTo([file("export.csv", SCHWAB)]);
    const seen = markup(part(view));
    assert.match(seen, /value="Schwab"[^>]*data-testid="import-account"|data-testid="import-account"[^>]*value="Schwab"/);
    assert.match(words(part(view)), /Account of export\.csv .*Its type and owner are set on Settings\./);
  });

  it("can be left out by a button with its name", async () => assert.match(markup(part(await answerTo([file("a.csv", SCHWAB)]))), /aria-label="Leave a\.csv out"/));

  it("that is refused shows its sentence alone", async () => {
    const seen = words(part(await answerTo([file("nothing.csv", "")])));
    assert.equal(seen, "nothing.csv nothing.csv is empty. Download it again.");
  });

  it("a completed line shows its fields, and what is still blank", async () => {
    const view = await answerTo([file(SCHWAB_NAME, SCHWAB)]);
    const seen = words(part(view, new Map([[`${SCHWAB_NAME}:3`, { Date: "2026-01-12", Action: "Buy", Symbol: "ABC" }]])));
    assert.match(seen, /Date Action Symbol Quantity Price Fees Account Amount Quantity is blank: the row is written so, and Data will ask for it\./);
  });

  it("of many lines that need the user five are shown, and a button for the rest", async () => {
    const lines = SCHWAB.split("\n");
    const many = [...lines, ...Array.from({ length: 7 }, () => lines[2]!)].join("\n");
    const view = await answerTo([file(SCHWAB_NAME, many)]);
    const read = view.files[0]!;
    assert.ok(read.is === "read");
    const seen = markup(<UndecidedList file={read.file} undecided={read.file.undecided} accepted={new Map()} onAccept={nothing} />);
    assert.equal(seen.match(/data-testid="import-undecided"/g)?.length, 5);
    assert.match(seen, /Show 3 more lines/);
  });
});

describe("Import screen: columns to name", () => {
  it("every column has its sample and a choice named after it; nothing is read before the needed ones are found", async () => {
    const answer = (await answerTo([file("own.csv", OWN)])).files[0]!;
    assert.ok(answer.is === "unknown");
    const view = <ColumnsForm layout={answer.layout} columns={null} onColumns={nothing} />;
    assert.match(words(view), /each 10 · 12/);
    assert.deepEqual([...markup(view).matchAll(/aria-label="What (\w+) is"/g)].map(([, heading]) => heading), ["day", "what", "paper", "units", "each"]);
    assert.match(words(view), /Still to be found: .*Symbol/);
    assert.match(markup(view), /data-testid="import-columns-read"[^>]*aria-disabled="true"|aria-disabled="true"[^>]*data-testid="import-columns-read"/);
  });
});

describe("Import screen: nothing chosen", () => {
  it("one button, and a field for several files that the keyboard reaches through it", () => {
    const seen = markup(<ChooseFiles more={false} onFiles={nothing} />);
    assert.equal(seen.match(/<button/g)?.length, 1);
    assert.match(seen, /<input[^>]*type="file"[^>]*multiple/);
  });

  it("files of earlier imports, each with the way to its sheet", () => {
    const before = { trades: null, files: [{ sheetName: "Source schwab.csv", name: "schwab.csv", digest: "0", format: "Schwab transactions" }] };
    assert.equal(words(<ReadBefore before={before} onSelect={nothing} />), "Files in this workbook schwab.csv on ‘Source schwab.csv’");
    assert.equal(words(<ReadBefore before={{ trades: null, files: [] }} onSelect={nothing} />), "");
  });
});
