/** The forms as files for other programs: refused as a whole where the form would fall short (R-8949-1), by row where TXF has no word. Pure. */
import { form8949Csv } from "../../report/form-8949-csv";
import { form8949Statements, form8949StatementsCsv } from "../../report/form-8949-statement";
import { txfFile } from "../../report/txf";
import { done, refuse, type Outcome } from "../../values/outcome";
import type { Answering } from "../engine/contract";
import { count } from "../sentences";
import { packageFacts, type PackageFacts } from "./package-facts";
import type { ExportKind, ExportView } from "./package-view";

const CSV_TYPE = "text/csv;charset=utf-8";

export const answerExport: Answering<"packageExport"> = async (desk, { year, kind }, step) => {
  const facts = await packageFacts(desk, year, step);
  if (facts.incomplete !== null) return refuse("missing-fact", `Form 8949 of ${year} would fall short. ${facts.incomplete}`);
  if (facts.printed.length === 0) return refuse("missing-fact", `No taxable sale of ${year} is in the trades.`);
  return EXPORTS[kind](facts);
};

const EXPORTS: Readonly<Record<ExportKind, (facts: PackageFacts) => Outcome<ExportView>>> = {
  csv: ({ printed, year }) =>
    done({ fileName: `Form 8949 ${year}.csv`, mimeType: CSV_TYPE, text: form8949Csv(printed), holds: count(printed.length, "row"), refused: [], remarks: [] }),
  txf: ({ printed, year, desk }) => {
    const { text, written, refused, remarks } = txfFile(printed, desk.asOf);
    if (written.length === 0) return refuse("missing-fact", `TXF can say none of the ${count(printed.length, "row")} of ${year}. ${refused[0]?.sentence ?? ""}`.trim());
    return done({ fileName: `Form 8949 ${year}.txf`, mimeType: "text/plain;charset=us-ascii", text, holds: count(written.length, "row"), refused: refused.map(({ sentence }) => sentence), remarks });
  },
  statement: ({ printed, year }) => {
    const statements = form8949Statements(printed);
    if (statements.length === 0) return refuse("missing-fact", `Every row of ${year} goes straight to Schedule D, so no statement is needed.`);
    return done({ fileName: `Form 8949 ${year} statement.csv`, mimeType: CSV_TYPE, text: form8949StatementsCsv(statements, year), holds: count(statements.length, "statement"), refused: [], remarks: [] });
  },
};
