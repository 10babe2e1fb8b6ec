import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { HttpResponse } from "../http-api/http-message.ts";

const encoders = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip),
};

/** Bytes. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html */
const smallest = 1000;
const largest = 10_000_000;

/** The content types of CloudFront's list that the web uses. */
const compressible =
  /^(text\/(html|css|plain|xml|javascript|markdown|csv)|application\/(javascript|json|manifest\+json|xml|wasm|ld\+json|problem\+json)|image\/svg\+xml|font\/(otf|ttf))\b/i;

/** The response in the best encoding that viewer and behaviour have in common. */
export async function compress(
  response: HttpResponse,
  acceptEncoding: string,
  compressions: readonly ("br" | "gzip")[],
): Promise<HttpResponse> {
  const { headers, body, status } = response;
  const encoding = compressions.find((each) =>
    new RegExp(`\\b${each}\\b(?!;q=0(\\.0*)?\\b)`).test(acceptEncoding),
  );
  const isFit =
    [200, 403, 404].includes(status) &&
    body.length >= smallest &&
    body.length <= largest &&
    compressible.test(headers["content-type"] ?? "") &&
    headers["content-encoding"] === undefined;
  if (!encoding || !isFit) return response;
  const { etag } = headers;
  return {
    ...response,
    body: await encoders[encoding](body),
    headers: {
      ...headers,
      "content-encoding": encoding,
      vary: headers.vary ? `${headers.vary}, accept-encoding` : "accept-encoding",
      // The same content in other bytes.
      ...(etag ? { etag: etag.startsWith("W/") ? etag : `W/${etag}` } : {}),
    },
  };
}
