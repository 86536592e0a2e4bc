/** What is selected on the sheet, as it moves; null where this Excel cannot tell. */
import { useEffect, useState } from "react";
import { addressForReading, blockFromAddress } from "../sheet/placing/addresses";
import type { PaneWorkbook } from "./pane-workbook";

export function useSelection(workbook: Pick<PaneWorkbook, "watchSelection">): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    let stop: (() => void) | null = null;
    const told = (selected: string): void => {
      const block = blockFromAddress(selected);
      if (isWanted) setAddress(selected === "" ? null : block === null ? selected : addressForReading(block));
    };
    void workbook.watchSelection(told).then((end) => {
      if (isWanted) stop = end;
      else end();
    });
    return () => {
      isWanted = false;
      stop?.();
    };
  }, [workbook]);
  return address;
}
