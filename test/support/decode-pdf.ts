import { rasterise } from "../shared/card/pdf/rasterise.ts";
import { decodePixels } from "./decode-qr.ts";

/** What the QR on the first page of a file says, by a reader and a decoder that are not ours. */
export async function qrOfPdf(pdf: Buffer): Promise<string | undefined> {
  for await (const { gray, width, height } of rasterise(pdf, { dpi: 150 })) {
    const pixels = Uint8Array.from({ length: gray.length * 4 }, (_, i) =>
      i % 4 === 3 ? 255 : (gray[i >> 2] ?? 0),
    );
    return decodePixels({ data: pixels, width, height });
  }
  return undefined;
}
