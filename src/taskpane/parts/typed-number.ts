/** What is typed into a field for shares, a price or dollars: the number, nothing yet, or a sentence for below the field. */
import { readNumberCell } from "../../sheet/number-cells";

export type Typed = { readonly kind: "number"; readonly value: number } | { readonly kind: "blank" } | { readonly kind: "wrong"; readonly sentence: string };

/** Beyond this a number of shares is no longer exact. */
const LARGEST = 1e14;

/** @param unit "shares", "contracts" or "dollars" */
export function typedAmount(text: string, unit: string): Typed {
  const typed = typedNumber(text, unit === "dollars" ? "Type dollars, such as 5,000." : `Type a number of ${unit}, such as 200.`);
  if (typed.kind !== "number") return typed;
  if (typed.value <= 0) return { kind: "wrong", sentence: `Type more than 0 ${unit}.` };
  return typed.value > LARGEST ? { kind: "wrong", sentence: "This is too large to be exact." } : typed;
}

export function typedPrice(text: string): Typed {
  const typed = typedNumber(text, "Type dollars per share, such as 190.25.");
  if (typed.kind !== "number") return typed;
  if (typed.value < 0) return { kind: "wrong", sentence: "A price is 0 or more." };
  return typed.value > LARGEST ? { kind: "wrong", sentence: "This is too large to be exact." } : typed;
}

function typedNumber(text: string, whatToType: string): Typed {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "blank" };
  const read = readNumberCell(trimmed);
  if (typeof read === "number") return { kind: "number", value: read };
  return { kind: "wrong", sentence: `“${trimmed.slice(0, 20)}” is not a number. ${whatToType}` };
}
