import { readFile } from "node:fs/promises";
import encodeLossy, { init } from "@jsquash/webp/encode.js";
import type { Pixels } from "./pixels.ts";

const wasm = new URL(
  "../../node_modules/@jsquash/webp/codec/enc/webp_enc_simd.wasm",
  import.meta.url,
);
/** Apache 2.0, for the packaging of libwebp. It is named here so that the bundle contains it. */
export const webpLicense = new URL("../../node_modules/@jsquash/webp/LICENSE", import.meta.url);
let encoder: Promise<unknown> | undefined;

/**
 * For the screen. libwebp's method 0 is three times as fast as its usual 4, as good, and a tenth larger. The pixels may
 * change as soon as this has been called.
 */
export async function encodeWebp({ width, height, data }: Pixels): Promise<Buffer> {
  const copy = new Uint8ClampedArray(data);
  encoder ??= readFile(wasm).then((wasmBinary) => init({ wasmBinary }));
  await encoder;
  const image = { data: copy, width, height, colorSpace: "srgb" } as const;
  return Buffer.from(await encodeLossy(image, { quality: 80, method: 0 }));
}
