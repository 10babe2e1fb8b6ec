/** Decoders that are not ours, as phones have them. Each answers with what the QR says, or undefined. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { scanRGBABuffer } from "@undecaf/zbar-wasm";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import type { Picture } from "./bad-cameras.ts";

const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });

/** All codes on a picture, by zxing. */
export async function readAll({ data, width, height }: Picture): Promise<string[]> {
  const image = { data: new Uint8ClampedArray(data), width, height, colorSpace: "srgb" } as const;
  const codes = await readBarcodes(image, { formats: ["QRCode"] });
  return codes.map(({ text }) => text);
}

export const decoders = {
  zxing: async (picture: Picture): Promise<string | undefined> => (await readAll(picture))[0],
  zbar: async ({ data, width, height }: Picture): Promise<string | undefined> => {
    const [code] = await scanRGBABuffer(new Uint8Array(data).buffer, width, height);
    return code?.decode();
  },
};
