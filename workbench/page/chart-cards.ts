/** The charts of the sheet in front, as cards: what was recorded of them, not a drawing. */
import type { ChartContent } from "../content";
import { element } from "./bar";

export function showCharts(charts: readonly ChartContent[]): void {
  const list = element("charts");
  list.hidden = charts.length === 0;
  list.replaceChildren(...charts.map(cardOf));
}

function cardOf({ name, type, title, series }: ChartContent): HTMLElement {
  const card = document.createElement("li");
  const sources = series.map((each) => each.values ?? "no values").join(", ");
  card.textContent = `Chart: ${title || name} (${type}, ${sources}), recorded. It is drawn in the saved .xlsx.`;
  return card;
}
