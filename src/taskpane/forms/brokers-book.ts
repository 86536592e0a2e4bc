/** The trades as brokers book them, each seeing its own accounts alone: what their forms are compared with. Pure. */
import { bookTrades } from "../../lots/book";
import type { Book } from "../../lots/book-types";
import { FEDERAL_LAW } from "../../rules/federal-law";
import type { Desk } from "../engine/contract";

export function brokersBook({ book, choices }: Pick<Desk, "book" | "choices">): Book {
  return choices.view === "broker" ? book : bookTrades(book.trades, { ...choices, view: "broker" }, FEDERAL_LAW);
}
