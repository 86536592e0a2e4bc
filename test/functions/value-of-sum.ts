/** Works out a written sum of numbers, + - * / and parentheses; null where the text is none. */
export function valueOfSum(text: string): number | null {
  const signs = text.match(/\d+(?:\.\d+)?|[-+*/()]|\S/g) ?? [];
  let at = 0;
  const factor = (): number => {
    const sign = signs[at++];
    if (sign === "-") return -factor();
    if (sign !== "(") return sign === undefined || !/^\d/.test(sign) ? NaN : Number(sign);
    const inner = sum();
    return signs[at++] === ")" ? inner : NaN;
  };
  const product = (): number => {
    let value = factor();
    while (signs[at] === "*" || signs[at] === "/") value = signs[at++] === "*" ? value * factor() : value / factor();
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (signs[at] === "+" || signs[at] === "-") value = signs[at++] === "+" ? value + product() : value - product();
    return value;
  };
  const value = sum();
  return at === signs.length && !Number.isNaN(value) ? value : null;
}
