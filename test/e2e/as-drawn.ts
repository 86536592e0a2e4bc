/** The pane as it is drawn: by the rules of axe, in dark, at the width a person gives it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { ADD_IN } from "../../workbench/paths";
import { workbench } from "./one-browser";

const SERIOUS = new Set(["serious", "critical"]);

/** Serious findings of axe in the pane; none is an empty list. */
export async function findings(): Promise<readonly string[]> {
  // Fluent's own ends of a group, which take the focus only to pass it on at once; axe does not know them.
  const results = await new AxeBuilder({ page: workbench().page }).exclude("#grid").exclude(["#pane iframe", "[data-tabster-dummy]"]).analyze();
  return results.violations
    .filter(({ impact }) => SERIOUS.has(impact ?? ""))
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary ?? ""}`).join("; ")}`);
}

const PANE_SCRIPT = "**/addin/taskpane.js";
/** Excel tells the pane its colours in Office.context.officeTheme; Excel on the web, and so office.js here, tells none. */
const DARK_COLOURS = `Object.defineProperty(Object.prototype, "officeTheme", { configurable: true, get: () => ({ bodyBackgroundColor: "#1b1a19", isDarkTheme: true }) });\n`;

/** From the next opening on. What every object inherits stands in for the colours that are not told: one line before the pane's own script. */
export async function inDark(): Promise<void> {
  const script = readFileSync(join(ADD_IN, "taskpane.js"), "utf8");
  await workbench().context.route(PANE_SCRIPT, (route) => route.fulfill({ contentType: "text/javascript", body: DARK_COLOURS + script }));
}

export function inLightAgain(): Promise<void> {
  return workbench().context.unroute(PANE_SCRIPT);
}

/** null: as wide as the workbench draws it. */
export async function setPaneWidth(px: number | null): Promise<void> {
  await workbench().page.evaluate((width) => {
    const frame = document.querySelector<HTMLElement>("#pane iframe")!;
    frame.style.width = width === null ? "" : `${width}px`;
  }, px);
}
