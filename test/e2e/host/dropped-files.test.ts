import assert from "node:assert/strict";
import { workbookOf } from "../at-the-keyboard";
import { openInProbe, probe } from "./probe";

/** Drags a file over the page and, when told to, lets go of it. */
async function drag(name: string, text: string, letGo: boolean): Promise<void> {
  await probe().page.evaluate(
    ({ fileName, content, dropped }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      document.body.dispatchEvent(new DragEvent("dragenter", { dataTransfer, bubbles: true, cancelable: true }));
      if (dropped) document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    },
    { fileName: name, content: text, dropped: letGo },
  );
}

describe("A file dropped on the workbench", () => {
  before(() => openInProbe(workbookOf([["mine"]])));

  it("is announced while it is dragged, then opened", async () => {
    const { page } = probe();
    await drag("trades.csv", "Date,Symbol\n2024-03-01,XYZ\n", false);
    await page.getByText("Drop an .xlsx or .csv file").waitFor({ state: "visible" });
    await drag("trades.csv", "Date,Symbol\n2024-03-01,XYZ\n", true);
    await page.getByText("trades.csv").waitFor();
    await page.getByText("Drop an .xlsx or .csv file").waitFor({ state: "hidden" });
    await probe().settled(60_000);
    assert.equal((await probe().content()).sheets[0]!.rows[1]?.[1]?.value, "XYZ");
  });

  it("that cannot be read says why and leaves the open workbook as it was", async () => {
    const before = await probe().content();
    await drag("statement.pdf", "%PDF-1.7 statement", true);
    await probe().page.getByRole("alert").getByText("is a PDF").waitFor();
    assert.deepEqual(await probe().content(), before);
  });
});
