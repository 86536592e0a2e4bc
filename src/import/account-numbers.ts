/** Names of accounts that end in the account's number: `ROTH IRA 234567891` and `234567891` are one account of a broker. */

/** The number at the end of a name, in capitals and without marks; a name without one is all of it. */
export function numberOfAccount(account: string): string {
  const text = account.trim().toUpperCase();
  const whole = text.replace(/[-\s]/g, "");
  if (/^[A-Z]{0,2}\d+$/.test(whole)) return whole;
  const number = /(?:^|\s)\(?([A-Z]{0,2}\d[\d-]*)\)?$/.exec(text)?.[1] ?? text;
  return number.replace(/[-\s]/g, "");
}

/** Two of them in one layout are two accounts. Not of `XX1234`, nor of the last four digits. */
export function isFullNumber(account: string): boolean {
  return /^(?!XX)[A-Z]{0,2}\d{5,}$/.test(numberOfAccount(account));
}

/** They have one full number, whatever words stand before it. */
export function isSameNumber(one: string, other: string): boolean {
  return isFullNumber(one) && numberOfAccount(one) === numberOfAccount(other);
}
