/**
 * A refusal for a person instead of a script: an address of the API that was opened by itself, from another site, a mail or
 * the address bar. Cookies that are Strict do not come along from another site, so the same address, opened from this page,
 * may well answer. (RFC 6265bis, "SameSite"; Fetch Metadata, "Sec-Fetch-Site".)
 */
import type { SentAnswer } from "./answers.ts";
import type { HttpRequest } from "./http-request.ts";
import type { Problem } from "./problem-body.ts";

/** Whether it is not one of our pages' scripts that asks. A browser without the header gets what scripts get. */
export function isOpenedByItself(request: HttpRequest): boolean {
  const site = request.header("sec-fetch-site") ?? "same-origin";
  return request.method === "GET" && site !== "same-origin";
}

export function problemPage(
  { status, code, reference }: Pick<Problem, "status" | "code" | "reference">,
  request: Pick<HttpRequest, "path" | "queryText">,
): SentAnswer {
  // "//somewhere.example" would be another site.
  const path = request.path.startsWith("/api/") ? request.path : "/";
  const again = escaped(request.queryText ? `${path}?${request.queryText}` : path);
  const isLogin = code === "session-ended";
  const body = `<!doctype html><html lang="id"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>Kartu ASN Virtual</title></head><body>
<main><h1>Kartu ASN Virtual</h1>
<p>${isLogin ? "Tautan ini dibuka dari luar situs, jadi belum diketahui apakah Anda sudah login." : "Alamat ini tidak dapat dibuka."}</p>
<p><a href="${again}">${isLogin ? "Buka dari sini" : "Coba lagi"}</a></p>
<p><a href="/masuk">Login</a></p>
<div lang="en">
<p>${isLogin ? "This link was opened from outside the site, so it is not known yet whether you are signed in." : "This address cannot be opened."}</p>
<p><a href="${again}">${isLogin ? "Open it from here" : "Try again"}</a></p>
<p><a href="/en/masuk">Sign in</a></p>
</div>
<p>Kode rujukan: ${escaped(reference)}</p></main></body></html>`;
  return {
    statusCode: status,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: body.replaceAll("\n", ""),
  };
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
