/** The pictures that phones give, at 360 px: large, turned by EXIF, in another format. */
import sharp from "sharp";
import { expect } from "vitest";
import { beforeWall, phoneJpeg } from "../support/photo/phone-picture.ts";
import { phone } from "./support/screens.ts";
import {
  alphaOnStage,
  choosePicture,
  cutOut,
  isOpened,
  topFromBottom,
} from "./support/studio-hands.ts";
import type { Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

let world: World;
let visitor: Visitor;
/** Whom the page asks anything. */
const hosts = new Set<string>();

test.beforeAll(async ({ world: given }) => {
  world = given;
  visitor = await world.visitor(phone);
  visitor.page.on("request", (request) => {
    if (/^https?:/.test(request.url())) hosts.add(new URL(request.url()).host);
  });
});

test("the holder signs in", async () => {
  const { employee } = await world.newcomer({ like: "Siti Contohwati", name: "Tuti Putarwati" });
  await visitor.signIn(employee.nip);
  await visitor.isAt("/kartu");
});

const { picture } = await beforeWall(1004, "coloured-hijab");
const { data, width, height } = picture;

/** From bytes only, as phoneJpeg. */
const webp = () =>
  sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .resize({ width: 900, height: 1200, fit: "cover" })
    .webp()
    .toBuffer();

test.each([
  [
    "a JPEG of 12 megapixels",
    () => phoneJpeg(picture, { width: 3000, height: 4000, orientation: 6 }),
  ],
  [
    "a JPEG of 48 megapixels",
    () => phoneJpeg(picture, { width: 6000, height: 8000, orientation: 6 }),
  ],
  ["a WebP", webp],
])("%s is opened, upright, cut out and checked, and no other site is asked", async (_, make) => {
  hosts.clear();
  await visitor.goto("/foto");
  await choosePicture(visitor, await make());
  await isOpened(visitor);
  // On its side, both would be as much wall as clothes.
  await expect.poll(() => topFromBottom(visitor)).toBeGreaterThan(60);
  await visitor.press("Lanjut");
  await cutOut(visitor);
  const alpha = await alphaOnStage(visitor);
  const there = alpha.reduce((sum, part) => sum + part, 0) / alpha.length;
  expect(there).toBeGreaterThan(0.3);
  expect(there).toBeLessThan(0.8);
  await visitor.press("Lanjut");
  await visitor.button("Kirim untuk diperiksa").waitFor();
  expect([...hosts]).toEqual([new URL(world.cloud.siteUrl).host]);
});

/** Greys of the stage, 24 by 32. */
const looked = `(() => {
  const small = new OffscreenCanvas(24, 32).getContext("2d");
  small.drawImage(document.querySelector(".stage canvas"), 0, 0, 24, 32);
  const { data } = small.getImageData(0, 0, 24, 32);
  return Array.from({ length: 24 * 32 }, (_, i) => (data[4 * i] + data[4 * i + 1] + data[4 * i + 2]) / 3);
})()`;

/** Another way through the browser's decoders than the large ones of phones. */
test("a small picture that EXIF turns looks as the same one that it does not", async () => {
  const { picture } = await beforeWall(1003, "peci");
  const opened = async (orientation: 1 | 6) => {
    await visitor.goto("/foto");
    await choosePicture(
      visitor,
      await phoneJpeg(picture, { width: 1200, height: 1600, orientation }),
    );
    await visitor.sees("Letakkan mata pada garis putus-putus");
    const greys = async () => await visitor.page.evaluate<number[]>(looked);
    await expect.poll(async () => Math.max(...(await greys()))).toBeGreaterThan(0);
    return await greys();
  };
  const upright = await opened(1);
  const turned = await opened(6);

  const apart = upright.reduce((sum, grey, i) => sum + Math.abs(grey - (turned[i] ?? 0)), 0);
  expect(apart / upright.length).toBeLessThan(6);
});

test("the browser complained of nothing", () => {
  expect(visitor.complaints).toEqual([]);
});
