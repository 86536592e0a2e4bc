/**
 * Wash sales as the regulation reads them, with the whole ledger in view: when a loss is met, the
 * purchases of the 30 days after it are already known, and its shares are taken one by one to the
 * earliest acquired share that may replace them (R-WS-1 to R-WS-11, R-WS-14; 1.1091-1(b)-(e)).
 */
import type { CaseSettings } from "../cases/case-format";
import { take, ZERO, type Exact } from "./cents";
import { divided, TooCoarse, type Fraction } from "./fraction";
import { byAcquisition, type Holdings, type Piece, type Purchase } from "./holdings";
import type { ShareUnits } from "./share-units";

export interface AccountFacts {
  readonly type: string;
  readonly owner: string;
}

export interface LossPiece {
  readonly purchase: Purchase;
  readonly effective: number;
  readonly account: string;
  readonly symbol: string;
  readonly soldOn: number;
  /** Row of the sale; shares of the sold symbol are counted as they are just before `countedAt`. */
  readonly row: number;
  readonly countedAt: number;
  openShares: number;
  openLoss: Exact;
}

export interface Match {
  readonly loss: LossPiece;
  readonly replacement: Piece;
  /** Loss shares replaced, in units. */
  readonly units: number;
  readonly disallowed: Exact;
  readonly permanent: Exact;
  readonly basisAdded: Exact;
}

export interface WashFacts {
  readonly holdings: Holdings;
  readonly units: ShareUnits;
  readonly settings: CaseSettings;
  readonly accounts: (name: string) => AccountFacts;
}

export function isRetirement(facts: AccountFacts): boolean {
  return facts.type !== "taxable";
}

/** Matches one loss piece with everything that replaces it; adjusts the replacement shares. */
export function matchLoss(facts: WashFacts, loss: LossPiece): Match[] {
  const matches: Match[] = [];
  for (const candidate of replacementsInOrder(facts, loss)) {
    if (loss.openShares === 0) break;
    matches.push(matchShares(facts, loss, candidate));
  }
  return matches;
}

function replacementsInOrder(facts: WashFacts, loss: LossPiece): Piece[] {
  return [...facts.holdings.pieces].filter((piece) => mayReplace(facts, loss, piece)).sort(byAcquisition);
}

function mayReplace({ settings, accounts, units }: WashFacts, loss: LossPiece, piece: Piece): boolean {
  const view = settings.view ?? "taxpayer";
  const isLater = piece.state === "coming";
  if (view === "none" || piece.usedAsReplacement) return false;
  if (Math.abs(piece.purchase.day - loss.soldOn) > 30) return false;
  if (piece.purchase === loss.purchase) return false;
  if (settings.candidateRule === "acquiredAfterSoldLot" && piece.purchase.row < loss.purchase.row) return false;

  const soldSymbol = isLater ? units.symbolAt(loss.symbol, loss.row, piece.purchase.row) : loss.symbol;
  if (view === "broker") {
    return soldSymbol === piece.symbol && piece.purchase.account === loss.account && !piece.moved;
  }
  const { type } = accounts(piece.account);
  const isPlan = type !== "taxable" && type !== "ira" && type !== "roth";
  if (isPlan && settings.planAccounts === "ignore") return false;
  return soldSymbol === piece.symbol || isIdentical(settings, soldSymbol, piece.symbol);
}

function isIdentical(settings: CaseSettings, a: string, b: string): boolean {
  return (settings.identicalGroups ?? []).some((group) => group.includes(a) && group.includes(b));
}

/** Share for share until either side runs out. Shares of unlike splits meet as they stand that day. */
function matchShares(facts: WashFacts, loss: LossPiece, candidate: Piece): Match {
  const [lossStep, replacementStep] = unitsThatMeet(facts, loss, candidate);
  let [lossShares, replacementShares] = [0, 0];
  while (lossShares < loss.openShares && replacementShares < candidate.shares.length) {
    lossShares += lossStep;
    replacementShares += replacementStep;
  }
  if (lossShares > loss.openShares || replacementShares > candidate.shares.length) {
    throw new TooCoarse("A unit would have to be cut.");
  }
  const replacement = facts.holdings.cutFront(candidate, replacementShares);
  const disallowed = take(loss.openLoss, lossShares, loss.openShares);
  loss.openLoss = loss.openLoss.minus(disallowed);
  loss.openShares -= lossShares;
  replacement.usedAsReplacement = true;

  const lost = isForGood(facts, loss, replacement);
  const permanent = lost ? disallowed : ZERO;
  const basisAdded = disallowed.minus(permanent);
  replacement.basis = replacement.basis.plus(basisAdded);
  if (!lost) replacement.effective = tacked(facts.settings, loss, replacement.effective);
  return { loss, replacement: { ...replacement }, units: lossShares, disallowed, permanent, basisAdded };
}

function unitsThatMeet({ units }: WashFacts, loss: LossPiece, candidate: Piece): [number, number] {
  const isLater = candidate.state === "coming";
  const at = isLater ? candidate.purchase.row : loss.countedAt;
  const soldSymbol = isLater ? units.symbolAt(loss.symbol, loss.row, at) : loss.symbol;
  const ratio: Fraction = divided(units.sharesPerUnit(candidate.symbol, at), units.sharesPerUnit(soldSymbol, at));
  return [Number(ratio.over), Number(ratio.under)];
}

/** R-WS-9. */
function isForGood({ settings, accounts }: WashFacts, loss: LossPiece, replacement: Piece): boolean {
  const bought = accounts(replacement.account);
  if (isRetirement(bought)) return true;
  return settings.spouseReplacement === "permanent" && bought.owner !== accounts(loss.account).owner;
}

/** R-WS-6. */
function tacked(settings: CaseSettings, loss: LossPiece, own: number): number {
  const heldDays = loss.soldOn - loss.effective;
  switch (settings.washHoldingPeriod ?? "tackDays") {
    case "substituteDate":
      return Math.min(own, loss.effective);
    case "tackNoOverlap":
      return Math.min(own, Math.max(loss.effective, own - heldDays));
    default:
      return own - heldDays;
  }
}
