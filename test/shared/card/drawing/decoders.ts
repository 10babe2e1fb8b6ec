/** Decoders that are not ours, as phones have them. Each answers with what the QR says, or undefined. */
import { scanRGBABuffer } from "@undecaf/zbar-wasm";
import { readCodes } from "../../../../ops/read-codes.ts";
import type { Picture } from "./bad-cameras.ts";

export const decoders = {
  zxing: async (picture: Picture): Promise<string | undefined> => (await readCodes(picture))[0],
  zbar: async ({ data, width, height }: Picture): Promise<string | undefined> => {
    const [code] = await scanRGBABuffer(new Uint8Array(data).buffer, width, height);
    return code?.decode();
  },
};
