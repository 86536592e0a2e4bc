/**
 * One tab stop for all marks of a picture. Which one it is stands in the page alone and not in React's state: moving
 * the focus must not draw hundreds of marks anew.
 */
import { useEffect, useRef, type KeyboardEvent, type RefObject } from "react";

export const MARK = "data-mark";

/** After every drawing, exactly one mark takes the Tab key: the one that took it before, or the first. */
export function useOneTabStop(): RefObject<SVGSVGElement> {
  const svg = useRef<SVGSVGElement>(null);
  useEffect(() => {
    const marks = marksIn(svg.current);
    const [first] = marks;
    if (first === undefined || marks.some((mark) => mark.getAttribute("tabindex") === "0")) return;
    first.setAttribute("tabindex", "0");
  });
  return svg;
}

export function moveBetweenMarks(event: KeyboardEvent<SVGSVGElement>): void {
  const from = (event.target as Element).closest<SVGGElement>(`[${MARK}]`);
  if (from === null) return;
  const marks = marksIn(event.currentTarget);
  const to = marks[nextPosition(event.key, marks.indexOf(from), marks.length)];
  if (to === undefined) return;
  event.preventDefault();
  from.setAttribute("tabindex", "-1");
  to.setAttribute("tabindex", "0");
  to.focus();
}

/** Where a key leads from a mark; -1 when it leads nowhere. */
export function nextPosition(key: string, position: number, marks: number): number {
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return Math.min(marks - 1, position + 1);
    case "ArrowLeft":
    case "ArrowUp":
      return Math.max(0, position - 1);
    case "Home":
      return 0;
    case "End":
      return marks - 1;
    default:
      return -1;
  }
}

function marksIn(svg: SVGSVGElement | null): SVGGElement[] {
  return svg === null ? [] : [...svg.querySelectorAll<SVGGElement>(`[${MARK}]`)];
}
