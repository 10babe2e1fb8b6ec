/** The look of the pages that the server draws: the stylesheet of the pages that check a card, in the page itself. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const files = [
  new URL("../../web/src/tokens.css", import.meta.url),
  new URL("../../web/src/verify/verify.css", import.meta.url),
];

/** Without comments, line breaks, and the imports of files that are here, or are for pages with a script. */
export const plainStyle = files
  .map((file) => readFileSync(file, "utf8"))
  .join("\n")
  .replaceAll(/\/\*[\s\S]*?\*\/|@import [^;]+;/g, "")
  .replaceAll(/\s+/g, " ")
  .trim();

const hash = createHash("sha256").update(plainStyle).digest("base64");

/** Of the pages that the server draws. They send forms, and with "no-referrer" browsers would send "Origin: null". */
export const plainHeaders = {
  "content-security-policy": [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "img-src 'self' data:",
    "media-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "content-type": "text/html; charset=utf-8",
  "referrer-policy": "same-origin",
} as const;
