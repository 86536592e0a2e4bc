/** Interactive Brokers' lot-matching methods, all of them per share. Specific Lot is SPEC. */
import { vendorPage, type LotMethod } from "./lot-method";
import { grouped, DEAREST_FIRST, EARLIEST_FIRST, LATEST_FIRST, LOSSES_SHORT_FIRST } from "./ordering";

const LOT_MATCHING = vendorPage("Interactive Brokers, Lot-Matching Methods");

export const INTERACTIVE_BROKERS: readonly LotMethod[] = [
  { name: "IBKR_FIFO", ordering: EARLIEST_FIRST, whose: "Interactive Brokers FIFO, its default; same as FIFO", source: LOT_MATCHING },
  { name: "IBKR_LI", ordering: LATEST_FIRST, whose: "Interactive Brokers LIFO; same as LIFO", source: LOT_MATCHING },
  {
    name: "IBKR_HC",
    ordering: DEAREST_FIRST,
    remark: "which is the greatest loss first and, with no loss left, the smallest gain",
    whose: "Interactive Brokers Highest Cost; same as HIFO",
    source: LOT_MATCHING,
  },
  {
    name: "IBKR_MLG",
    ordering: grouped("cheapest", [
      { term: "long", results: ["gain"] },
      { term: "short", results: ["gain"] },
      { term: "short", results: ["none", "loss"] },
      { term: "long", results: ["none", "loss"] },
    ]),
    whose: "Interactive Brokers Maximize Long-Term Gain",
    source: LOT_MATCHING,
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
    source: LOT_MATCHING,
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
    source: LOT_MATCHING,
  },
  { name: "IBKR_MSL", ordering: LOSSES_SHORT_FIRST, whose: "Interactive Brokers Maximize Short-Term Loss", source: LOT_MATCHING },
];
