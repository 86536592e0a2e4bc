/**
 * Files dropped anywhere on the window. A browser would leave the page and show the file instead. The pane is a page
 * of its own and would swallow what is dropped on it: as soon as a file is over either, the hint covers both.
 */

export function takeDroppedFiles(hint: HTMLElement, take: (files: readonly File[]) => void): void {
  const enter = (event: DragEvent) => {
    event.preventDefault();
    if (bringsFiles(event)) hint.hidden = false;
  };
  window.addEventListener("dragenter", enter);
  // Of the load of a page inside this one nothing rises up; it is seen on its way down.
  const intoPane = ({ target }: Event) => {
    if (target instanceof HTMLIFrameElement) target.contentWindow?.addEventListener("dragenter", enter);
  };
  document.addEventListener("load", intoPane, true);
  window.addEventListener("dragover", (event) => {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = bringsFiles(event) ? "copy" : "none";
  });
  window.addEventListener("dragleave", (event) => {
    // Leaving one part of the page for another is not leaving the window.
    if (event.relatedTarget === null) hint.hidden = true;
  });
  window.addEventListener("drop", (event) => {
    event.preventDefault();
    hint.hidden = true;
    take([...(event.dataTransfer?.files ?? [])]);
  });
}

function bringsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") === true;
}
