/**
 * A camera that sees a card: Chromium plays a film in its place, again and again, to whichever page may use the camera. The film is
 * YUV4MPEG2, which Chromium reads for tests (media/capture/video/file_video_capture_device.cc).
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { launchBrowser } from "../../support/browser.ts";

/** What the camera gives, pixels: both sides are even, as its colours are half as fine. */
const [width, height] = [1280, 720];
const picturesASecond = 10;

/** A desk. */
const background = "#8c8478";

/** How a card is held before the camera. */
interface Held {
  /** The part of the view that the card's longer side takes, of what fits. */
  readonly size: number;
  /** Degrees, to the right. */
  readonly turned: number;
  /** Of the lens, sigma in pixels; 0 is sharp. */
  readonly blur: number;
  /** What is left of the contrast. */
  readonly contrast: number;
}

/** Straight before the camera, and at a counter: small, askew, out of focus, in poor light, in a hand that moves. */
export const ways = {
  still: [{ size: 0.95, turned: 0, blur: 0, contrast: 1 }],
  "at a counter": [-9, -8, -7].map((turned) => ({ size: 0.85, turned, blur: 0.8, contrast: 0.6 })),
} as const satisfies Record<string, readonly Held[]>;

/** Whoever holds the device answers without being shown a question: headless Chromium has none to show, and says NotSupportedError. */
const fakeDevice = "--use-fake-device-for-media-stream";
const saysYes = "--use-fake-ui-for-media-stream";
const saysNo = "--use-fake-ui-for-media-stream=deny";

/**
 * A browser whose camera sees a card, and whose holder lets each page use it that the site's own Permissions-Policy lets.
 * @param face of a card, as PNG
 * @param directory where the film is put, for as long as the browser runs
 */
export async function browserThatSees(
  face: Buffer,
  way: keyof typeof ways,
  directory: string,
): Promise<Browser> {
  const file = join(directory, `${way.replaceAll(" ", "-")}.y4m`);
  writeFileSync(file, film(await Promise.all(ways[way].map((held) => view(face, held)))));
  return launchBrowser([fakeDevice, saysYes, `--use-file-for-fake-video-capture=${file}`]);
}

/** A browser whose camera sees whatever `holdUp` holds before it, from when a page turns it on. @param file of the film */
export function browserThatSeesLater(file: string): Promise<Browser> {
  return launchBrowser([fakeDevice, saysYes, `--use-file-for-fake-video-capture=${file}`]);
}

/** @param picture as PNG */
export async function holdUp(picture: Buffer, file: string): Promise<void> {
  writeFileSync(file, film(await Promise.all(ways.still.map((held) => view(picture, held)))));
}

/** A browser with a camera, whose holder lets no page use it. */
export function browserThatRefuses(): Promise<Browser> {
  return launchBrowser([fakeDevice, saysNo]);
}

/** What the camera sees of a card that is held so: three bytes a pixel, row by row. */
async function view(face: Buffer, { size, turned, blur, contrast }: Held): Promise<Uint8Array> {
  const inside = { width: Math.round(width * size), height: Math.round(height * size) };
  // As a file between: from raw pixels sharp would take that they are premultiplied.
  const card = await sharp(face)
    .resize({ ...inside, fit: "inside" })
    .rotate(turned, { background })
    .png()
    .toBuffer();
  const seen = sharp(card)
    .resize({ width, height, fit: "contain", background })
    .linear(contrast, (1 - contrast) * 96);
  return await (blur > 0 ? seen.blur(blur) : seen).removeAlpha().raw().toBuffer();
}

function film(views: readonly Uint8Array[]): Buffer {
  const header = `YUV4MPEG2 W${width} H${height} F${picturesASecond}:1 Ip A1:1 C420\n`;
  return Buffer.concat([
    Buffer.from(header),
    ...views.flatMap((rgb) => [Buffer.from("FRAME\n"), planes(rgb)]),
  ]);
}

/** Brightness of each pixel, then the two colours of every four (ITU-R BT.601, 16 to 235). */
function planes(rgb: Uint8Array): Buffer {
  const all = width * height;
  const yuv = Buffer.alloc(all * 1.5);
  const at = (pixel: number, weights: readonly [number, number, number]) =>
    weights.reduce((sum, weight, i) => sum + weight * (rgb[pixel * 3 + i] ?? 0), 0) / 256;
  for (let pixel = 0; pixel < all; pixel++) yuv[pixel] = 16 + at(pixel, [66, 129, 25]);
  for (let y = 0; y < height; y += 2)
    for (let x = 0; x < width; x += 2) {
      const [pixel, place] = [y * width + x, all + (y * width) / 4 + x / 2];
      yuv[place] = 128 + at(pixel, [-38, -74, 112]);
      yuv[place + all / 4] = 128 + at(pixel, [112, -94, -18]);
    }
  return yuv;
}
