/** Marks too near each other to be told apart become one. */

export interface Cluster<M> {
  readonly marks: readonly M[];
  /** Middle, in pixels. */
  readonly x: number;
}

/**
 * @param marks by day
 * @param least pixels between two marks that can be told apart
 */
export function clustered<M extends { readonly day: number }>(marks: readonly M[], x: (day: number) => number, least: number): readonly Cluster<M>[] {
  const clusters: M[][] = [];
  let began = -Infinity;
  for (const mark of marks) {
    const at = x(mark.day);
    const last = clusters.at(-1);
    if (last !== undefined && at - began < least) last.push(mark);
    else {
      clusters.push([mark]);
      began = at;
    }
  }
  return clusters.map((own) => ({ marks: own, x: (x(own[0]!.day) + x(own.at(-1)!.day)) / 2 }));
}

/** Windows that touch or overlap are one band. @param windows in order of opening */
export function joinedBands(windows: readonly { readonly opens: number; readonly closes: number }[]): readonly { readonly opens: number; readonly closes: number }[] {
  const bands: { opens: number; closes: number }[] = [];
  for (const { opens, closes } of windows) {
    const last = bands.at(-1);
    if (last !== undefined && opens <= last.closes + 1) last.closes = Math.max(last.closes, closes);
    else bands.push({ opens, closes });
  }
  return bands;
}
