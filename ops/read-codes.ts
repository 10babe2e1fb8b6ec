/** The QRs on a picture, read by zxing. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import type { Pixels } from "#shared/photo/pixels.ts";

const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
// It would fetch it from the network otherwise.
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });

/** What each says. */
export async function readCodes({ data, width, height }: Pixels): Promise<string[]> {
  const image = { data: new Uint8ClampedArray(data), width, height, colorSpace: "srgb" } as const;
  const codes = await readBarcodes(image, { formats: ["QRCode"] });
  return codes.map(({ text }) => text);
}
