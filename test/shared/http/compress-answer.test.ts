import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import * as z from "zod";
import { image, ok, sentAs } from "#shared/http/answers.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { compressAnswer } from "#shared/http/compress-answer.ts";
import { anyone, route } from "#shared/http/route.ts";
import { callApi, handlerOptions } from "../../support/call-api.ts";

const long = { items: Array.from({ length: 100 }, (_, i) => `Pegawai ${i} – Bagian Umum`) };
const plain = JSON.stringify(long);

test.each([
  ["gzip, deflate, br", "br"],
  ["gzip, deflate, br;q=0", "gzip"],
  ["BR ; q=0.5", "br"],
  ["gzip;q=1.0, identity;q=0", "gzip"],
  ["deflate, zstd", undefined],
  ["identity", undefined],
  ["brotli, xgzip", undefined],
  ["", undefined],
])("a browser that takes «%s» gets %s, and the same words", async (accepted, encoding) => {
  const {
    headers = {},
    body = "",
    isBase64Encoded,
  } = await compressAnswer(sentAs(ok(long)), accepted);
  const bytes = Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
  const decoded =
    encoding === "br"
      ? brotliDecompressSync(bytes)
      : encoding === "gzip"
        ? gunzipSync(bytes)
        : bytes;

  expect(headers["content-encoding"]).toBe(encoding);
  expect(headers.vary).toBe("accept-encoding");
  expect(decoded.toString()).toBe(plain);
  if (encoding) expect(bytes.length).toBeLessThan(plain.length / 4);
});

test("a short answer and an image are sent as they are", async () => {
  const short = sentAs(ok({ state: "drawn" }));
  const picture = sentAs(image("image/webp", Buffer.alloc(5000, 7)));

  expect(await compressAnswer(short, "br")).toBe(short);
  expect(await compressAnswer(picture, "br")).toBe(picture);
});

test("every API compresses what it answers, by what the edge says the browser takes", async () => {
  const api = apiHandler(
    [
      route({
        method: "GET",
        path: "/api/list",
        summary: "A list",
        access: anyone,
        answers: { 200: z.strictObject({ items: z.array(z.string()) }) },
        handle: async () => ok(long),
      }),
    ],
    handlerOptions,
  );
  const { headers, text } = await callApi(api, {
    path: "/api/list",
    headers: { "x-accept-encoding": "gzip, br" },
  });

  expect(headers).toMatchObject({
    "content-encoding": "br",
    "content-type": "application/json",
    "cache-control": "no-store",
  });
  expect(brotliDecompressSync(Buffer.from(text, "base64")).toString()).toBe(plain);
});
