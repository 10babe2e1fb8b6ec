/**
 * A refusal as a page, for a person who opened an address of the API from another site, from a mail or in the address bar.
 * Strict cookies are not sent when a link comes from another site, so the same address may work when it is opened from this
 * page. (RFC 6265bis, "SameSite"; Fetch Metadata, "Sec-Fetch-Site".)
 */
import { pageType, type SentAnswer } from "./answers.ts";
import type { HttpRequest } from "./http-request.ts";
import type { Problem } from "./problem-body.ts";

/** Whether a person opened the address, and no script of our pages. Browsers without the header get what scripts get. */
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
    headers: { "content-type": pageType },
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
