/** Amounts and counts as sentences write them. */

/** `$1,234.50`, `-$3.00` */
export function moneyText(cents: number): string {
  const whole = Math.abs(cents);
  const dollars = Math.floor(whole / 100);
  const rest = String(whole - dollars * 100).padStart(2, "0");
  return `${cents < 0 ? "-" : ""}$${inThousands(String(dollars))}.${rest}`;
}

/** Digits of a whole number, grouped by three. */
export function inThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}
