/** Every screen of the pane by the rules of axe, in light, in dark and with forced colours, wide and at 320 px. */
import { assertSoundAtEachWidth, inEachLook } from "./in-each-look";
import { goTo, onScreen, openInPane, pane, sampleFile, setAsOf } from "./in-the-pane";
import { PANE_SCREENS } from "../../workbench/run/pane-screens";

async function openAll(): Promise<void> {
  await openInPane(sampleFile("taxlot-sample.xlsx"));
  await setAsOf(pane(), "2025-12-05");
  await goTo(pane(), "harvest");
  await pane().getByTestId("tick-NKE|SCHWAB|ROW 57").check();
  await onScreen(pane(), "plan-total").waitFor();
}

function everyScreen(): void {
  for (const screen of PANE_SCREENS) {
    it(`${screen}: no serious finding, wide and at 320 px, and nothing hangs over the edge`, async () => {
      await goTo(pane(), screen);
      await assertSoundAtEachWidth(screen);
    });
  }
}

inEachLook("Accessibility of the screens", openAll, everyScreen);
