/** Decodes what was chosen, as large as the studio needs it. Runs in the worker. */
import type { Size } from "./frame.ts";
import { headerBytes, type PictureKind, readHeader } from "./picture-file.ts";
import type { OpeningProblem } from "./worker-messages.ts";

/** Pictures of the largest cameras of phones have 48 to 50 million pixels; what claims much more is no photo. */
const mostPixels = 64_000_000;
/** Above this, Safari draws no picture in full (its limit for a canvas). */
const mostDecodedInFull = 16_000_000;
/** Pixels on the longer side that the worker keeps: a face cut out of a whole figure is still sharp. */
const longestKept = 2400;
/** On the page. */
const longestShown = 1200;

export interface KeptPicture {
  readonly kept: ImageBitmap;
  readonly shown: ImageBitmap;
}

export async function openPicture(file: Blob): Promise<KeptPicture | OpeningProblem> {
  const { kind, size } = readHeader(new Uint8Array(await file.slice(0, headerBytes).arrayBuffer()));
  const pixels = size ? size.width * size.height : 0;
  if (pixels > mostPixels) return "too-many-pixels";
  try {
    const whole = await decoded(file, kind, size);
    const kept = await smaller(whole, longestKept);
    return { kept, shown: await smaller(kept, longestShown, false) };
  } catch {
    if (kind === "heic") return "heic";
    return kind === "other" ? "not-a-picture" : "damaged";
  }
}

/** Upright: EXIF turns a picture in either way of decoding. @throws Error when this browser cannot open it */
async function decoded(
  file: Blob,
  kind: PictureKind,
  size: Size | undefined,
): Promise<ImageBitmap> {
  const reduced = kind === "jpeg" && size ? await decodedReduced(file, size) : undefined;
  if (reduced) return reduced;
  const isLarge = size && size.width * size.height > mostDecodedInFull;
  // A picture that EXIF turns has its sides exchanged: a width alone keeps its shape in any case. The option's word for that turn
  // is not used, because older Chrome does not know it and would refuse all.
  return createImageBitmap(file, {
    ...(isLarge && { resizeWidth: scaled(size).width, resizeQuality: "high" }),
  });
}

/**
 * A JPEG need not be decoded in full to be drawn smaller: a tenth of the work of createImageBitmap (Chromium 153, 48 megapixels: 0.1 s
 * instead of 1.1 s). Only where frames say how EXIF turns them, which Chrome does from 138 on.
 * @returns undefined where this browser cannot, or need not
 */
async function decodedReduced(file: Blob, size: Size): Promise<ImageBitmap | undefined> {
  if (typeof ImageDecoder === "undefined" || !("rotation" in VideoFrame.prototype))
    return undefined;
  const { width: desiredWidth, height: desiredHeight } = scaled(size);
  // Where there is nothing to reduce, a frame that is turned comes out squeezed (Chromium 153).
  if (desiredWidth === size.width) return undefined;
  const data = await file.arrayBuffer();
  try {
    const decoder = new ImageDecoder({ data, type: "image/jpeg", desiredWidth, desiredHeight });
    const { image } = await decoder.decode();
    const bitmap = await createImageBitmap(image);
    image.close();
    decoder.close();
    return bitmap;
  } catch {
    return undefined;
  }
}

async function smaller(from: ImageBitmap, longest: number, isLast = true): Promise<ImageBitmap> {
  const { width, height } = from;
  if (isLast && Math.max(width, height) <= longest) return from;
  const scale = Math.min(1, longest / Math.max(width, height));
  const to = new OffscreenCanvas(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
  const pen = to.getContext("2d");
  if (!pen) throw new Error("No canvas.");
  pen.imageSmoothingQuality = "high";
  pen.drawImage(from, 0, 0, to.width, to.height);
  if (isLast) from.close();
  return to.transferToImageBitmap();
}

/** As large as it is kept. */
function scaled({ width, height }: Size): Size {
  const scale = Math.min(1, longestKept / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
