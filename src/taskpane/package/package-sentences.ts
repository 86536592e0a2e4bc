/** What the Package screen says. Pure. */
import { money } from "../charts/formats";
import { count } from "../sentences";
import type { CopyView, ExportView, PackageView } from "./package-view";

/** "Ready: 42 sales of 2025, net gain $1,234.00." or "3 points are open." */
export function packageAnswer({ checks, ...view }: PackageView): string {
  const open = checks.filter(({ state }) => state === "open").length;
  return open === 0 ? `Ready: ${figuresSaid(view)}` : `${count(open, "point is", "points are")} open.`;
}

/** Under the answer, where points are open: what stands all the same. */
export function packageCaveats({ checks, ...view }: PackageView): readonly string[] {
  if (checks.every(({ state }) => state !== "open")) return [];
  return view.incomplete === null ? [`As it stands: ${figuresSaid(view)}`] : ["The net result cannot be told until then."];
}

function figuresSaid({ sales, netCents, year }: Pick<PackageView, "sales" | "netCents" | "year">): string {
  if (sales === 0) return `no taxable sale of ${year}.`;
  const net = netCents === null ? "" : `, net ${netCents < 0 ? "loss" : "gain"} ${money(netCents)}`;
  return `${count(sales, "sale")} of ${year}${net}.`;
}

/** @param opens this Excel opens a second workbook */
export function copyPlan(year: number, open: number, opens: boolean): string {
  const points = open === 0 ? "" : ` ${count(open, "open point stands", "open points stand")} on its cover.`;
  if (!opens) return `This Excel opens no second workbook: writes new sheets for ${year} into this one. Under Files you can download them as a workbook of their own.${points}`;
  return `Makes a workbook of its own for ${year}, with values and plain formulas. This workbook stays as it is.${points}`;
}

/** After the copy was made; `where` says where it is. */
export function copyMade({ fileName, sheets, checkCells, notZero }: CopyView, where: string): string {
  const checks = notZero === 0 ? `All ${count(checkCells, "check cell is", "check cells are")} 0.` : `${count(notZero, "check cell is", "check cells are")} not 0: see its cover.`;
  return `Made ‘${fileName}’ with ${count(sheets, "sheet")}. ${where} ${checks}`;
}

export const OPENED = "Excel opened it as a new workbook: save it there under this name.";
export const DOWNLOADED = "It is where your browser keeps downloads; if it is not, this host blocks them.";
export const IN_HERE = "Its sheets are in this workbook.";

/** Above the buttons of the files: which of them can be made. */
export function exportHint(year: number, sales: number, incomplete: string | null): string {
  if (incomplete !== null) return `The copy can be made, with this on its cover. No file for a tax program is, for the form would fall short. ${incomplete}`;
  if (sales === 0) return `No taxable sale of ${year} is in the trades, so there is no file for a tax program. The copy shows what is carried forward.`;
  return "The copy as a file, and Form 8949 for a tax program.";
}

export function exportSaved({ fileName, holds, refused }: ExportView): string {
  const left = refused.length === 0 ? "" : ` ${count(refused.length, "row is", "rows are")} not in it.`;
  return `Saved ${fileName} with ${holds} where your browser keeps downloads.${left}`;
}
