/** Money funds: cash by another name. Their shares stay at a dollar, so that buying and selling them moves no lot that could gain. */
import { Exact, readFigure } from "./figures";

/** By convention the tickers of money funds have five letters and end in XX; brokers add stars and names of their own for cash. */
const TICKER = /^([A-Z]{3}XX|FCASH|CORE|QACDS|USD|CASH)\**$/i;

/** @param price blank where the row states none: then amount and quantity must be the same */
export function isMoneyFund(symbol: string, quantity: string, price: string, amount: string): boolean {
  if (!TICKER.test(symbol.trim())) return false;
  const [shares, perShare, dollars] = [quantity, price, amount].map(readFigure);
  if (typeof perShare === "string" && !new Exact(perShare).isZero()) return new Exact(perShare).equals(1);
  if (typeof shares !== "string" || typeof dollars !== "string") return true;
  return new Exact(shares).abs().equals(new Exact(dollars).abs());
}
