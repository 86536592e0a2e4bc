/** As package.json and the manifest have it; a test holds them together. */
export const ENGINE_VERSION = "0.1.0";
