/** The parts of an .xlsx file: XML texts in a zip, tied together by relationships. */
import { unzipSync } from "fflate";
import { UnreadableFile } from "../content";
import { elements } from "./xml";

/** A part must fit in one JavaScript text, with room to work; this is about 3 million cells. */
const LARGEST_PART_BYTES = 400_000_000;
const LARGEST_WORKBOOK_BYTES = 800_000_000;

export interface Relationship {
  readonly id: string;
  /** Last word of its type: "worksheet", "table", "styles". The same in the strict and the usual dialect. */
  readonly type: string;
  /** Path in the zip. */
  readonly target: string;
}

export class Parts {
  private constructor(private readonly files: ReadonlyMap<string, Uint8Array>) {}

  /** Unpacks XML parts only. Throws UnreadableFile with a sentence for damaged or too large files. */
  static open(bytes: Uint8Array, fileName: string): Parts {
    let total = 0;
    try {
      const files = unzipSync(bytes, {
        filter: ({ name, originalSize }) => {
          if (!/\.(xml|rels)$/i.test(name)) return false;
          total += originalSize;
          if (originalSize > LARGEST_PART_BYTES || total > LARGEST_WORKBOOK_BYTES) {
            throw new UnreadableFile(
              `"${fileName}" is too large to open here. Keep the trades you need in a smaller workbook, and open that.`,
            );
          }
          return true;
        },
      });
      return new Parts(new Map(Object.entries(files).map(([path, file]) => [path.toLowerCase(), file])));
    } catch (failure) {
      if (failure instanceof UnreadableFile) throw failure;
      throw new UnreadableFile(`"${fileName}" is damaged and cannot be opened. Save it again in Excel, and open the new file.`);
    }
  }

  /** Paths are compared without case, as Excel does. */
  has(path: string): boolean {
    return this.files.has(path.toLowerCase());
  }

  text(path: string): string | undefined {
    const file = this.files.get(path.toLowerCase());
    if (!file) return undefined;
    const wide = file[0] === 0xff && file[1] === 0xfe;
    return new TextDecoder(wide ? "utf-16le" : "utf-8").decode(file).replace(/\r\n?/g, "\n");
  }

  /** Relationships of a part; "" for those of the package. */
  relationships(path: string): Relationship[] {
    const cut = path.lastIndexOf("/") + 1;
    const folder = path.slice(0, cut);
    const xml = this.text(`${folder}_rels/${path.slice(cut)}.rels`) ?? "";
    return [...elements(xml, "Relationship")].map(({ attributes }) => ({
      id: attributes["Id"] ?? "",
      type: (attributes["Type"] ?? "").replace(/^.*\//, ""),
      target: resolve(folder, attributes["Target"] ?? ""),
    }));
  }
}

function resolve(folder: string, target: string): string {
  const from = target.startsWith("/") ? [] : folder.split("/");
  const path: string[] = [];
  for (const step of [...from, ...target.split("/")]) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}
