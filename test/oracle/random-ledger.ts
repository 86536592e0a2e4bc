/**
 * Small ledgers that are always possible: nothing is sold that is not held. A ledger is told by a
 * setup and a list of intents (plain integers), so that a failing one can be cut down step by step.
 */
import type { CaseSettings, LedgerCase } from "../cases/case-format";
import { LedgerWriter } from "./ledger-writer";
import type { EventName } from "./random-events";
import type { Draw } from "./seeded";

export interface Intent {
  /** 0 to 99: which action. */
  readonly what: number;
  /** Days since the last transaction. */
  readonly gap: number;
  readonly account: number;
  readonly symbol: number;
  readonly size: number;
  readonly price: number;
  readonly extra: number;
  /** 0 to 9999: whether and which of the setup's wider events. Absent: none. */
  readonly event?: number;
}

export interface LedgerAccount {
  readonly name: string;
  readonly type: string;
  readonly owner: string;
}

export interface LedgerSetup {
  readonly settings: CaseSettings;
  readonly accounts: readonly LedgerAccount[];
  readonly symbols: readonly string[];
  /** Smallest quantity traded, a decimal. */
  readonly grid: string;
  /** Splits, gifts and symbol changes may happen. */
  readonly events: boolean;
  /** Wider events, each as often as it is named. */
  readonly wider?: readonly EventName[];
  /** Of a hundred intents, so many are wider events. */
  readonly widerShare?: number;
  /** What all securities are: shares unless told. */
  readonly assetType?: "digital" | "fund";
  /** Every price in whole cents and no fees: then the same however lots are cut. */
  readonly evenMoney?: boolean;
  /** New shares by a ratio, never as a total to be spread. */
  readonly ratiosOnly?: boolean;
  /** First day of the ledger; before 2012, fund shares are noncovered. */
  readonly firstDay?: number;
}

export function drawIntent(draw: Draw): Intent {
  return {
    what: draw(100),
    gap: draw(4) === 0 ? draw(70) : draw(16),
    account: draw(12),
    symbol: draw(12),
    size: draw(400),
    price: draw(4000),
    extra: draw(1000),
    event: draw(10000),
  };
}

export function ledgerFrom(setup: LedgerSetup, intents: readonly Intent[], id = "random"): LedgerCase {
  const writer = new LedgerWriter(setup);
  for (const intent of intents) writer.write(intent);
  return { id, settings: setup.settings, transactions: writer.transactions, expect: {} };
}
