/** The screens in the order of their tabs. */
import {
  ArrowImport20Regular,
  ArrowSwap20Regular,
  BoxCheckmark20Regular,
  Calculator20Regular,
  ClipboardCheckmark20Regular,
  DocumentTable20Regular,
  LeafOne20Regular,
  TargetArrow20Regular,
  Settings20Regular,
  Stack20Regular,
  Receipt20Regular,
  type FluentIcon,
} from "@fluentui/react-icons";
import type { ScreenName } from "../screen";

export interface ScreenTab {
  readonly screen: ScreenName;
  readonly name: string;
  readonly Icon: FluentIcon;
}

export const SCREENS: readonly ScreenTab[] = [
  { screen: "data", name: "Data", Icon: DocumentTable20Regular },
  { screen: "import", name: "Import", Icon: ArrowImport20Regular },
  { screen: "settings", name: "Settings", Icon: Settings20Regular },
  { screen: "lots", name: "Lots", Icon: Stack20Regular },
  { screen: "harvest", name: "Harvest", Icon: LeafOne20Regular },
  { screen: "wash", name: "Wash", Icon: ArrowSwap20Regular },
  { screen: "sell", name: "Sell", Icon: Receipt20Regular },
  { screen: "plan", name: "Plan", Icon: TargetArrow20Regular },
  { screen: "tax", name: "Tax", Icon: Calculator20Regular },
  { screen: "reconcile", name: "Reconcile", Icon: ClipboardCheckmark20Regular },
  { screen: "package", name: "Package", Icon: BoxCheckmark20Regular },
];

export function nameOfScreen(screen: ScreenName): string {
  return SCREENS.find((tab) => tab.screen === screen)?.name ?? "";
}
