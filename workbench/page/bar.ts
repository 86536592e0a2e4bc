/** The bar across the top: which file is open, what the workbench is doing, and its buttons. */
import { takeDroppedFiles } from "./drop";

export interface BarActions {
  openFile(bytes: Uint8Array, fileName: string): Promise<void>;
  undo(): void;
  /** The workbook as an .xlsx file. */
  file(): { readonly bytes: Uint8Array; readonly name: string };
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export class Bar {
  private readonly state = element("state");
  private readonly why = element("why");
  private readonly notice = element("notice");

  connect(actions: BarActions): void {
    const chooser = element("file") as HTMLInputElement;
    element("open").addEventListener("click", () => chooser.click());
    chooser.addEventListener("change", () => {
      const file = chooser.files?.[0];
      chooser.value = "";
      if (file) void this.open(file, actions);
    });
    element("undo").addEventListener("click", () => actions.undo());
    takeDroppedFiles(element("drop-hint"), (files) => void this.openDropped(files, actions));
    element("save").addEventListener("click", () => this.save(actions));
    element("notice-close").addEventListener("click", () => (this.notice.hidden = true));
  }

  showFile(name: string): void {
    element("file-name").textContent = name;
    document.title = `${name} - Taxlot workbench`;
  }

  showState(text: string): void {
    this.state.textContent = text;
  }

  /** Why the selected cell shows an error. */
  showWhy(text: string): void {
    this.why.textContent = text;
    this.why.title = text;
  }

  /** Something a person must know; it stays until closed. */
  warn(sentence: string): void {
    element("notice-text").textContent = sentence;
    this.notice.hidden = false;
  }

  /** The add-in made a workbook; Excel would open it in a window of its own. */
  offer(bytes: Uint8Array, name: string): void {
    const button = element("offered") as HTMLButtonElement;
    button.textContent = `Save ${name}`;
    button.hidden = false;
    button.onclick = () => saveAs(bytes, name);
  }

  private async openDropped(files: readonly File[], actions: BarActions): Promise<void> {
    const [file, ...more] = files;
    if (file === undefined) this.warn("What was dropped is not a file. Drop an .xlsx or .csv file.");
    else if (more.length > 0) this.warn(`${files.length} files were dropped. Drop one at a time.`);
    else await this.open(file, actions);
  }

  private async open(file: File, actions: BarActions): Promise<void> {
    try {
      await actions.openFile(new Uint8Array(await file.arrayBuffer()), file.name);
      this.notice.hidden = true;
    } catch (error) {
      this.warn(error instanceof Error ? error.message : String(error));
    }
  }

  private save(actions: BarActions): void {
    const { bytes, name } = actions.file();
    saveAs(bytes, name);
  }
}

function saveAs(bytes: Uint8Array, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type: XLSX }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}
