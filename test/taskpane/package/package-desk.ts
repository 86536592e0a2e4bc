/** A desk with its cells and the brokers' forms, as the engine lays it for Package. */
import assert from "node:assert/strict";
import type { ForCopy } from "../../../src/sheet/placing/copy-sources";
import type { PackageCheck } from "../../../src/sheet/copy/copy-types";
import type { Desk, ReadRequest } from "../../../src/taskpane/engine/contract";
import { stepFor } from "../../../src/taskpane/engine/step";
import { formOnDesk } from "../../../src/taskpane/forms/forms-on-desk";
import { answerPackage } from "../../../src/taskpane/package/answer-package";
import type { PackageView } from "../../../src/taskpane/package/package-view";
import { bookOnDesk } from "../../../src/taskpane/read-book";
import { answerOf, day, HEADINGS, type Rows } from "../desk-of";

export const NOTHING_MORE: ForCopy = { sources: [], identifications: null, frozenFormulas: 0 };

export interface PackageDesk {
  readonly rows: Rows;
  readonly headings?: readonly string[];
  readonly settings?: Rows;
  readonly asOf?: string;
  /** Headings first. */
  readonly forms?: readonly Rows[];
}

const blockOf = (sheet: string, rows: Rows) => ({ sheet, row: 0, column: 0, rows: rows.length, columns: Math.max(...rows.map((row) => row.length)) });

export function readRequest({ rows, headings = HEADINGS, settings, asOf = "2026-04-01" }: Omit<PackageDesk, "forms">): ReadRequest {
  const cells = [headings, ...rows];
  const place = { block: blockOf("Trades", cells), headings: 0, tableName: "Trades", selected: false, missing: [] };
  const found = settings === undefined ? null : { block: blockOf("Taxlot Settings", settings), cells: settings.map((row) => [...row]) };
  return { place, cells, settings: found, prices: null, asOf: day(asOf) };
}

export async function packageDesk({ forms = [], ...read }: PackageDesk): Promise<Desk> {
  const laid = await bookOnDesk(readRequest(read), stepFor({}));
  assert.ok(laid.ok, laid.ok ? "" : laid.problem.sentence);
  const onDesk = forms.map((form, at) => formOnDesk({ place: { block: blockOf(`Form ${at + 1}`, form), tableName: null, selected: false }, cells: form }));
  return { ...laid.value.desk, forms: onDesk };
}

export async function viewOf(of: PackageDesk, workbook = NOTHING_MORE, year = 2025): Promise<PackageView> {
  return answerOf(answerPackage, await packageDesk(of), { year, formsRevision: 0, workbook });
}

export function check(view: PackageView, name: string): PackageCheck {
  const found = view.checks.find((one) => one.name === name);
  assert.ok(found !== undefined, `no check ${name} among ${view.checks.map((one) => one.name).join(", ")}`);
  return found;
}

/** A gain of 500.00 held over a year, and a loss of 300.00: 1,500 − 1,000 and 700 − 1,000. */
export const LEDGER: Rows = [
  ["2024-01-10", "Buy", "XYZ", 100, 10, "Brokerage"],
  ["2025-02-03", "Buy", "ABC", 50, 20, "Brokerage"],
  ["2025-03-03", "Sell", "XYZ", 100, 15, "Brokerage"],
  ["2025-06-02", "Sell", "ABC", 50, 14, "Brokerage"],
];

/** Everything stated that the ledger needs. */
export const SETTINGS: Rows = [
  ["Account", "Brokerage", "Taxable", "Self"],
  ["Tax year", 2025, "", ""],
  ["Filing status", "Single", "", ""],
  ["Carryover short", 0, "", ""],
  ["Client", "Pat Doe", "", ""],
];

/** The broker's form for the ledger, to the cent. */
export const FORM: Rows = [
  ["Symbol", "Acquired", "Sold", "Quantity", "Proceeds", "Basis", "Wash disallowed", "Term", "Basis reported", "Form", "Account"],
  ["XYZ", "2024-01-10", "2025-03-03", 100, 1500, 1000, 0, "Long", "Yes", "1099-B", "Brokerage"],
  ["ABC", "2025-02-03", "2025-06-02", 50, 700, 1000, 0, "Short", "Yes", "1099-B", "Brokerage"],
];
