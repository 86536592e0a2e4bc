/** Interactive Brokers' lot-matching methods, all of them per share. Specific Lot is SPEC. */
import { standingOrder, vendorPage, type LotMethod } from "./lot-method";
import { grouped, LOSSES_SHORT_FIRST } from "./ordering";
import { sameAs } from "./same-as";

const LOT_MATCHING = vendorPage("Interactive Brokers, Lot-Matching Methods");

export const INTERACTIVE_BROKERS: readonly LotMethod[] = [
  sameAs("FIFO", "IBKR_FIFO", "Interactive Brokers FIFO, its default", LOT_MATCHING),
  sameAs("LIFO", "IBKR_LI", "Interactive Brokers LIFO", LOT_MATCHING),
  sameAs(
    "HIFO",
    "IBKR_HC",
    "Interactive Brokers Highest Cost",
    LOT_MATCHING,
    "that is, the greatest loss first and, with no loss left, the smallest gain",
  ),
  {
    name: "IBKR_MLG",
    ordering: grouped("cheapest", [
      { term: "long", results: ["gain"] },
      { term: "short", results: ["gain"] },
      { term: "short", results: ["none", "loss"] },
      { term: "long", results: ["none", "loss"] },
    ]),
    whose: "Interactive Brokers Maximize Long-Term Gain",
    source: standingOrder(LOT_MATCHING),
  },
  {
    name: "IBKR_MLL",
    ordering: grouped("dearest", [
      { term: "long", results: ["loss"] },
      { term: "short", results: ["loss"] },
      { term: "short", results: ["none", "gain"] },
      { term: "long", results: ["none", "gain"] },
    ]),
    whose: "Interactive Brokers Maximize Long-Term Loss",
    source: standingOrder(LOT_MATCHING),
  },
  {
    name: "IBKR_MSG",
    ordering: grouped("cheapest", [
      { term: "short", results: ["gain"] },
      { term: "long", results: ["gain"] },
      { term: "long", results: ["none", "loss"] },
      { term: "short", results: ["none", "loss"] },
    ]),
    whose: "Interactive Brokers Maximize Short-Term Gain",
    source: standingOrder(LOT_MATCHING),
  },
  {
    name: "IBKR_MSL",
    ordering: LOSSES_SHORT_FIRST,
    whose: "Interactive Brokers Maximize Short-Term Loss",
    source: standingOrder(LOT_MATCHING),
  },
];
