/** Answers stay on this machine: no page served here may load from, send to or be framed by another site. */

export const sharedHeaders: Readonly<Record<string, string>> = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
};

// Inline styles: Univer and Fluent write them at run time.
const STYLES = "style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data: blob:";

export const workbenchHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    `default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'; worker-src 'self' blob:; ${STYLES}; ` +
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
};

// A worker has no policy but that of its own response; the solver in it is WebAssembly. That never allows code from text.
export const addInHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    `default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; connect-src 'self'; ${STYLES}; ` +
    "frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
};
