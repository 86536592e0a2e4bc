/** A heading as formats compare it: lower case, single blanks, without a unit at its end. */
export function plainHeading(text: string): string {
  const plain = text.replace(/[\s_\u00a0\ufeff]+/g, " ").trim().toLowerCase();
  return plain.replace(/\s*(\(\$\)|\(usd\)|[$#*:])+$/, "").trim();
}
