import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { withBleed } from "#shared/render/bleed.ts";

/** A canvas of these pixels: a letter is a grey of its own. */
function painted(rows: readonly string[]) {
  const canvas = createCanvas(rows[0]?.length ?? 0, rows.length);
  const pen = canvas.getContext("2d");
  for (const [y, row] of rows.entries())
    for (const [x, letter] of [...row].entries()) {
      const grey = letter.charCodeAt(0);
      pen.fillStyle = `rgb(${grey},${grey},${grey})`;
      pen.fillRect(x, y, 1, 1);
    }
  return canvas;
}

function rowsOf(canvas: Canvas): string[] {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  return Array.from({ length: height }, (_, y) =>
    String.fromCharCode(...Array.from({ length: width }, (_, x) => data[4 * (y * width + x)] ?? 0)),
  );
}

test("beyond the edges of a picture its ground goes on, as in a mirror", () => {
  const picture = painted(["ABC", "DEF"]);
  const ground = painted(["abc", "def"]);

  expect(rowsOf(withBleed(picture, ground, 1))).toEqual(["aabcc", "aABCc", "dDEFf", "ddeff"]);
});
