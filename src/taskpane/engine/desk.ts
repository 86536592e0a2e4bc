/** Lays out what every question is answered from: the trades read and booked, the day, the prices, the user's thresholds and tax. */
import type { Book } from "../../lots/book-types";
import { harvestFacts } from "../../sheet/harvest-facts";
import type { Prices } from "../../sheet/read-prices";
import type { Settings, TradesReading } from "../../sheet/reading-types";
import type { Day } from "../../values/plain-date";
import type { FormOnDesk } from "../forms/forms-on-desk";
import type { Desk, DeskSource } from "./contract";

export interface TradesBooked {
  readonly reading: TradesReading;
  readonly settings: Settings;
  readonly book: Book;
  readonly source?: DeskSource | null;
}

export function layDesk({ reading, settings, book, source = null }: TradesBooked, asOf: Day, read: Prices | null, forms: readonly FormOnDesk[] = []): Desk {
  const prices = read?.bySymbol ?? null;
  return { reading, settings, choices: settings.choices, book, asOf, prices, priceFaults: read?.faults ?? [], facts: harvestFacts(reading, settings, asOf, prices ?? new Map(), book), forms, source };
}
