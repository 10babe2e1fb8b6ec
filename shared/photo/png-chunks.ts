/** The chunks of a PNG (PNG 3, W3C 2025, clause 5). */
import { crc32 } from "node:zlib";

export interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  /** With its length, type and checksum. */
  readonly whole: Buffer;
}

export const pngSignature = Buffer.from("89504e470d0a1a0a", "hex");
const maxChunks = 4096;
/** Letters only; the third one is a capital in every PNG of today (PNG 3, 5.4). */
const soundName = /^[A-Za-z]{2}[A-Z][A-Za-z]$/;

interface ReadChunks {
  readonly chunks: readonly Chunk[];
  /** Why nothing more can be read. */
  readonly problem?: "damaged" | "too-many-chunks";
}

/**
 * Reads up to the end chunk. Bytes behind it are dropped: some screenshot tools that crop a picture leave the old one there.
 */
export function readChunks(bytes: Buffer): ReadChunks {
  const chunks: Chunk[] = [];
  let at = pngSignature.length;
  while (at + 12 <= bytes.length) {
    if (chunks.length === maxChunks) return { chunks, problem: "too-many-chunks" };
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    const type = bytes.toString("latin1", at + 4, at + 8);
    const isSound = crc32(bytes.subarray(at + 4, end - 4)) === bytes.readUInt32BE(end - 4);
    if (!isSound || !soundName.test(type)) break;
    const [data, whole] = [bytes.subarray(at + 8, end - 4), bytes.subarray(at, end)];
    chunks.push({ type, data, whole });
    at = end;
    if (type === "IEND") return { chunks };
  }
  return { chunks, problem: "damaged" };
}
