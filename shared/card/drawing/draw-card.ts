import { measure } from "#shared/render/fonts.ts";
import { decodePixels, PhotoCanvas } from "#shared/render/picture.ts";
import { PixelPen } from "#shared/render/pixel-pen.ts";
import { encodePng } from "#shared/render/png.ts";
import { encodeWebp } from "#shared/render/webp.ts";
import type { FaceImages } from "../card-bucket.ts";
import { faces as allFaces, type CardContent, type Face, validIssue } from "../card-content.ts";
import { faceMarks, frontParts } from "../design/face.ts";
import { templateFor } from "../design/template.ts";
import { refuseMisfits } from "../design/template-fit.ts";
import { type DrawnFace, drawFace } from "./draw-face.ts";
import { Layers } from "./layers.ts";

refuseMisfits(measure);

/**
 * Draws the faces of a card. Pure: the same content and photo are the same bytes.
 * @param photo PNG of a cut-out with transparency, 450x575
 * @throws Error when the photo cannot be decoded or has no transparency, or the QR's text is not alphanumeric
 */
export async function drawCard(
  content: CardContent,
  photo: Buffer,
  wanted: readonly Face[] = allFaces,
): Promise<readonly FaceImages[]> {
  return Promise.all(
    drawFaces(content, photo, wanted, async (drawn, face) => {
      const png = encodePng(drawn, drawn.top);
      return { face, png, webp: await encodeWebp(drawn) };
    }),
  );
}

/** What is painted on again and again. Faces are drawn one after the other. */
const [layers, pen, photos] = [new Layers(), new PixelPen(), new PhotoCanvas()];

/** @param use what becomes of a face; its pixels hold until this returns or first waits, then another is drawn over them */
export function drawFaces<Result>(
  content: CardContent,
  photo: Buffer,
  wanted: readonly Face[],
  use: (drawn: DrawnFace, face: Face) => Result,
): Result[] {
  const template = templateFor(content.instansiId, content.text.kind);
  const parts = frontParts(template, content);
  const picture = photos.lay(decodePixels(photo));
  return wanted.map((name) => {
    const face = faceMarks(name, template, content, parts);
    const isMarked = face.shape.side === "front" && !validIssue(content);
    return use(drawFace(face, layers.of(face), pen, { picture, isMarked }), name);
  });
}
