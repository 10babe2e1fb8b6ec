import { createCanvas, loadImage } from "@napi-rs/canvas";
import { allMarks } from "#shared/card/design/face-marks.ts";
import { strokeLines } from "#shared/render/canvas-lines.ts";
import { paintMarks } from "#shared/render/canvas-pen.ts";
import type { Contender } from "../contender.ts";
import { marksOf } from "../scene.ts";

/** The same marks, all of them for every card, and the canvas's own PNG. */
export const canvas: Contender = {
  async draw(card) {
    const picture = await loadImage(card.photo);
    const files: Buffer[] = [];
    for (const marks of marksOf(card).values()) {
      const surface = createCanvas(marks.shape.width, marks.shape.height);
      const options = { picture, paintLines: strokeLines };
      paintMarks(surface.getContext("2d"), allMarks(marks), options);
      files.push(await surface.encode("png"));
    }
    return files;
  },
};
