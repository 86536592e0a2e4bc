/** Where the button that has the keyboard goes away, the keyboard stays at its place: what stands there now gets it. */
import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from "react";

interface Watched {
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
}

const CAN_HAVE_THE_KEYBOARD = "button:not([disabled]), a[href], input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex='0']";

/** @param within the element on which what is answered is put as props; whoever draws it calls this */
export function useKeyboardStays(within: RefObject<HTMLElement>): Watched {
  /** The element that has the keyboard, and how many stand before it. */
  const last = useRef<{ readonly element: Element; readonly place: number } | null>(null);
  useLayoutEffect(() => {
    const gone = last.current;
    if (within.current === null || gone === null || document.activeElement !== document.body) return;
    if (gone.element.isConnected) {
      last.current = null;
      return;
    }
    const all = reachable(within.current);
    all[Math.min(gone.place, all.length - 1)]?.focus();
  });
  return {
    onFocus: ({ target }) => {
      last.current = within.current === null ? null : { element: target, place: reachable(within.current).indexOf(target) };
    },
    // React is silent while it takes elements away: whoever leaves by themselves is heard here.
    onBlur: ({ target }) => {
      if (target.isConnected) last.current = null;
    },
  };
}

function reachable(within: HTMLElement): readonly HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(CAN_HAVE_THE_KEYBOARD)].filter((element) => element.getClientRects().length > 0);
}
