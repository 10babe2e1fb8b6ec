/**
 * What a page may load, and where it may send: only to itself, the bucket of photos, which takes uploads and has previews, and the buckets that
 * take files of people and of decrees.
 * Pages have no inline scripts or styles, so the policy does not depend on a release: during a deployment each page works
 * with the headers of the other release (docs/decisions/0016).
 */
export function contentSecurityPolicy({
  photoOrigin,
  importOrigin,
  evidenceOrigin,
}: UploadOrigins): string {
  const directives: Record<string, readonly string[]> = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    // data: and blob: are the captcha, the QR of an enrolment, a photo before it is sent, a face that was loaded early.
    "img-src": ["'self'", "data:", "blob:", photoOrigin],
    "connect-src": ["'self'", photoOrigin, importOrigin, evidenceOrigin],
    "font-src": ["'self'"],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
    "form-action": ["'self'", photoOrigin],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
    // Preact never sets markup from text. Only a worker's address needs the policy "kartu".
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["kartu"],
    "upgrade-insecure-requests": [],
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}

export interface UploadOrigins {
  readonly photoOrigin: string;
  readonly importOrigin: string;
  readonly evidenceOrigin: string;
}
