import sharp from "sharp";
import { expect, test } from "vitest";
import { Bitmap } from "#shared/captcha/bitmap.ts";

/** Of each pixel, from # (ink) to a blank (paper), as a foreign decoder reads it. */
async function picture(bitmap: Bitmap): Promise<string[]> {
  const { data, info } = await sharp(bitmap.toPng())
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const text = [...data].map((grey) => "#+- "[grey / 85]).join("");
  return Array.from({ length: info.height }, (_, y) =>
    text.slice(y * info.width, (y + 1) * info.width),
  );
}

test("a line is as thick as told, and its ends are round", async () => {
  const bitmap = new Bitmap(9, 6);
  bitmap.line(
    [
      [2, 2],
      [6, 2],
    ],
    2.5,
  );

  expect(await picture(bitmap)).toEqual([
    "         ",
    " -+++++- ",
    " +#####+ ",
    " -+++++- ",
    "         ",
    "         ",
  ]);
});

test("of crossing lines the ink is not doubled, and what is rubbed out is paper", async () => {
  const bitmap = new Bitmap(7, 7);
  bitmap.line(
    [
      [1, 1],
      [5, 5],
      [5, 1],
    ],
    1.5,
  );
  bitmap.line(
    [
      [-3, 3],
      [12, 3],
    ],
    1,
    0,
  );

  expect(await picture(bitmap)).toEqual([
    " -   - ",
    "-#+ -#-",
    " +#+-#-",
    "       ",
    "   +##-",
    "    +#-",
    "     - ",
  ]);
});
