/** How wide a picture may be, followed while the pane is drawn wider or narrower. */
import { useEffect, useRef, useState, type RefObject } from "react";

/** Of a pane of 320 pixels, before anything has been measured. */
const WIDTH_AT_FIRST = 288;
/** Narrower than this no axis can be read; the picture scrolls instead. */
const LEAST_WIDTH = 200;

export function useRoom(): { readonly room: RefObject<HTMLDivElement>; readonly width: number } {
  const room = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(WIDTH_AT_FIRST);
  useEffect(() => {
    const element = room.current;
    if (element === null) return;
    const measure = (): void => setWidth(Math.max(LEAST_WIDTH, Math.floor(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { room, width };
}
