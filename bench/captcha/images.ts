/** Captchas that are the same each time, by their seed, as the product draws them. */
import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import { drawCaptcha } from "#shared/captcha/draw-captcha.ts";
import { symbols } from "#shared/captcha/glyphs.ts";

interface CaptchaImage {
  readonly text: string;
  readonly png: Buffer;
}

export function captchaImages(seed: number, count: number): CaptchaImage[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const length = 5 + Math.floor(random() * 2);
    const pick = () => symbols[Math.floor(random() * symbols.length)] ?? "";
    const text = Array.from({ length }, pick).join("");
    return { text, png: drawCaptcha(text, random) };
  });
}

/** Of all images' pixels together: other drawings are other images. */
export function digestOf(images: readonly CaptchaImage[]): string {
  const hash = createHash("sha256");
  for (const { png } of images) hash.update(inflateSync(dataOf(png)));
  return hash.digest("hex").slice(0, 16);
}

/** The one IDAT chunk's data. */
function dataOf(png: Buffer): Buffer {
  const at = png.indexOf("IDAT");
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
}

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
