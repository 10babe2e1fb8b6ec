import fc from "fast-check";
import { expect, test } from "vitest";
import { newCaptchaText } from "#shared/captcha/captcha-text.ts";
import { drawCaptcha, height, width } from "#shared/captcha/draw-captcha.ts";
import { symbols } from "#shared/captcha/glyphs.ts";

const aText = fc
  .array(fc.constantFrom(...symbols), { minLength: 5, maxLength: 6 })
  .map((chosen) => chosen.join(""));

test("an image is one path of lines inside its frame, small and without the text", () => {
  fc.assert(
    fc.property(aText, (text) => {
      const svg = drawCaptcha(text);
      const path = /^<svg [^>]+><path d="((?:[ML]\d+\.\d \d+\.\d)+)" [^>]+\/><\/svg>$/.exec(
        svg,
      )?.[1];
      const numbers = (path ?? "").split(/[ML ]/).filter(Boolean).map(Number);

      expect(path).toBeDefined();
      expect(svg).not.toContain(text);
      expect(svg.length).toBeLessThan(4000);
      expect(numbers.every((n, i) => n >= 0 && n <= (i % 2 === 0 ? width : height))).toBe(true);
    }),
  );
});

test("the same text is drawn differently each time", () => {
  expect(drawCaptcha("AC7XK")).not.toBe(drawCaptcha("AC7XK"));
});

test("no stroke says which symbol it belongs to: their order changes", () => {
  const firstStrokes = new Set(
    Array.from({ length: 20 }, () =>
      Math.round(Number(/M([\d.]+)/.exec(drawCaptcha("HHHHH"))?.[1]) / 40),
    ),
  );

  expect(firstStrokes.size).toBeGreaterThan(1);
});

test("texts are five or six symbols that nobody confuses", () => {
  const texts = Array.from({ length: 500 }, newCaptchaText);

  expect(new Set(texts.map(({ length }) => length))).toEqual(new Set([5, 6]));
  expect(texts.join("")).not.toMatch(/[0O1IL2Z5S6G8BUV]/);
});
