/**
 * Brings the keyboard to the tab of the screen shown. In Excel on the web, office.js moves the focus on Tab itself and
 * takes an element that Tab does not reach for the way out of the pane; the selected tab is one that it reaches.
 */
import type { RefObject } from "react";

/** A tab that was behind the menu of the rest needs some frames to come forward. */
const FRAMES_WAITED = 20;

export function focusSelectedTab(list: RefObject<HTMLDivElement>, frames = FRAMES_WAITED): void {
  requestAnimationFrame(() => {
    const tab = list.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
    tab?.focus();
    if (tab !== document.activeElement && frames > 0) focusSelectedTab(list, frames - 1);
  });
}
