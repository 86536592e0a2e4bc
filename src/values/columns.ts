/** Typed columns of equal length that grow together. */

export type Column = Int32Array | Float64Array | Uint8Array | Uint16Array;

/** The same columns with room for `capacity` entries; what they hold is kept. */
export function roomier<T extends Record<string, Column>>(columns: T, capacity: number): T {
  const larger: Record<string, Column> = {};
  for (const [name, column] of Object.entries(columns)) {
    const Kind = column.constructor as new (length: number) => Column;
    const copy = new Kind(capacity);
    copy.set(column);
    larger[name] = copy;
  }
  return larger as T;
}
