import { loadImage } from "@napi-rs/canvas";
import { faces } from "#shared/card/card-content.ts";
import { shapes } from "#shared/card/design/geometry.ts";
import { templateFor } from "#shared/card/design/template.ts";
import { paintFrontDetails, paintVersion } from "#shared/card/drawing/details.ts";
import { paintLines } from "#shared/card/drawing/paint.ts";
import { qrOf } from "#shared/render/qr.ts";
import type { Contender } from "../contender.ts";
import { drawStatic } from "../scene.ts";

/** The same strokes, all of them for every card, and the canvas's own PNG. */
export const canvas: Contender = {
  async draw({ content, photo }) {
    const template = templateFor(content.instansiId, content.text.kind);
    const [portrait, qr] = [await loadImage(photo), qrOf(content.qrText)];
    const files: Buffer[] = [];
    for (const face of faces) {
      const shape = shapes[face];
      const surface = drawStatic({ content }, face, paintLines);
      const pen = surface.getContext("2d");
      if (shape.side === "front") paintFrontDetails(pen, shape, template, content, portrait, qr);
      else paintVersion(pen, shape, content);
      files.push(await surface.encode("png"));
    }
    return files;
  },
};
