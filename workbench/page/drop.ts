/**
 * Files dropped anywhere on the window but the pane, which takes what is dropped on it itself, as in Excel. A browser
 * would leave the page and show the file instead.
 */

export function takeDroppedFiles(hint: HTMLElement, take: (files: readonly File[]) => void): void {
  const enter = (event: DragEvent) => {
    event.preventDefault();
    if (!bringsFiles(event)) return;
    const pane = document.querySelector("#pane iframe")?.getBoundingClientRect();
    hint.style.right = pane === undefined || pane.width === 0 ? "0" : `${window.innerWidth - pane.left}px`;
    hint.hidden = false;
  };
  window.addEventListener("dragenter", enter);
  window.addEventListener("dragover", (event) => {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = bringsFiles(event) ? "copy" : "none";
  });
  window.addEventListener("dragleave", (event) => {
    // Leaving one part of the page for another is not leaving the window.
    if (event.relatedTarget === null || event.relatedTarget instanceof HTMLIFrameElement) hint.hidden = true;
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
