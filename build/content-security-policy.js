/**
 * What the shipped page may load and reach, as its Content-Security-Policy.
 *
 * Scripts come from the add-in's own host and office.js from Microsoft; nothing may be sent anywhere else. So the
 * policy also holds back what office.js would report to Microsoft from inside our page: it opens a frame on
 * telemetryservice.firstpartyapps.oaspapps.com, which `frame-src` refuses and office.js does well without.
 *
 * `frame-ancestors` is left out because a policy in a meta tag cannot say it, and Excel on the web must be able to
 * frame the page.
 */
"use strict";

const { OFFICE_CDN } = require("./addresses");

const DIRECTIVES = {
  "default-src": ["'self'"],
  "script-src": ["'self'", OFFICE_CDN],
  "worker-src": ["'self'"],
  "connect-src": ["'self'"],
  // Fluent UI writes its style rules into style tags while the page runs.
  "style-src": ["'self'", "'unsafe-inline'"],
  "img-src": ["'self'", "data:"],
  "font-src": ["'self'", "data:"],
  "frame-src": ["'none'"],
  "object-src": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
};

const CONTENT_SECURITY_POLICY = Object.entries(DIRECTIVES)
  .map(([directive, sources]) => `${directive} ${sources.join(" ")}`)
  .join("; ");

module.exports = { CONTENT_SECURITY_POLICY, DIRECTIVES };
