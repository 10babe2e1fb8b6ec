/** What is wrong with a framed picture that no cutting mends: told where it is framed, and not at the end. Pure. */
import { faceViolations, mainFace } from "#shared/photo/face-rules.ts";
import { enoughOnWhite } from "#shared/photo/light.ts";
import { photoHeight, photoWidth } from "#shared/photo/photo-limits.ts";
import { luma, type Pixels } from "#shared/photo/pixels.ts";
import { judgeTone } from "#shared/photo/tone.ts";
import type { Face } from "#shared/vision/face.ts";
import type { FindFaces } from "#shared/vision/find-faces.ts";
import type { Size } from "./frame.ts";

export type EarlyFinding =
  /** The frame holds so few pixels of the picture that the photo is an enlargement. */
  | ({ readonly code: "too-small" } & Size)
  /** It holds enough, but the picture is itself an enlargement: so many of them are its own. */
  | ({ readonly code: "enlarged" } & Size)
  | { readonly code: "too-dark" | "no-face" | "several-faces" }
  /** The picture shows several people, and the frame the whole face of none. */
  | { readonly code: "all-outside" }
  /** Nothing is wrong: the frame leaves out whom else the picture shows. */
  | { readonly code: "others-outside" };

interface Looking {
  /** Pixels of the picture that the frame holds. */
  readonly inFrame: Size;
  /** Which share of them, across and down, is no repetition (own-pixels.ts). */
  readonly ownShare: number;
  /** Without it faces are not looked for. */
  readonly find: FindFaces | undefined;
  /** Whether the whole picture shows several people, as `find` sees it. */
  readonly isOfSeveral: () => boolean;
}

/** Less of the frame than the whites of two eyes. */
const brightest = 0.001;

/** @param framed opaque, of the photo's size */
export function earlyFindings(
  framed: Pixels,
  { inFrame, ownShare, find, isOfSeveral }: Looking,
): EarlyFinding[] {
  return [...ofSize(inFrame, ownShare), ...ofFace(framed, find, isOfSeveral)];
}

/** @param faces the largest first, as in `faceViolations` */
export function areSeveral(faces: readonly Face[], picture: Pixels): boolean {
  return faceViolations(faces, picture)[0]?.code === "several-faces";
}

/** The share is measured: what is hardly too small by it is not told. */
const tolerance = 0.9;

function ofSize(inFrame: Size, ownShare: number): EarlyFinding[] {
  if (inFrame.width < photoWidth || inFrame.height < photoHeight)
    return [{ code: "too-small", ...inFrame }];
  const width = Math.round(inFrame.width * ownShare);
  const height = Math.round(inFrame.height * ownShare);
  const isEnlarged = width < tolerance * photoWidth || height < tolerance * photoHeight;
  return isEnlarged ? [{ code: "enlarged", width, height }] : [];
}

/** Where it is too dark, nobody is told that no face is there. */
function ofFace(
  framed: Pixels,
  find: Looking["find"],
  isOfSeveral: Looking["isOfSeveral"],
): EarlyFinding[] {
  const faces = find?.(framed) ?? [];
  const face = mainFace(faces);
  if (isDark(framed) || (face && isDarkOn(framed, face))) return [{ code: "too-dark" }];
  const [found] = find ? faceViolations(faces, framed) : [];
  if (found?.code === "several-faces") return [{ code: found.code }];
  if (found?.code === "no-face") return [{ code: isOfSeveral() ? "all-outside" : found.code }];
  return find && isOfSeveral() ? [{ code: "others-outside" }] : [];
}

/** By the face's own light, as the judge measures it. */
function isDarkOn(framed: Pixels, face: Parameters<typeof judgeTone>[1]): boolean {
  return judgeTone(framed, face)?.light.some(({ code }) => code === "too-dark") ?? false;
}

/** Hardly anything in it is as bright as the white of an eye is in enough light: in any frame with a face something is. */
function isDark({ data, width, height }: Pixels): boolean {
  let bright = 0;
  for (let at = 0; at < data.length; at += 4)
    if (luma([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]) >= enoughOnWhite) bright++;
  return bright < brightest * width * height;
}
