/** Fields of a comma-separated file as RFC 4180 has them, none of which a spreadsheet takes for a formula. */

/** What Excel and its kin take for the start of a formula when they open a file. */
const STARTS_FORMULA = /^[=+\-@\t\r]/;

/** A number is written as it is, a minus included; text that starts like a formula gets an apostrophe before it. */
export function csvField(value: string | number): string {
  if (typeof value === "number") return plain(value);
  const safe = STARTS_FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** Lines end in CR LF, the last one too. */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(csvField).join(",")}\r\n`).join("");
}

function plain(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(12).replace(/\.?0+$/, "") : text;
}
