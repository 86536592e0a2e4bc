/** Files named on the command line, dropped on the pane as a person would drop them, once it has started. */

export interface EncodedFile {
  readonly name: string;
  readonly base64: string;
}

const LOOKS_EVERY_MS = 100;

export async function dropOnPane(pane: HTMLElement, files: readonly EncodedFile[]): Promise<void> {
  const page = await startedPage(pane);
  // Events and files are made by the window they happen in.
  const { DataTransfer: Carrying, DragEvent: Dragging, File: Carried } = page as Window & typeof globalThis;
  const carried = new Carrying();
  for (const { name, base64 } of files) carried.items.add(new Carried([bytesOf(base64)], name));
  for (const kind of ["dragenter", "dragover", "drop"]) {
    page.document.body.dispatchEvent(new Dragging(kind, { bubbles: true, cancelable: true, dataTransfer: carried }));
  }
}

/** The pane's window when it has drawn its first screen. */
async function startedPage(pane: HTMLElement): Promise<Window> {
  for (;;) {
    const page = pane.querySelector("iframe")?.contentWindow;
    if (page?.document.querySelector('[data-testid="pane-state"]')) return page;
    await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS));
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
