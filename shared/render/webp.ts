import { readFile } from "node:fs/promises";
import { init } from "@jsquash/webp/encode.js";
import { defaultOptions } from "@jsquash/webp/meta.js";
import type { Pixels } from "./pixels.ts";

const wasm = new URL(
  "../../node_modules/@jsquash/webp/codec/enc/webp_enc_simd.wasm",
  import.meta.url,
);
/** Apache 2.0, for the packaging of libwebp. It is named here so that the bundle contains it. */
export const webpLicense = new URL("../../node_modules/@jsquash/webp/LICENSE", import.meta.url);

/** For the screen. libwebp's method 0 is three times as fast as its usual 4, as good, and a tenth larger. */
const options = { ...defaultOptions, quality: 80, method: 0 };

type EncodeWebp = (pixels: Pixels) => Buffer;
let encoder: Promise<EncodeWebp> | undefined;

/** Loads the encoder once. It has read all pixels when it returns, so they may be drawn over then. */
export async function webpEncoder(): Promise<EncodeWebp> {
  encoder ??= loadEncoder();
  return await encoder;
}

async function loadEncoder(): Promise<EncodeWebp> {
  const { encode } = await init({ wasmBinary: await readFile(wasm) });
  return ({ width, height, data }) => {
    const file = encode(data, width, height, options);
    if (!file) throw new Error("libwebp could not encode the picture.");
    return Buffer.from(file.buffer);
  };
}
