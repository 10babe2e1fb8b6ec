import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { decorate } from "../../cloudfront/decoration.ts";

const page = "<html><body>Sah</body></html>";
const said = (html: string) => html.replace("<body>", "<body>MODE DEMO ");

test.each([
  ["br", brotliCompressSync, brotliDecompressSync],
  ["gzip", gzipSync, gunzipSync],
] as const)(
  "a page that a function has compressed by %s is decorated too, and stays compressed",
  (encoding, compress, decompress) => {
    const response = {
      status: 200,
      headers: { "content-type": "text/html; charset=utf-8", "content-encoding": encoding },
      cookies: [],
      body: compress(page),
    };
    const { headers, body } = decorate(response, "/api/verify/plain", said);

    expect(decompress(body).toString()).toContain("MODE DEMO Sah");
    expect(headers["content-encoding"]).toBe(encoding);
  },
);
