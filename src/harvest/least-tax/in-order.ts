/**
 * The order of numbers, merged over typed arrays: a comparison called for each pair would take most of the time of a search
 * over ten thousand lots.
 */

/** Indices of the keys, the least key first; equal ones stay as they stand. @param keys none of them NaN */
export function inOrder(keys: Float64Array): Int32Array {
  const { length } = keys;
  let from = new Int32Array(length);
  for (let at = 0; at < length; at += 1) from[at] = at;
  let to = new Int32Array(length);
  for (let run = 1; run < length; run *= 2) {
    for (let start = 0; start < length; start += 2 * run) merge(keys, from, to, start, run);
    const merged = to;
    to = from;
    from = merged;
  }
  return from;
}

/** Two runs that stand one behind the other become one. */
function merge(keys: Float64Array, from: Int32Array, to: Int32Array, start: number, run: number): void {
  const middle = Math.min(start + run, from.length);
  const end = Math.min(start + 2 * run, from.length);
  let left = start;
  let right = middle;
  for (let at = start; at < end; at += 1) {
    const isLeft = right >= end || (left < middle && keys[from[left]!]! <= keys[from[right]!]!);
    to[at] = isLeft ? from[left]! : from[right]!;
    if (isLeft) left += 1;
    else right += 1;
  }
}
