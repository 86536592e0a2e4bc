/** Tells the frame that a screen shows what is not the last word, until it does. */
import { useContext, useDeferredValue, useEffect } from "react";
import { EngineContext } from "./engine-context";

export function useUnderWay(isUnderWay: boolean): void {
  const begin = useContext(EngineContext)?.underWay.begin;
  useEffect(() => (isUnderWay ? begin?.() : undefined), [isUnderWay, begin]);
}

/** `useDeferredValue` for what a screen asks: until it asks the newest, a press waits. */
export function useDeferredAsk<T>(ask: T): T {
  const deferred = useDeferredValue(ask);
  useUnderWay(deferred !== ask);
  return deferred;
}
