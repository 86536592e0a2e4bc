/** What the Harvest screen says of the tax that losses save: now, what of it comes back, and what is carried on (R-TLH-4, R-TLH-5). */
import type { WorthOfLoss } from "../../harvest/worth-of-loss";
import { money, wholeDollars } from "../charts/formats";
import type { YearTax } from "./harvest-view";

/** "$1,540 of tax this year", "nothing to you this year"; negative where the sales cost tax. */
export function yearWorth({ savedCents }: Pick<WorthOfLoss, "savedCents">): string {
  if (savedCents === 0) return "worth nothing to you this year";
  return savedCents > 0 ? `saves ${wholeDollars(savedCents)} of tax this year` : `costs ${wholeDollars(-savedCents)} of tax this year`;
}

/** Beside a lot: "$210.00 of tax this year"; null where no tax can be told, or nothing of the loss counts. */
export function savesLine(worth: WorthOfLoss | null): string | null {
  if (worth === null) return null;
  const { savedCents, nothing } = worth;
  if (savedCents === 0) return nothing === null ? null : "worth nothing to you this year";
  return savedCents > 0 ? `saves ${money(savedCents)} of tax this year` : `costs ${money(-savedCents)} of tax this year`;
}

/** "Bought back, $1,100 of it comes back once sold long-term; $440 is kept for good. $2,000 of loss is carried into 2027." null: nothing to tell apart. */
export function laterLine({ savedCents, comesBackCents, keptCents, carriedShortCents, carriedLongCents }: WorthOfLoss, year: number): string | null {
  const carriedCents = carriedShortCents + carriedLongCents;
  const said = [
    ...(savedCents > 0 && comesBackCents <= 0 ? [keptLine(keptCents, savedCents)] : []),
    ...(comesBackCents > 0 ? [comesBackLine(savedCents, comesBackCents, keptCents)] : []),
    ...(carriedCents > 0 ? [`${wholeDollars(carriedCents)} of loss is carried into ${year + 1}.`] : []),
  ];
  return said.length === 0 ? null : said.join(" ");
}

function keptLine(keptCents: number, savedCents: number): string {
  return keptCents === savedCents ? "It is kept for good: the same gain later is not taxed on a return like this one." : `With the losses carried on, ${wholeDollars(keptCents)} is kept for good.`;
}

function comesBackLine(savedCents: number, comesBackCents: number, keptCents: number): string {
  const back = `If you buy back, ${wholeDollars(comesBackCents)} comes back when those shares are sold long-term`;
  if (savedCents <= 0) return `${back}.`;
  if (keptCents === 0) return `${back}: all of it is deferred, none is kept for good.`;
  return keptCents > 0 ? `${back}; ${wholeDollars(keptCents)} is kept for good.` : `${back}, ${wholeDollars(-keptCents)} more than is saved now.`;
}

/** Rows below the year's results: the tax without and with the sales. */
export function taxRows({ withoutCents, withCents, byLaw }: YearTax): readonly (readonly [string, number])[] {
  const what = byLaw ? "Tax of the return" : "Tax at your rates";
  return [[`${what} without these sales`, withoutCents], ["With them", withCents]];
}
