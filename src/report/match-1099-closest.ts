/**
 * Which sale of ours goes with which of the broker's where a rule cannot tell them apart: the ones whose money is closest, so that
 * two sales of one day and quantity are not crossed because the form lists them in another order or before fees (R-8949-3).
 */

/** Cents of one side's sale. */
export interface Money {
  readonly proceedsCents: number;
  /** null: not given. */
  readonly basisCents: number | null;
}

/** Beyond so many pairs to weigh, both sides are taken in order of their proceeds. */
const MOST_PAIRS = 100_000;

/** Positions of ours and theirs, each used once; as many pairs as the smaller side has. */
export function closestPairs(ours: readonly Money[], theirs: readonly Money[]): (readonly [ours: number, theirs: number])[] {
  if (ours.length === 1 && theirs.length === 1) return [[0, 0]];
  const inOrder = [side((one) => one.proceedsCents), side((one) => one.basisCents ?? 0)];
  if (ours.length === theirs.length || ours.length * theirs.length > MOST_PAIRS) {
    const [byProceeds, byBasis] = inOrder as [Pairs, Pairs];
    return total(byProceeds) <= total(byBasis) ? byProceeds : byBasis;
  }
  return nearestFirst(ours, theirs);

  /** Both sides in order of an amount: of equal numbers no other pairing is closer in it. */
  function side(of: (one: Money) => number): Pairs {
    const other = (one: Money): number => one.proceedsCents + (one.basisCents ?? 0);
    const sorted = (all: readonly Money[]): number[] => [...all.keys()].sort((a, b) => of(all[a]!) - of(all[b]!) || other(all[a]!) - other(all[b]!) || a - b);
    const [mine, its] = [sorted(ours), sorted(theirs)];
    return mine.slice(0, its.length).map((at, place) => [at, its[place]!] as const);
  }

  function total(pairs: Pairs): number {
    return pairs.reduce((sum, [mine, its]) => sum + apart(ours[mine]!, theirs[its]!), 0);
  }
}

type Pairs = (readonly [ours: number, theirs: number])[];

function nearestFirst(ours: readonly Money[], theirs: readonly Money[]): Pairs {
  const pairs = ours.flatMap((mine, at) => theirs.map((its, place) => ({ at, place, cents: apart(mine, its) })));
  pairs.sort((a, b) => a.cents - b.cents || a.at - b.at || a.place - b.place);
  const [oursUsed, theirsUsed] = [new Set<number>(), new Set<number>()];
  return pairs.flatMap(({ at, place }) => {
    if (oursUsed.has(at) || theirsUsed.has(place)) return [];
    oursUsed.add(at);
    theirsUsed.add(place);
    return [[at, place] as const];
  });
}

function apart(mine: Money, its: Money): number {
  const basis = mine.basisCents === null || its.basisCents === null ? 0 : Math.abs(mine.basisCents - its.basisCents);
  return Math.abs(mine.proceedsCents - its.proceedsCents) + basis;
}

/** Pairs that lie nearer than every other pair of their left and of their right side. */
export function nearestOnBothSides<P>(pairs: readonly P[], leftOf: (pair: P) => unknown, rightOf: (pair: P) => unknown, apart: (pair: P) => number): P[] {
  const [ofLeft, ofRight] = [nearestOf(pairs, leftOf, apart), nearestOf(pairs, rightOf, apart)];
  return pairs.filter((pair) => ofLeft.get(leftOf(pair)) === pair && ofRight.get(rightOf(pair)) === pair);
}

/** null: two are equally near. */
function nearestOf<P>(pairs: readonly P[], sideOf: (pair: P) => unknown, apart: (pair: P) => number): Map<unknown, P | null> {
  const nearest = new Map<unknown, { readonly pair: P | null; readonly apart: number }>();
  for (const pair of pairs) {
    const known = nearest.get(sideOf(pair));
    if (known === undefined || apart(pair) < known.apart) nearest.set(sideOf(pair), { pair, apart: apart(pair) });
    else if (apart(pair) === known.apart) nearest.set(sideOf(pair), { pair: null, apart: known.apart });
  }
  return new Map([...nearest].map(([side, { pair }]) => [side, pair]));
}
