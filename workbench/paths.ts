/** Where things are on disk. The cache holds only what can be made again. */
import { join } from "node:path";

export const PROJECT = join(__dirname, "..");
export const ADD_IN = join(PROJECT, "dist");
export const OFFICE_JS = join(PROJECT, "node_modules", "@microsoft", "office-js", "dist");
export const CACHE = join(PROJECT, "node_modules", ".cache", "taxlot-workbench");
export const PAGE_BUNDLE = join(CACHE, "page");
export const CERTIFICATE = join(CACHE, "certificate");
export const BROWSER = join(CACHE, "browser");
