/** A function that stays the same while what it calls may change, so that hundreds of rows need not be drawn anew. */
import { useCallback, useEffect, useRef } from "react";

export function useLatest<Given extends readonly unknown[], Answer>(act: (...given: Given) => Answer): (...given: Given) => Answer {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  return useCallback((...given: Given) => latest.current(...given), []);
}
