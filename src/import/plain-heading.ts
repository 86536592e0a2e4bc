/** A heading as formats compare it: lower case, single blanks, without a unit at its end. */
export function bareHeading(text: string): string {
  return withUnit(text).replace(/\s*(\(\$\)|\(usd\)|[$#*:])+$/, "").trim();
}

/** In lower case and single blanks alone. */
export function withUnit(text: string): string {
  return textOfCell(text).replace(/[\s_\u00a0\ufeff]+/g, " ").trim().toLowerCase();
}

/** Trimmed; `="00123"` keeps Excel from reading a text as a number, and means the text. */
export function textOfCell(cell: string): string {
  const text = cell.trim();
  return /^="(?<text>[^"]*)"$/.exec(text)?.groups?.["text"]?.trim() ?? text;
}
