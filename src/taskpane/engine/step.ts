/** Slices of work: after a few milliseconds whoever works lets the page, or the next message, have its turn. */
import { Stopped, type Step, type Waiting } from "./contract";

const SLICE_MS = 12;

export function stepFor({ signal, working }: Waiting, pause: () => Promise<void> = turnOfTheLoop): Step {
  let since = performance.now();
  const stopIfWithdrawn = (): void => {
    if (signal?.aborted === true) throw new Stopped();
  };
  return {
    working: (doing, share) => working?.(doing, share),
    breathe: async () => {
      stopIfWithdrawn();
      if (performance.now() - since < SLICE_MS) return;
      await pause();
      since = performance.now();
      stopIfWithdrawn();
    },
  };
}

/** One turn of the event loop. A message comes at once, where a nested timer would wait four milliseconds. */
export function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
