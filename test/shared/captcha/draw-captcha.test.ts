import { randomBytes } from "node:crypto";
import fc from "fast-check";
import sharp from "sharp";
import { expect, test } from "vitest";
import { captchaText } from "#shared/captcha/captcha-text.ts";
import { drawCaptcha, height, width } from "#shared/captcha/draw-captcha.ts";
import { symbols } from "#shared/captcha/glyphs.ts";

const aText = fc
  .array(fc.constantFrom(...symbols), { minLength: 5, maxLength: 6 })
  .map((chosen) => chosen.join(""));

test("an image is a PNG of four greys within 5 KB, for any text", () => {
  fc.assert(
    fc.property(aText, (text) => {
      const png = drawCaptcha(text);

      expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
      expect(png.length).toBeLessThan(5 * 1024);
    }),
  );
});

test("every decoder reads it: its size, its paper and its ink", async () => {
  const { data, info } = await sharp(drawCaptcha("AC7XK"))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const inked = data.filter((grey) => grey < 128).length / data.length;

  expect({ width: info.width, height: info.height }).toEqual({ width, height });
  expect(new Set(data)).toEqual(new Set([0, 85, 170, 255]));
  expect(inked).toBeGreaterThan(0.08);
  expect(inked).toBeLessThan(0.4);
});

test("the same text is drawn differently each time", () => {
  expect(drawCaptcha("AC7XK").equals(drawCaptcha("AC7XK"))).toBe(false);
});

test("texts are five or six symbols that nobody confuses", () => {
  const texts = Array.from({ length: 500 }, () => captchaText(randomBytes(32), "cap_one"));

  expect(new Set(texts.map(({ length }) => length))).toEqual(new Set([5, 6]));
  expect(texts.join("")).not.toMatch(/[0O1IL2Z4D5S6G8BFNPQTUVY]/);
});

test("a text is of its captcha and of the key: the same again, and another for each other", () => {
  const [key, other] = [randomBytes(32), randomBytes(32)];
  const ofIds = Array.from({ length: 200 }, (_, i) => captchaText(key, `cap_${i}`));

  expect(captchaText(key, "cap_0")).toBe(ofIds[0]);
  expect(new Set(ofIds).size).toBeGreaterThan(195);
  expect(ofIds.filter((text, i) => captchaText(other, `cap_${i}`) === text)).toEqual([]);
  for (const symbol of symbols) {
    const share = ofIds.join("").split(symbol).length - 1;
    expect(share, symbol).toBeGreaterThan(40);
  }
});
