/** What a chosen file is, by its first bytes: its name and type may say anything. */
import type { Size } from "./frame.ts";

export type PictureKind = "png" | "jpeg" | "webp" | "heic" | "other";

export interface PictureHeader {
  readonly kind: PictureKind;
  /** As stored, before EXIF turns it; undefined where the header does not say it. */
  readonly size?: Size | undefined;
}

/** Enough for the sizes of pictures whose EXIF data, with its small picture, come before it. */
export const headerBytes = 256 * 1024;

export function readHeader(bytes: Uint8Array): PictureHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = (offset: number) => String.fromCharCode(...bytes.subarray(offset, offset + 4));
  if (bytes.length < 32) return { kind: "other" };
  if (view.getUint32(0) === 0x89504e47)
    return { kind: "png", size: { width: view.getUint32(16), height: view.getUint32(20) } };
  if (view.getUint16(0) === 0xffd8) return { kind: "jpeg", size: jpegSize(view) };
  if (at(0) === "RIFF" && at(8) === "WEBP") return { kind: "webp", size: webpSize(view, at(12)) };
  // ISO 23008-12, annex B.4: brands of HEIF pictures that hold HEVC, and of any HEIF.
  const isHeic = at(4) === "ftyp" && /^(hei|hev|mif1|msf1)/.test(at(8));
  return { kind: isHeic ? "heic" : "other" };
}

/** From the frame header, a start-of-frame marker (ITU-T T.81, B.2.2). */
function jpegSize(view: DataView): Size | undefined {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** RFC 9649: lossy, lossless, and with extras. */
function webpSize(view: DataView, chunk: string): Size | undefined {
  if (chunk === "VP8X") return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
  if (chunk === "VP8L") {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (chunk !== "VP8 ") return undefined;
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
}
