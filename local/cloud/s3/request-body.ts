/** Reads a request's body, and checks everything that its sender said about it. */
import type { Readable } from "node:stream";
import { AwsError } from "../kernel/service.ts";
import { ChunkSignatures, decodeAwsChunked, signedChunks } from "./aws-chunked.ts";
import type { BodyFiles } from "./body-files.ts";
import { ByteReader } from "./byte-reader.ts";
import {
  type Checksum,
  type ChecksumAlgorithm,
  checksumAlgorithm,
  checksumHeaders,
  Digests,
  defaultAlgorithm,
} from "./checksums.ts";
import { invalidRequest } from "./s3-errors.ts";
import type { SignedRequest } from "./s3-request.ts";

const fiveGibibytes = 5 * 1024 ** 3;
const documentLimitBytes = 2 * 1024 ** 2;

interface ReceivedFile {
  /** A complete file under `incoming`. */
  readonly file: string;
  readonly digests: Digests;
  readonly checksum: Checksum;
}

/**
 * Streams the body into a file.
 * @param algorithm what the checksum must be of; else what the sender chose, else S3's default
 * @throws AwsError BadDigest, XAmzContentSHA256Mismatch, IncompleteBody, SignatureDoesNotMatch, …
 */
export async function receiveFile(
  request: SignedRequest,
  files: BodyFiles,
  algorithm?: ChecksumAlgorithm,
): Promise<ReceivedFile> {
  const body = new IncomingBody(request, algorithm);
  const file = await files.write(body.chunks, body.digests);
  try {
    body.check();
  } catch (error) {
    files.discard(file);
    throw error;
  }
  return { file, digests: body.digests, checksum: body.digests.checksum(body.algorithm) };
}

/** A body that is a document (XML or JSON), as text. */
export async function receiveText(request: SignedRequest): Promise<string> {
  const body = new IncomingBody(request);
  const chunks: Buffer[] = [];
  for await (const chunk of body.chunks) {
    body.digests.update(chunk);
    if (body.digests.size > documentLimitBytes) throw entityTooLarge();
    chunks.push(chunk);
  }
  body.check();
  return Buffer.concat(chunks).toString();
}

/** A request's bytes. The request stays open when reading stops early, so that it can be answered. */
export function bytesOf(incoming: Readable): AsyncIterable<Buffer> {
  return incoming.iterator({ destroyOnReturn: false });
}

/** Reads the rest of a body and drops it, because the connection's next request comes after it. */
export async function drain(incoming: Readable): Promise<void> {
  if (incoming.readableEnded || incoming.destroyed) return;
  for await (const _ of bytesOf(incoming));
}

class IncomingBody {
  readonly algorithm: ChecksumAlgorithm;
  readonly digests: Digests;
  readonly chunks: AsyncIterable<Buffer>;
  readonly #request: SignedRequest;
  readonly #claimed: string | undefined;
  readonly #trailers = new Map<string, string>();

  constructor(request: SignedRequest, expected?: ChecksumAlgorithm) {
    this.#request = request;
    this.#claimed = claimedChecksum(request);
    const claimed = this.#claimed && checksumAlgorithm(this.#claimed.slice(checksumPrefix.length));
    if (expected && claimed && expected !== claimed) {
      throw invalidRequest(
        `Checksum Type mismatch occurred, expected checksum Type: ${expected.toLowerCase()}, actual checksum Type: ${claimed.toLowerCase()}`,
      );
    }
    this.algorithm = expected ?? (claimed || defaultAlgorithm);
    this.digests = new Digests([this.algorithm, ...(isHash(request.payload) ? sha256Only : [])]);
    this.chunks = this.#decode();
  }

  #decode(): AsyncIterable<Buffer> {
    const { payload, incoming, chain } = this.#request;
    checkLength(this.#request);
    const bytes = bytesOf(incoming);
    if (!payload.startsWith("STREAMING-")) return bytes;
    const isSigned = payload.startsWith(signedChunks);
    if (isSigned && !chain) throw invalidRequest("A presigned call cannot sign chunks.");
    const signatures = isSigned && chain ? new ChunkSignatures(chain) : undefined;
    return decodeAwsChunked(new ByteReader(bytes), this.#trailers, signatures);
  }

  /** After the last chunk: is it what the sender said? */
  check(): void {
    const { payload, headers } = this.#request;
    if (isHash(payload) && this.digests.of("SHA256").toString("hex") !== payload) {
      throw new AwsError(
        "XAmzContentSHA256Mismatch",
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
      );
    }
    const length = headers["x-amz-decoded-content-length"];
    if (length !== undefined && Number(length) !== this.digests.size) {
      throw new AwsError(
        "IncompleteBody",
        "You did not provide the number of bytes specified by the x-amz-decoded-content-length HTTP header",
      );
    }
    this.#checkMd5(headers["content-md5"]);
    this.#checkChecksum();
  }

  #checkMd5(claimed: string | undefined): void {
    if (claimed === undefined) return;
    if (!/^[\w+/]{22}==$/.test(claimed)) {
      throw new AwsError("InvalidDigest", "The Content-MD5 you specified was invalid.");
    }
    if (claimed !== this.digests.of("MD5").toString("base64")) {
      throw badDigest("Content-MD5", "what we received");
    }
  }

  #checkChecksum(): void {
    if (!this.#claimed) return;
    const value = this.#request.headers[this.#claimed] ?? this.#trailers.get(this.#claimed);
    if (value === undefined) {
      throw new AwsError("MalformedTrailerError", `The trailer ${this.#claimed} is missing.`);
    }
    if (value !== this.digests.checksum(this.algorithm).value) {
      throw badDigest(this.algorithm, "the calculated checksum");
    }
  }
}

const checksumPrefix = "x-amz-checksum-";
const sha256Only: readonly ChecksumAlgorithm[] = ["SHA256"];

/** The one header or trailer that carries a checksum of the body. */
function claimedChecksum({ headers }: SignedRequest): string | undefined {
  const trailer = headers["x-amz-trailer"]?.toLowerCase();
  const claims = checksumHeaders.filter((name) => headers[name] !== undefined || name === trailer);
  if (claims.length > 1) {
    throw invalidRequest(
      "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.",
    );
  }
  if (trailer && claims.length === 0) {
    throw invalidRequest(`The value specified in the x-amz-trailer header is not supported`);
  }
  if (headers["x-amz-sdk-checksum-algorithm"] && claims.length === 0) {
    throw invalidRequest(
      "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.",
    );
  }
  return claims[0];
}

function checkLength({ headers, payload }: SignedRequest): void {
  const name = payload.startsWith("STREAMING-") ? "x-amz-decoded-content-length" : "content-length";
  const length = headers[name];
  if (length === undefined) {
    throw new AwsError("MissingContentLength", `You must provide the ${name} HTTP header.`, {
      status: 411,
    });
  }
  if (Number(length) > fiveGibibytes) throw entityTooLarge();
}

function isHash(payload: string): boolean {
  return /^[\da-f]{64}$/.test(payload);
}

function entityTooLarge(): AwsError {
  return new AwsError(
    "EntityTooLarge",
    "Your proposed upload exceeds the maximum allowed object size.",
  );
}

function badDigest(name: string, against: string): AwsError {
  return new AwsError("BadDigest", `The ${name} you specified did not match ${against}.`);
}
