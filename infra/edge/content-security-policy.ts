import { readFileSync } from "node:fs";
import { z } from "zod";
import { built } from "../artifacts.ts";

const hash = z.string().regex(/^sha256-[A-Za-z0-9+/]{43}=$/);
const hashesSchema = z.strictObject({ scripts: z.array(hash), styles: z.array(hash) });

/** Hashes of what stands inline in the pages, as the web build writes them. @param web the site's folder */
export function readCspHashes(web: string): z.infer<typeof hashesSchema> {
  const file = built(web, "csp-hashes.json");
  return hashesSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}

/**
 * What a page may load and where it may send: itself, its own inline parts by their hashes, and the bucket of photos:
 * they are posted there, and previews come from there.
 */
export function contentSecurityPolicy({
  scripts,
  styles,
  photoOrigin,
}: {
  scripts: readonly string[];
  styles: readonly string[];
  photoOrigin: string;
}): string {
  const quoted = (hashes: readonly string[]) => hashes.map((each) => `'${each}'`);
  const directives: Record<string, readonly string[]> = {
    "default-src": ["'none'"],
    "script-src": ["'self'", ...quoted(scripts)],
    "style-src": ["'self'", ...quoted(styles)],
    // data: and blob: are the captcha, the QR of an enrolment, a photo before it is sent, a face that was fetched early.
    "img-src": ["'self'", "data:", "blob:", photoOrigin],
    "connect-src": ["'self'", photoOrigin],
    "font-src": ["'self'"],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
    "form-action": ["'self'", photoOrigin],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
    // Preact sets no markup from text. A worker's address needs the policy "kartu".
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["kartu"],
    "upgrade-insecure-requests": [],
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}
