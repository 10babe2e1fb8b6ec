/** Decodes what was chosen, as large as the studio needs it. Runs in the worker. */
import { headerBytes, readHeader } from "./picture-file.ts";
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
  // A picture that EXIF turns has its sides exchanged: a width alone keeps its shape in any case.
  const reduced = size && { resizeWidth: sideKept(size.width, size.width, size.height) };
  const options: ImageBitmapOptions = {
    ...(pixels > mostDecodedInFull && reduced),
    resizeQuality: "high",
  };
  try {
    // EXIF turns it by itself: older Chrome does not know the option's word for that and would refuse it.
    const whole = await createImageBitmap(file, options);
    const kept = await smaller(whole, longestKept);
    return { kept, shown: await smaller(kept, longestShown, false) };
  } catch {
    if (kind === "heic") return "heic";
    return kind === "other" ? "not-a-picture" : "damaged";
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

/** A side after the longer one was made as short as it is kept. */
function sideKept(side: number, width: number, height: number): number {
  return Math.round(side * Math.min(1, longestKept / Math.max(width, height)));
}
