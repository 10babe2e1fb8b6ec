/**
 * What a page may load and where it may send: itself and the bucket of photos: they are posted there, and previews come
 * from there. Nothing stands inline, so no policy depends on a release: while a deployment runs, each page works under the
 * headers of the other release (docs/decisions/0016).
 */
export function contentSecurityPolicy({ photoOrigin }: { photoOrigin: string }): string {
  const directives: Record<string, readonly string[]> = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
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
