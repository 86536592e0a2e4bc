/** Stretches of neighbours with one value: columns that can be formatted together. */

export interface Run<T> {
  readonly first: number;
  readonly length: number;
  readonly value: T;
}

export function runsOf<T>(values: readonly T[]): readonly Run<T>[] {
  const runs: Run<T>[] = [];
  values.forEach((value, index) => {
    const last = runs.at(-1);
    if (last !== undefined && last.value === value) runs[runs.length - 1] = { ...last, length: last.length + 1 };
    else runs.push({ first: index, length: 1, value });
  });
  return runs;
}
