/** The settings of one value that the form shows. */
import type { Settings } from "../../sheet/reading-types";
import { asTyped, rate, type SingleSetting } from "./single-setting";
import { money, TAX_SETTINGS } from "./tax-settings";

function methodForAll({ choices }: Settings): string {
  return choices.methods.find((order) => order.account === undefined && order.symbol === undefined && order.fromDay === undefined)?.method ?? "FIFO";
}

const VIEW_WORDS = { taxpayer: "Taxpayer", broker: "Broker", none: "None" } as const;

export const METHODS_OFFERED = ["FIFO", "LIFO", "HIFO", "LOFO", "SPEC", "AVG", "MINTAX"] as const;

export const HOW_LOTS_ARE_BOOKED: readonly SingleSetting[] = [
  { name: "Method", label: "Method", words: METHODS_OFFERED, shown: methodForAll, read: asTyped },
  { name: "View", label: "Wash-sale view", words: Object.values(VIEW_WORDS), shown: ({ choices }) => VIEW_WORDS[choices.view], read: asTyped },
];

export const THRESHOLDS: readonly SingleSetting[] = [money("Min loss"), rate("Min loss percent", ({ tax }) => tax.minLossPercent)];

export const SINGLE_SETTINGS: readonly SingleSetting[] = [...HOW_LOTS_ARE_BOOKED, ...TAX_SETTINGS, ...THRESHOLDS];
