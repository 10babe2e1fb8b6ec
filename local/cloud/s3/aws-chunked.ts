/**
 * The body encoding "aws-chunked": chunks with their length and perhaps a signature, then trailers.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 */
import { createHash, createHmac } from "node:crypto";
import { AwsError } from "../kernel/service.ts";
import { equal } from "../kernel/sigv4.ts";
import type { ByteReader } from "./byte-reader.ts";
import { invalidRequest } from "./s3-errors.ts";

/** x-amz-content-sha256 of a body whose chunks are signed; with "-TRAILER" behind when trailers are too. */
export const signedChunks = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
const emptyHash = createHash("sha256").update("").digest("hex");
const chunkHeader = /^([\da-f]{1,12})(?:;chunk-signature=([\da-f]{64}))?$/i;
const trailerSignature = "x-amz-trailer-signature";

/** Checks the chain of signatures: each covers its chunk and the signature before. */
export class ChunkSignatures {
  readonly #key: Buffer;
  readonly #date: string;
  readonly #scope: string;
  #previous: string;

  constructor({ key, date, scope, seed }: SignatureChain) {
    this.#key = key;
    this.#date = date;
    this.#scope = scope;
    this.#previous = seed;
  }

  checkChunk(contentHash: string, signature: string | undefined): void {
    this.#check("AWS4-HMAC-SHA256-PAYLOAD", [emptyHash, contentHash], signature);
  }

  /** @param lines every trailer as "name:value\n" */
  checkTrailers(lines: string, signature: string | undefined): void {
    const hash = createHash("sha256").update(lines).digest("hex");
    this.#check("AWS4-HMAC-SHA256-TRAILER", [hash], signature);
  }

  #check(algorithm: string, hashes: string[], signature = ""): void {
    const text = [algorithm, this.#date, this.#scope, this.#previous, ...hashes].join("\n");
    const expected = createHmac("sha256", this.#key).update(text).digest("hex");
    if (!equal(expected, signature)) {
      throw new AwsError(
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
        { status: 403 },
      );
    }
    this.#previous = expected;
  }
}

export interface SignatureChain {
  readonly key: Buffer;
  /** "20260101T000000Z" */
  readonly date: string;
  readonly scope: string;
  /** The signature of the request's headers. */
  readonly seed: string;
}

/**
 * The bytes inside. When they are through, `trailers` holds what followed them (names in lower case).
 * A wrong signature throws after its chunk has been yielded: keep nothing until the end is reached.
 */
export async function* decodeAwsChunked(
  reader: ByteReader,
  trailers: Map<string, string>,
  signatures?: ChunkSignatures,
): AsyncGenerator<Buffer> {
  for (;;) {
    const header = chunkHeader.exec(await reader.line());
    if (!header?.[1]) throw invalidRequest("The aws-chunked body is malformed.");
    const size = Number.parseInt(header[1], 16);
    const hash = createHash("sha256");
    for await (const piece of reader.take(size)) {
      if (signatures) hash.update(piece);
      yield piece;
    }
    signatures?.checkChunk(hash.digest("hex"), header[2]);
    if (size === 0) break;
    if (await reader.line()) throw invalidRequest("The aws-chunked body is malformed.");
  }
  await readTrailers(reader, trailers);
  if (signatures && trailers.size > 0) checkTrailers(trailers, signatures);
}

async function readTrailers(reader: ByteReader, trailers: Map<string, string>): Promise<void> {
  for (let line = await reader.line(); line; line = await reader.line()) {
    const colon = line.indexOf(":");
    if (colon < 1) throw new AwsError("MalformedTrailerError", "A trailer is malformed.");
    trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
}

function checkTrailers(trailers: Map<string, string>, signatures: ChunkSignatures): void {
  const signature = trailers.get(trailerSignature);
  trailers.delete(trailerSignature);
  const lines = [...trailers].map(([name, value]) => `${name}:${value}\n`);
  signatures.checkTrailers(lines.join(""), signature);
}
