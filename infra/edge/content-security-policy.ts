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
  return policyOf({
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    // data: and blob: are the captcha, the QR of an enrolment, a photo before it is sent, a face that was loaded early.
    "img-src": ["'self'", "data:", "blob:", photoOrigin],
    // The reading of a captcha.
    "media-src": ["blob:"],
    "connect-src": ["'self'", photoOrigin, importOrigin, evidenceOrigin],
    "font-src": ["'self'"],
    // Files of a request, as pages that are sandboxes of their own.
    "frame-src": ["'self'"],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
    "form-action": ["'self'", photoOrigin],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
    // Preact never sets markup from text. Only a worker's address needs the policy "kartu".
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["kartu"],
    "upgrade-insecure-requests": [],
  });
}

/**
 * What the workers may do that compile: the studio's our kernels (`shared/vision`), the scanning page's what reads codes. A worker that comes
 * from the network has the policy of its own answer, and not that of its page (docs/decisions/0067). It asks this site only, so no picture can leave through it. It loads
 * no script, and a page that came under this policy could run none.
 */
export function wasmWorkerPolicy(): string {
  return policyOf({
    "default-src": ["'none'"],
    "script-src": ["'wasm-unsafe-eval'"],
    "connect-src": ["'self'"],
    "form-action": ["'none'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["'none'"],
  });
}

/** Of what is data: opened as a page it does nothing. */
export function nothingPolicy(): string {
  return policyOf({ "default-src": ["'none'"], "frame-ancestors": ["'none'"] });
}

function policyOf(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}

export interface UploadOrigins {
  readonly photoOrigin: string;
  readonly importOrigin: string;
  readonly evidenceOrigin: string;
}
