import { createCanvas } from "@napi-rs/canvas";

/** The photo of a card of nobody: head and shoulders, cut out, 450x575 as every photo. */
export function standInPhoto(): Buffer {
  const canvas = createCanvas(450, 575);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#8D879C";
  pen.beginPath();
  pen.ellipse(225, 575, 205, 175, 0, 0, 2 * Math.PI);
  pen.fill();
  pen.fillStyle = "#A7A1B5";
  pen.beginPath();
  pen.ellipse(225, 245, 96, 122, 0, 0, 2 * Math.PI);
  pen.fill();
  return canvas.toBuffer("image/png");
}
