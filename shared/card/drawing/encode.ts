/** From pixels to files. Encoding, not drawing, is what a card costs (docs/cost.md). */
import { readFile } from "node:fs/promises";
import encodeLossy, { init } from "@jsquash/webp/encode.js";
import { CompressionType, FilterType, Transformer } from "@napi-rs/image";

interface Size {
  readonly width: number;
  readonly height: number;
}

const wasm = new URL(
  "../../../node_modules/@jsquash/webp/codec/enc/webp_enc_simd.wasm",
  import.meta.url,
);
/** Apache 2.0 of libwebp's packaging. Named so that a bundle carries it. */
export const webpLicense = new URL("../../../node_modules/@jsquash/webp/LICENSE", import.meta.url);
let encoder: Promise<unknown> | undefined;

/** Lossless, for download and print. Ten times as fast as the canvas's own encoder, a third larger. */
export function encodePng({ width, height }: Size, pixels: Buffer): Promise<Buffer> {
  return Transformer.fromRgbaPixels(pixels, width, height).png({
    compressionType: CompressionType.Fast,
    filterType: FilterType.Sub,
  });
}

/** For the screen. libwebp's method 0 is three times as fast as its usual 4, as good, and a tenth larger. */
export async function encodeWebp({ width, height }: Size, pixels: Buffer): Promise<Buffer> {
  encoder ??= readFile(wasm).then((wasmBinary) => init({ wasmBinary }));
  await encoder;
  const data = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length);
  const image = { data, width, height, colorSpace: "srgb" } as Parameters<typeof encodeLossy>[0];
  return Buffer.from(await encodeLossy(image, { quality: 80, method: 0 }));
}
