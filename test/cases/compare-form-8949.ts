/**
 * A case of Form 8949 through the built FORM8949 and SCHEDULED: trades that come to its figures, with the broker's form beside
 * them. A washed loss of so many dollars is so many shares of it bought back, at a dollar of loss a share.
 */
import { callTable, type TableRow } from "./built-functions";
import { serialFromIso, type Cell } from "./case-ranges";
import type { Form8949Case } from "./form-8949-case";

export function form8949Differences(one: Form8949Case): string[] {
  const { expect, input } = one;
  const trades = tradesOf(one);
  const form = formOf(one);
  const rows = callTable("FORM8949", trades, input.year, null, null, form);
  if (rows.length !== 1) return [`expected one row, got ${rows.length}`];
  const lines = callTable("SCHEDULED", trades, input.year, null, form);
  const found: TableRow = { ...rows[0]!, Part: "ABCGHI".includes(String(rows[0]!["Box"])) ? "I" : "II" };
  const expected = {
    Box: expect.box, Part: expect.part, Proceeds: Number(expect.d), Cost: Number(expect.e), Code: expect.f, Adjustment: Number(expect.g),
    Gain: Number(expect.h), "Schedule D": expect.scheduleDLine,
  };
  const differing = Object.entries(expected).filter(([heading, value]) => found[heading] !== value);
  const line = lines.find((row) => String(row["Line"]) === expect.scheduleDLine);
  return [
    ...differing.map(([heading, value]) => `${heading}: expected ${value}, got ${String(found[heading])}`),
    ...(line?.["Gain"] === Number(expect.h) ? [] : [`Schedule D ${expect.scheduleDLine}: expected ${expect.h}, got ${String(line?.["Gain"])}`]),
  ];
}

function daysOf({ input }: Form8949Case): { readonly acquired: string; readonly sold: string; readonly rebought: string } {
  return { acquired: input.term === "LT" ? `${input.year - 2}-03-01` : `${input.year}-03-01`, sold: `${input.year}-06-03`, rebought: `${input.year}-06-10` };
}

const isWashed = ({ input }: Form8949Case): boolean => Number(input.washDisallowed) > 0;

function sharesOf(one: Form8949Case): number {
  return isWashed(one) ? Number(one.input.correctBasis) - Number(one.input.proceeds) : 100;
}

function tradesOf(one: Form8949Case): Cell[][] {
  const { input } = one;
  const { acquired, sold, rebought } = daysOf(one);
  const type = input.assetType === "digital" ? "Digital" : "Stock";
  const washed = Number(input.washDisallowed);
  return [
    ["Date", "Action", "Symbol", "Quantity", "Amount", "Type"],
    [serialFromIso(acquired), "Buy", "XYZ", sharesOf(one), Number(input.correctBasis), type],
    [serialFromIso(sold), "Sell", "XYZ", sharesOf(one), Number(input.proceeds), type],
    ...(isWashed(one) ? [[serialFromIso(rebought), "Buy", "XYZ", washed, washed, type]] : []),
  ];
}

function formOf(one: Form8949Case): Cell[][] {
  const { input } = one;
  const { acquired, sold } = daysOf(one);
  return [
    ["Symbol", "Acquired", "Sold", "Quantity", "Proceeds", "Basis", "Wash disallowed", "Term", "Basis reported", "Form"],
    [
      "XYZ", serialFromIso(acquired), serialFromIso(sold), sharesOf(one), Number(input.proceeds), input.brokerBasis === undefined ? "" : Number(input.brokerBasis),
      Number(input.washDisallowed), (input.brokerTerm ?? input.term) === "LT" ? "Long" : "Short", input.basisReported ? "Yes" : "No", input.form,
    ],
  ];
}
