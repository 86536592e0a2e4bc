import type { Injector } from "@univerjs/core";
import { IRenderManagerService } from "@univerjs/preset-sheets-core";

/** Univer waits for an idle moment to draw over more room; a page at work has none, and half of the window stays white. */
export function fillWindow(container: HTMLElement, injector: Injector, unitId: () => string | undefined): void {
  const observer = new ResizeObserver(() => {
    const id = unitId();
    if (id !== undefined) injector.get(IRenderManagerService).getRenderById(id)?.engine.resize();
  });
  observer.observe(container);
}
