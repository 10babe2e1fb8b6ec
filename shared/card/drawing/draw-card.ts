import { measure } from "#shared/render/fonts.ts";
import { encodePng } from "#shared/render/png.ts";
import { encodeWebp } from "#shared/render/webp.ts";
import type { FaceImages } from "../card-bucket.ts";
import { faces as allFaces, type CardContent, type Face } from "../card-content.ts";
import { shapes } from "../design/geometry.ts";
import { templateFor } from "../design/template.ts";
import { refuseMisfits } from "../design/template-fit.ts";
import { type DrawnFace, drawFace, partsOf } from "./draw-face.ts";

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

/** @param use what becomes of a face; its pixels hold until this returns or first waits, then another is drawn over them */
export function drawFaces<Result>(
  content: CardContent,
  photo: Buffer,
  wanted: readonly Face[],
  use: (drawn: DrawnFace, face: Face) => Result,
): Result[] {
  const template = templateFor(content.instansiId, content.text.kind);
  const parts = partsOf(content, template, photo);
  return wanted.map((face) => use(drawFace(shapes[face], template, content, parts), face));
}
