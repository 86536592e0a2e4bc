import assert from "node:assert/strict";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { HatchPatterns } from "../../../src/taskpane/charts/hatch";
import { LotShape } from "../../../src/taskpane/charts/LotShape";
import { Mark } from "../../../src/taskpane/charts/Mark";
import { Picture } from "../../../src/taskpane/charts/Picture";

const markup = (view: ReactElement): string => renderToStaticMarkup(<FluentProvider theme={webLightTheme}>{view}</FluentProvider>);

const picture = (
  <Picture title="Lots" summary="2 of 3 lots are below their cost." table={{ columns: ["Lot", "Gain"], rows: [["L1", "−$3.00"]] }} height={120} testId="lots-picture">
    {(width) => (
      <>
        <HatchPatterns />
        <Mark label="XYZ lot L1: −$3.00" x={width / 2} y={10} onAct={() => undefined}>
          <LotShape term="Short" tone="loss" washed />
        </Mark>
        <Mark label="XYZ lot L2: $4.00" x={width / 3} y={20}>
          <LotShape term="Long" tone="gain" washed={false} />
        </Mark>
      </>
    )}
  </Picture>
);

describe("The frame of a picture", () => {
  it("says in a sentence what the picture shows, and ties it to the drawing", () => {
    const seen = markup(picture);
    const [, summaryId] = /<p id="([^"]+)"[^>]*>2 of 3 lots are below their cost\.<\/p>/.exec(seen) ?? [];
    assert.ok(summaryId);
    assert.ok(seen.includes(`aria-describedby="${summaryId}"`));
  });

  it("offers the same facts as a table", () => assert.match(markup(picture), /<button[^>]*>Show as table<\/button>/));

  it("a mark that acts is a button with a name, one that does not is an image with a name", () => {
    const seen = markup(picture);
    assert.match(seen, /role="button" aria-label="XYZ lot L1: −\$3\.00"/);
    assert.match(seen, /role="img" aria-label="XYZ lot L2: \$4\.00"/);
  });

  it("short-term is round and long-term square, and what a wash sale changed is hatched by a pattern of this picture", () => {
    const seen = markup(picture);
    const [, hatch] = /<circle[^>]*style="fill:url\(#([^)]+)\)"/.exec(seen) ?? [];
    assert.ok(hatch);
    assert.ok(seen.includes(`<pattern id="${hatch}"`));
    assert.match(seen, /<rect class="[^"]*" x="-4\.5"/);
  });
});
