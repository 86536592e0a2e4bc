/** LibreOffice as a second opinion on the files we write: it calculates every formula anew and says what each sheet shows. */
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import Papa from "papaparse";

const CONVERSION_MS = 150_000;

/** The program's name; null where it is not installed. */
export function libreOffice(): string | null {
  return ["soffice", "libreoffice"].find((name) => spawnSync(name, ["--version"], { timeout: 30_000 }).status === 0) ?? null;
}

/** Without the values that stand beside formulas, so that whoever opens the file must calculate them. */
export function withoutValues(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (!name.startsWith("xl/worksheets/")) continue;
    parts[name] = strToU8(strFromU8(part).replace(/(<\/f>)<v>[^<]*<\/v>/g, "$1"));
  }
  return zipSync(parts);
}

/** What each sheet shows once calculated, by its name: rows of texts. */
export function calculatedSheets(program: string, bytes: Uint8Array): ReadonlyMap<string, readonly (readonly string[])[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "copy-"));
  try {
    fs.writeFileSync(path.join(folder, "copy.xlsx"), withoutValues(bytes));
    // Commas, quotes, UTF-8, every sheet a file of its own, cells as they are and not as they look.
    const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(program, ["--headless", profile, "--convert-to", filter, "--outdir", folder, path.join(folder, "copy.xlsx")], { timeout: CONVERSION_MS, stdio: "ignore" });
    const files = fs.readdirSync(folder).filter((name) => name.endsWith(".csv"));
    return new Map(files.map((name) => [name.slice("copy-".length, -".csv".length), Papa.parse<string[]>(fs.readFileSync(path.join(folder, name), "utf8").replace(/\n$/, "")).data]));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
