/** "waiting 23 days saves $312; the price may fall to $47.12 (−4.1 %) before waiting costs more": of a sale, and of a lot held. */
import { percent, wholeDollars } from "../charts/formats";
import { count } from "../sentences";

interface WaitingWeighed {
  readonly days: number;
  /** Negative: what waiting costs. */
  readonly savesCents: number;
  /** The price at which waiting keeps as much as selling now, and the move to it as a fraction; null: not told. */
  readonly breakEven: { readonly price: string; readonly move: number | null } | null;
}

/** Without a full stop. */
export function waitingWorth({ days, savesCents, breakEven }: WaitingWeighed): string {
  const wait = `waiting ${count(days, "day")}`;
  const to = breakEven === null ? null : `${breakEven.price}${moveSaid(breakEven.move)}`;
  if (savesCents < 0) return `${wait} costs ${wholeDollars(-savesCents)}${to === null ? "" : `, unless the price rises to ${to}`}`;
  return `${wait} saves ${wholeDollars(savesCents)}${to === null ? "" : `; the price may fall to ${to} before waiting costs more`}`;
}

function moveSaid(move: number | null): string {
  return move === null ? "" : ` (${move > 0 ? "+" : ""}${percent(move)})`;
}
