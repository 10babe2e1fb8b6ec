import jsQR from "jsqr";
import sharp from "sharp";
import type { Pixels } from "#shared/photo/pixels.ts";

/** What the QR on a picture says, by a decoder that is not ours; undefined when it finds none. */
export async function decodeQr(picture: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(picture)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decodePixels({ data, width: info.width, height: info.height });
}

/** The same of pixels. */
export function decodePixels({ data, width, height }: Pixels): string | undefined {
  // The package is CommonJS with a default inside.
  const decode = "default" in jsQR ? jsQR.default : jsQR;
  return decode(new Uint8ClampedArray(data), width, height)?.data;
}

/** The same of an SVG document. What judges photos in this process leaves sharp no formats but its own. */
export async function decodeSvgQr(svg: string): Promise<string | undefined> {
  sharp.unblock({ operation: ["VipsForeignLoadSvgBuffer"] });
  return await decodeQr(await sharp(Buffer.from(svg), { density: 400 }).png().toBuffer());
}

/** The token in what a card's QR says, in lower case; what is signed stands behind it. */
export function tokenOfQr(qr: string | undefined): string {
  return new URL(qr ?? "").pathname.split("/").at(-1)?.toLowerCase() ?? "";
}
