/** Which purchases a name on a row that takes lots can mean. The names of all rows are gathered once for the same trades. */
import { lotNames, type Trades } from "./trades";

interface Names {
  /** By the user's id in upper case. */
  readonly byId: ReadonlyMap<string, readonly number[]>;
  /** By row of the range. */
  readonly byRow: ReadonlyMap<number, readonly number[]>;
}

const known = new WeakMap<Trades, Names>();

/** Positions in the trades; those of what-if purchases come after them. More than one where a merger brings equal ids together. */
export function purchasesNamed(trades: Trades, lot: string): readonly number[] {
  const name = lot.trim().toUpperCase();
  let names = known.get(trades);
  if (names === undefined) known.set(trades, (names = namesOf(trades)));
  const byId = names.byId.get(name) ?? NONE;
  const number = /^(ROW|WHAT-IF) ([0-9]+)$/.exec(name);
  if (number === null) return byId;
  if (number[1] === "WHAT-IF") return [...byId, trades.count + Number(number[2]) - 1];
  const ofRow = (names.byRow.get(Number(number[2])) ?? NONE).filter((at) => lotNames(trades, at).some((own) => own.toUpperCase() === name));
  return [...byId, ...ofRow.filter((at) => !byId.includes(at))];
}

const NONE: readonly number[] = [];

function namesOf(trades: Trades): Names {
  const byId = new Map<string, number[]>();
  for (const [at, { lotId }] of trades.details) if (lotId !== undefined) add(byId, lotId.toUpperCase(), at);
  const byRow = new Map<number, number[]>();
  for (let at = 0; at < trades.count; at++) add(byRow, trades.row[at]!, at);
  return { byId, byRow };
}

function add<Key>(to: Map<Key, number[]>, key: Key, at: number): void {
  const list = to.get(key);
  if (list === undefined) to.set(key, [at]);
  else list.push(at);
}
