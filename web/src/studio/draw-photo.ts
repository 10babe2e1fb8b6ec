/** Draws the photo that a picture becomes by some edits. Runs in the worker. */
import { type FacePlace, type PersonCut, personIn } from "#shared/photo/cutting/cut-out.ts";
import { withOwnColours } from "#shared/photo/cutting/foreground.ts";
import { mainFace } from "#shared/photo/face-rules.ts";
import { judgeCutOut, judgePicture } from "#shared/photo/judge-picture.ts";
import { photoHeight, photoWidth } from "#shared/photo/photo-limits.ts";
import type { Pixels } from "#shared/photo/pixels.ts";
import type { Face } from "#shared/vision/face.ts";
import type { FindFaces } from "#shared/vision/find-faces.ts";
import { causeFirst, clearOf } from "./cause-first.ts";
import { cutOutcome } from "./cut-outcome.ts";
import { areSeveral, type EarlyFinding, earlyFindings } from "./early-findings.ts";
import type { Edits } from "./edits.ts";
import { frameOfFace } from "./face-frame.ts";
import { type Frame, guides, matrixOf, sizeInFrame } from "./frame.ts";
import { ownShare, stripes } from "./own-pixels.ts";
import { padded } from "./padded.ts";
import { onPhoto, withStrokes } from "./strokes.ts";
import type { Nets, Tools } from "./tools.ts";
import type { DrawnPhoto, JudgedPhoto } from "./worker-messages.ts";

/** Draws the photos of one picture. What no stroke changes is kept from one to the next. */
export class PhotoDrawing {
  readonly #picture: ImageBitmap;
  readonly #tools: Tools;
  readonly #ownShare: number;
  #framed: Framed | undefined;
  #last: Drawing | undefined;
  #whole: (Faces & { readonly seen: Pixels }) | undefined;

  constructor(picture: ImageBitmap, tools: Tools) {
    this.#picture = picture;
    this.#tools = tools;
    this.#ownShare = ownShare(...stripesOf(picture));
  }

  async draw({ frame, isCut, strokes }: Edits): Promise<DrawnPhoto> {
    const framed = this.#frame(frame);
    const { alpha, guess, isFromBusy } = isCut ? framed.cut(this.#tools.nets) : framed.uncut;
    // The brush brings back the picture, and nothing where there is none.
    const placed = strokes.map((stroke) => onPhoto(stroke, frame, this.#picture));
    const brushed = withStrokes(alpha, placed);
    for (let i = 0; i < brushed.length; i++)
      brushed[i] = Math.min(brushed[i] ?? 0, framed.covered[i] ?? 0);
    const { pen, whole } = canvas();
    const { data } = withOwnColours(framed.pixels, brushed);
    pen.putImageData(new ImageData(new Uint8ClampedArray(data), photoWidth), 0, 0);
    this.#last = { frame, alpha: brushed, guess, pen, whole };
    const bitmaps = [createImageBitmap(framed.whole), createImageBitmap(whole)] as const;
    const [before, photo] = await Promise.all(bitmaps);
    return { framed: before, photo, isFromBusy };
  }

  /** The file of what was drawn last, and what the judge says of it. */
  async judge(): Promise<JudgedPhoto> {
    if (!this.#last) throw new Error("Nothing is drawn.");
    const { frame, alpha, guess, pen, whole } = this.#last;
    const { face } = this.#tools.nets;
    // Of what the canvas has kept, and so of what is in the file: colours of nearly clear pixels are rounded by it.
    const pixels = pixelsOf(pen);
    const rules = face ? judgePicture(pixels, face) : judgeCutOut(pixels);
    const outcome = cutOutcome({ alpha, guess, rules });
    const cut = { outcome, clear: clearOf(this.#picture, frame, alpha) };
    const png = await whole.convertToBlob({ type: "image/png" });
    return { png, rules: causeFirst(rules, cut), outcome };
  }

  /** @returns undefined when there is no face, or nothing that could find it */
  frameOfFace(): Frame | undefined {
    const { face: find } = this.#tools.nets;
    if (!find) return undefined;
    const { found, seen } = this.#search(find);
    const face = mainFace(found);
    return face && frameOfFace(face, seen);
  }

  /** What is wrong with what a frame shows, as far as it can be said before anything is cut out. */
  look(frame: Frame): readonly EarlyFinding[] {
    const framed = this.#frame(frame);
    const { face: find } = this.#tools.nets;
    return earlyFindings(framed.seen, {
      inFrame: sizeInFrame(frame, this.#picture),
      ownShare: this.#ownShare,
      find: find && (() => framed.faces(find)),
      isOfSeveral: () => {
        if (!find) return false;
        const { found, seen } = this.#search(find);
        return areSeveral(found, seen);
      },
    });
  }

  /** All of the picture, whatever the frame shows. */
  #search(by: FindFaces) {
    if (this.#whole?.by === by) return this.#whole;
    const { width, height } = this.#picture;
    const scale = Math.min(1, longestSearched / Math.max(width, height));
    const size = [Math.ceil(width * scale), Math.ceil(height * scale)] as const;
    const { pen } = canvas(...size);
    pen.drawImage(this.#picture, 0, 0, ...size);
    const seen = pixelsOf(pen);
    this.#whole = { by, seen, found: by(seen) };
    return this.#whole;
  }

  #frame(frame: Frame): Framed {
    const key = JSON.stringify(frame);
    if (this.#framed?.key !== key) this.#framed = new Framed(this.#picture, frame, key);
    return this.#framed;
  }
}

/** What is judged: a photo as it was drawn, and what it was drawn from. */
interface Drawing extends Canvas {
  readonly frame: Frame;
  readonly alpha: Float32Array;
  readonly guess: Float32Array | undefined;
}

interface Faces {
  readonly by: FindFaces;
  readonly found: readonly Face[];
}

/** A picture in one frame. */
class Framed {
  readonly key: string;
  readonly whole: OffscreenCanvas;
  readonly pixels: Pixels;
  /** As nets and rules of faces see it: opaque. */
  readonly seen: Pixels;
  /** How much of each pixel the picture covers, 0 to 1. */
  readonly covered: Float32Array;
  #faces: Faces | undefined;
  #cut: (Cut & { readonly by: Nets }) | undefined;

  constructor(picture: ImageBitmap, frame: Frame, key: string) {
    const { pen, whole } = canvas();
    pen.imageSmoothingQuality = "high";
    pen.setTransform(...matrixOf(frame, picture));
    pen.drawImage(picture, 0, 0);
    this.key = key;
    this.whole = whole;
    this.pixels = pixelsOf(pen);
    this.seen = padded(this.pixels);
    this.covered = alphaIn(this.pixels);
  }

  faces(by: FindFaces): readonly Face[] {
    if (this.#faces?.by !== by) this.#faces = { by, found: by(this.seen) };
    return this.#faces.found;
  }

  /** @param by without nets a plain wall says where the person is */
  cut(by: Nets): Cut {
    if (this.#cut?.by === by) return this.#cut;
    const guess = by.person?.(this.seen);
    const place = placeOf(by.face && mainFace(this.faces(by.face))) ?? guided;
    const person = personIn(this.seen, guess ?? new Float32Array(this.covered.length), place);
    this.#cut = { by, ...person, guess };
    return this.#cut;
  }

  get uncut(): Cut {
    return { alpha: this.covered, guess: undefined, isFromBusy: false };
  }
}

interface Cut extends PersonCut {
  /** How likely each pixel is a person, as the net sees it, 0 to 1. */
  readonly guess: Float32Array | undefined;
}

/** Pixels on the longer side of what is searched for a face: one of a whole figure is large enough to be found. */
const longestSearched = 1200;

function placeOf(face: Face | undefined): FacePlace | undefined {
  if (!face) return undefined;
  const { left, right } = face.eyes;
  return { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2, chin: face.box.bottom };
}

/** Where the guides have the face. */
const guided: FacePlace = {
  x: photoWidth / 2,
  y: guides.eyes * photoHeight,
  chin: guides.chin * photoHeight,
};

function alphaIn({ data }: Pixels): Float32Array {
  const alpha = new Float32Array(data.length / 4);
  for (let i = 0; i < alpha.length; i++) alpha[i] = (data[i * 4 + 3] ?? 0) / 255;
  return alpha;
}

/** Those that lie, and those that stand, at equal distances. */
function stripesOf(picture: ImageBitmap): readonly [Pixels, Pixels] {
  const { width, height } = picture;
  const { count, thickness } = stripes;
  const [lying, standing] = [canvas(width, count * thickness), canvas(count * thickness, height)];
  for (let k = 0, to = 0; k < count; k++, to += thickness) {
    const [x, y] = [Math.floor((k / count) * width), Math.floor((k / count) * height)];
    lying.pen.drawImage(picture, 0, y, width, thickness, 0, to, width, thickness);
    standing.pen.drawImage(picture, x, 0, thickness, height, to, 0, thickness, height);
  }
  return [pixelsOf(lying.pen), pixelsOf(standing.pen)];
}

interface Canvas {
  readonly whole: OffscreenCanvas;
  readonly pen: OffscreenCanvasRenderingContext2D;
}

function canvas(width: number = photoWidth, height: number = photoHeight): Canvas {
  const whole = new OffscreenCanvas(width, height);
  const pen = whole.getContext("2d", { willReadFrequently: true });
  if (!pen) throw new Error("No canvas.");
  return { whole, pen };
}

function pixelsOf(pen: OffscreenCanvasRenderingContext2D): Pixels {
  const { data, width, height } = pen.getImageData(0, 0, pen.canvas.width, pen.canvas.height);
  return { data: new Uint8Array(data.buffer), width, height };
}
