/**
 * A screen that was shown once stays as it was while another one is shown: what is ticked and typed in it is not lost.
 * While it is hidden it is not drawn and asks nothing.
 */
import { useRef, type ReactElement } from "react";

interface KeptProps {
  readonly isShown: boolean;
  readonly draw: () => ReactElement;
}

export function Kept({ isShown, draw }: KeptProps): ReactElement | null {
  const last = useRef<ReactElement | null>(null);
  // React passes over an element that is the very same as before.
  if (isShown) last.current = draw();
  return last.current === null ? null : <div hidden={!isShown}>{last.current}</div>;
}
