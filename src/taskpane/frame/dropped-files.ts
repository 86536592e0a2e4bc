/** Files dropped anywhere on the pane. A browser would leave the page and show the file instead. */
import { useEffect, useState } from "react";
import type { DroppedFiles } from "../import/ImportScreen";

/** @param onDrop keep it stable with useCallback */
export function useDroppedFiles(onDrop: () => void): DroppedFiles | null {
  const [dropped, setDropped] = useState<DroppedFiles | null>(null);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes("Files") !== true) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
    };
    const drop = (event: DragEvent): void => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      setDropped((before) => ({ files, drop: (before?.drop ?? 0) + 1 }));
      onDrop();
    };
    document.addEventListener("dragover", over);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", over);
      document.removeEventListener("drop", drop);
    };
  }, [onDrop]);
  return dropped;
}
