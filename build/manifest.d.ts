import type { ManifestInfo } from "office-addin-manifest";

export const SOURCE_MANIFEST: string;
export const DEVELOPMENT_ID: string;
export const DEVELOPMENT_NAME: string;
export const DEVELOPMENT_NAMESPACE: string;
export function writeManifest(folder: string, options: { readonly development: boolean }): Promise<ManifestInfo>;
