/** Draws the photo that a picture becomes by some edits. Runs in the worker. */
import { cutOut } from "#shared/photo/cutting/cut-out.ts";
import { withOwnColours } from "#shared/photo/cutting/foreground.ts";
import { photoHeight, photoWidth } from "#shared/photo/photo-limits.ts";
import type { Pixels } from "#shared/photo/pixels.ts";
import { judgeCutOut } from "#shared/photo/judge-picture.ts";
import type { Edits } from "./edits.ts";
import { guides, matrixOf } from "./frame.ts";
import { padded } from "./padded.ts";
import { withStrokes } from "./strokes.ts";
import type { DrawnPhoto } from "./worker-messages.ts";

export async function drawPhoto(picture: ImageBitmap, edits: Edits): Promise<DrawnPhoto> {
  const framedCanvas = canvas();
  framedCanvas.pen.imageSmoothingQuality = "high";
  framedCanvas.pen.setTransform(...matrixOf(edits.frame, picture));
  framedCanvas.pen.drawImage(picture, 0, 0);
  const framed = pixelsOf(framedCanvas);
  const { pen, whole } = canvas();
  const photo = withOwnColours(framed, alphaOf(framed, edits));
  pen.putImageData(new ImageData(new Uint8ClampedArray(photo.data), photoWidth), 0, 0);
  const png = await whole.convertToBlob({ type: "image/png" });
  // Of what the canvas has kept, and so of what is in the file: colours of nearly clear pixels are rounded by it.
  const rules = judgeCutOut(pixelsOf({ pen, whole }));
  return {
    png,
    framed: framedCanvas.whole.transferToImageBitmap(),
    photo: whole.transferToImageBitmap(),
    rules,
  };
}

/** Where the guides have the face. */
const face = {
  x: photoWidth / 2,
  y: guides.eyes * photoHeight,
  chin: guides.chin * photoHeight,
} as const;

/** How much of each pixel is the person, 0 to 1. */
function alphaOf(framed: Pixels, { isCut, strokes }: Edits): Float32Array {
  const covered = alphaIn(framed);
  // Without a guess of where the person is, a plain wall says it.
  const nothing = new Float32Array(covered.length);
  const alpha = isCut ? alphaIn(cutOut(padded(framed), nothing, face)) : covered;
  // The brush brings back the picture, and nothing where there is none.
  return withStrokes(alpha, strokes).map((own, i) => Math.min(own, covered[i] ?? 0));
}

function alphaIn({ data }: Pixels): Float32Array {
  return Float32Array.from({ length: data.length / 4 }, (_, i) => (data[i * 4 + 3] ?? 0) / 255);
}

interface Canvas {
  readonly whole: OffscreenCanvas;
  readonly pen: OffscreenCanvasRenderingContext2D;
}

function canvas(): Canvas {
  const whole = new OffscreenCanvas(photoWidth, photoHeight);
  const pen = whole.getContext("2d", { willReadFrequently: true });
  if (!pen) throw new Error("No canvas.");
  return { whole, pen };
}

function pixelsOf({ pen }: Canvas): Pixels {
  const { data, width, height } = pen.getImageData(0, 0, photoWidth, photoHeight);
  return { data: new Uint8Array(data.buffer), width, height };
}
