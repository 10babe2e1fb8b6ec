import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { normalText } from "#shared/captcha/captcha-text.ts";
import { captchaImages, digestOf } from "../../../bench/captcha/images.ts";
import { solveCaptcha } from "../../../bench/captcha/solver.ts";

const { seed, digest, readings } = JSON.parse(
  readFileSync(new URL("../../../bench/captcha/readings.json", import.meta.url), "utf8"),
);

test("the images that were read are those the product draws: whoever changes the drawing reads anew", () => {
  expect(digestOf(captchaImages(seed, readings.length))).toBe(digest);
});

test("at first sight, at least 95 of 100 were read", () => {
  const images = captchaImages(seed, readings.length);
  const right = images.filter(({ text }, i) => normalText(readings[i]) === text);

  expect(right.length / images.length).toBeGreaterThanOrEqual(0.95);
});

test("the solver reads an image by itself", async () => {
  const images = captchaImages(7, 3);
  const read = await Promise.all(images.map(({ png }) => solveCaptcha(png)));

  expect(read.filter((text, i) => text === images[i]?.text).length).toBeGreaterThan(0);
}, 30_000);
