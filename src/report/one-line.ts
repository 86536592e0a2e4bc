/** Text for files that programs read line by line, which would take what stands after a line end for a record of its own. */
const CONTROL_SIGNS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** Line ends, tabs and other control signs are blanks. */
export function oneLine(text: string): string {
  return text.replace(CONTROL_SIGNS, " ");
}
