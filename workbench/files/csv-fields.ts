/** Separated text split into rows and fields as Excel splits it, so that one odd quotation mark swallows no row. */

export interface SplitText {
  readonly rows: readonly (readonly string[])[];
  /** Number, from 1, of the row with a quotation mark that opens and does not close properly. Absent: all close. */
  readonly openRow?: number;
}

/**
 * A quotation mark opens a quoted field only where it is the field's first character; anywhere else it is a letter.
 * What follows a closing mark up to the separator belongs to the field (`"x")` reads `x)`), as in Excel. A quoted
 * field may hold line breaks, but one that does must be followed by a separator or a line end: otherwise its opening
 * mark was a letter, and the rows it took in cannot be told apart.
 * `text` has "\n" line ends; `atMost` limits the rows, for a look at the beginning.
 */
export function splitFields(text: string, separator: string, atMost = Infinity): SplitText {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (rows.length < atMost) {
    const field = text[at] === '"' ? quotedField(text, at, separator) : plainField(text, at, separator);
    if (field === undefined) return { rows, openRow: rows.length + 1 };
    row.push(field.value);
    at = field.end + 1;
    if (text[field.end] === separator) continue;
    rows.push(row);
    if (field.end >= text.length) break;
    row = [];
  }
  return { rows };
}

interface Field {
  readonly value: string;
  /** Where the separator, the line end or the end of the text stands. */
  readonly end: number;
}

function plainField(text: string, start: number, separator: string): Field {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== "\n") end++;
  return { value: text.slice(start, end), end };
}

function quotedField(text: string, start: number, separator: string): Field | undefined {
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return undefined;
  const quoted = text.slice(start + 1, close).replaceAll('""', '"');
  const rest = plainField(text, close + 1, separator);
  if (rest.value.trim() !== "" && quoted.includes("\n")) return undefined;
  return { value: quoted + rest.value, end: rest.end };
}
