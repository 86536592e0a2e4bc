/** A heading as formats compare it: lower case, single blanks, without a unit at its end. */
export function bareHeading(text: string): string {
  return withUnit(text).replace(/\s*(\(\$\)|\(usd\)|[$#*:])+$/, "").trim();
}

/** In lower case and single blanks alone. */
export function withUnit(text: string): string {
  return text.replace(/[\s_\u00a0\ufeff]+/g, " ").trim().toLowerCase();
}
