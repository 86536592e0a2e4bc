/** A press waits for what has begun before it, for what follows from that, and not for ever. */
import assert from "node:assert/strict";
import { underWayNow } from "../../src/taskpane/under-way";

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether `settled` has settled by the time `later` is over. */
async function isSettledAfter(settled: Promise<void>, later: Promise<void>): Promise<boolean> {
  let is = false;
  void settled.then(() => (is = true));
  await later;
  return is;
}

describe("What the pane has under way", () => {
  it("is waited for until the last of it ends", async () => {
    const underWay = underWayNow();
    const [one, two] = [underWay.begin(), underWay.begin()];
    const settled = underWay.settled();
    one();
    one();
    assert.equal(await isSettledAfter(settled, pause(100)), false);
    two();
    await settled;
  });

  it("includes what begins where something else ended", async () => {
    const underWay = underWayNow();
    const edit = underWay.begin();
    const settled = underWay.settled();
    edit();
    await pause(5);
    const question = underWay.begin();
    assert.equal(await isSettledAfter(settled, pause(150)), false);
    question();
    await settled;
  });

  it("is nothing where nothing has begun, and is given up where it begins anew for ever or the wait is withdrawn", async () => {
    const underWay = underWayNow();
    await underWay.settled();
    let end = underWay.begin();
    const ticking = setInterval(() => {
      const next = underWay.begin();
      end();
      end = next;
      setTimeout(() => end(), 5);
    }, 10);
    await underWay.settled();
    clearInterval(ticking);
    await pause(50);
    underWay.begin();
    const controller = new AbortController();
    const settled = underWay.settled(controller.signal);
    controller.abort();
    await settled;
  });
});
