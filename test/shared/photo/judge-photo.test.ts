import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { judgePhoto } from "#shared/photo/judge-photo.ts";
import { portraitPng } from "../../../local/demo/portrait.ts";
import { samplePhotos } from "../../../local/demo/sample-photos.ts";

async function failures(photo: Buffer) {
  const { report } = await judgePhoto(photo);
  return report.rules.filter(({ verdict }) => verdict === "failed");
}

const samples = await samplePhotos();

test.each(Array.from({ length: 12 }, (_, seed) => seed))(
  "portrait %i conforms, whatever skin, hair or scarf",
  async (seed) => {
    expect(await failures(await portraitPng(seed))).toEqual([]);
  },
);

test.each(samples.filter(({ breaks }) => breaks))(
  "$fileName is refused for its $breaks, with what was measured",
  async ({ breaks, bytes }) => {
    const [failure, ...others] = await failures(bytes);

    expect(failure).toMatchObject({
      rule: breaks,
      params: { measured: expect.any(String), wanted: expect.any(String) },
    });
    expect(others).toEqual([]);
  },
);

test("what only a person can judge is said to be unchecked", async () => {
  const { report } = await judgePhoto(await portraitPng(1));

  const unchecked = report.rules
    .filter(({ verdict }) => verdict === "not-checked")
    .map(({ rule }) => rule);
  expect(unchecked).toEqual(["face", "pose", "dress", "eyes"]);
});

describe("an accepted photo goes on as pixels only", () => {
  let original: Buffer;
  beforeAll(async () => {
    const exif = { IFD0: { Artist: "SECRET-ARTIST" } };
    original = await sharp(await portraitPng(3))
      .withExif(exif)
      .withIccProfile("srgb")
      .png()
      .toBuffer();
  });

  test("its metadata is gone, its pixels are the same", async () => {
    const { png } = await judgePhoto(original);
    const metadata = await sharp(png).metadata();

    expect(original.includes("SECRET-ARTIST")).toBe(true);
    expect(png?.includes("SECRET-ARTIST")).toBe(false);
    expect(metadata).toMatchObject({ width: 450, height: 575, format: "png", hasAlpha: true });
    expect(metadata.exif).toBeUndefined();
    expect(metadata.icc).toBeUndefined();
    expect((await sharp(png).raw().toBuffer()).equals(await sharp(original).raw().toBuffer())).toBe(
      true,
    );
  });

  test("judging it again gives the same bytes", async () => {
    expect(
      (await judgePhoto(original)).png?.equals((await judgePhoto(original)).png ?? Buffer.alloc(0)),
    ).toBe(true);
  });
});

test("palette, 16-bit and interlaced PNGs are fine", async () => {
  const photo = await portraitPng(5);
  const variants = [
    await sharp(photo).png({ palette: true, colours: 256, dither: 0 }).toBuffer(),
    await sharp(photo).toColourspace("rgb16").png().toBuffer(),
    await sharp(photo).png({ progressive: true }).toBuffer(),
  ];

  for (const variant of variants)
    expect((await failures(variant)).map(({ rule }) => rule)).not.toContain("format");
  expect(await failures(variants[2] ?? photo)).toEqual([]);
});
