/** Sentences one after the other, as one note; blank ones are left out. */
export function oneNote(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== "").join(" ");
}
