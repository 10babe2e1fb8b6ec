/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html */
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { Crc64Nvme, crc32c } from "./cyclic-redundancy-checks.ts";
import { notImplemented } from "./s3-errors.ts";

const algorithmNames = ["CRC32", "CRC32C", "CRC64NVME", "MD5", "SHA1", "SHA256", "SHA512"] as const;
export type ChecksumAlgorithm = (typeof algorithmNames)[number];

/** What S3 computes by itself when the uploader names no algorithm. */
export const defaultAlgorithm: ChecksumAlgorithm = "CRC64NVME";

export interface Checksum {
  readonly algorithm: ChecksumAlgorithm;
  /** Base64; of a composite one with "-" and the number of parts behind. */
  readonly value: string;
  readonly type: "FULL_OBJECT" | "COMPOSITE";
}

/** @throws AwsError NotImplemented, with the name. */
export function checksumAlgorithm(name: string): ChecksumAlgorithm {
  const algorithm = algorithmNames.find((known) => known === name.toUpperCase());
  if (!algorithm) throw notImplemented(`the checksum algorithm ${name}`);
  return algorithm;
}

/** "x-amz-checksum-crc32" etc.: the header, trailer or form field that carries a checksum of this kind. */
export function checksumHeader(algorithm: ChecksumAlgorithm): string {
  return `x-amz-checksum-${algorithm.toLowerCase()}`;
}

export const checksumHeaders: readonly string[] = algorithmNames.map(checksumHeader);

/** "ChecksumCRC32" etc.: the same in XML. */
export function checksumElement(algorithm: ChecksumAlgorithm): string {
  return `Checksum${algorithm}`;
}

interface RunningChecksum {
  update(bytes: Uint8Array): unknown;
  digest(): Buffer;
}

function start(algorithm: ChecksumAlgorithm): RunningChecksum {
  switch (algorithm) {
    case "CRC32":
      return runningCrc(crc32);
    case "CRC32C":
      return runningCrc(crc32c);
    case "CRC64NVME":
      return new Crc64Nvme();
    default:
      return createHash(algorithm.toLowerCase());
  }
}

function runningCrc(next: (bytes: Uint8Array, crc: number) => number): RunningChecksum {
  let crc = 0;
  return {
    update(bytes) {
      crc = next(bytes, crc);
    },
    digest() {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(crc);
      return bytes;
    },
  };
}

/** Counts and digests bytes as they pass: always MD5 (the ETag), and what else is asked for. */
export class Digests {
  size = 0;
  readonly #running: ReadonlyMap<ChecksumAlgorithm, RunningChecksum>;
  readonly #finished = new Map<ChecksumAlgorithm, Buffer>();

  constructor(algorithms: Iterable<ChecksumAlgorithm> = []) {
    const all = new Set<ChecksumAlgorithm>(["MD5", ...algorithms]);
    this.#running = new Map([...all].map((algorithm) => [algorithm, start(algorithm)]));
  }

  update(bytes: Uint8Array): void {
    this.size += bytes.length;
    for (const running of this.#running.values()) running.update(bytes);
  }

  /** The digest of all bytes; none may follow. */
  of(algorithm: ChecksumAlgorithm): Buffer {
    const known = this.#finished.get(algorithm);
    if (known) return known;
    const running = this.#running.get(algorithm);
    if (!running) throw new Error(`${algorithm} was not computed.`);
    const digest = running.digest();
    this.#finished.set(algorithm, digest);
    return digest;
  }

  checksum(algorithm: ChecksumAlgorithm): Checksum {
    return { algorithm, value: this.of(algorithm).toString("base64"), type: "FULL_OBJECT" };
  }
}
