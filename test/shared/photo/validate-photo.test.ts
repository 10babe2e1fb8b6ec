import { crc32 } from "node:zlib";
import fc from "fast-check";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { decodePhoto } from "#shared/photo/decode-photo.ts";
import { maxSmallPhotoBytes } from "#shared/photo/photo-limits.ts";
import { isClear } from "#shared/photo/pixels.ts";
import { inspectPng } from "#shared/photo/png-structure.ts";
import { smallPhoto } from "#shared/photo/small-photo.ts";
import { validatePhoto } from "#shared/photo/validate-photo.ts";
import { portraitPng } from "../../../local/demo/portrait.ts";
import { samplePhotos, withComment } from "../../../local/demo/sample-photos.ts";
import { oddPngs, portraitParts } from "../../support/odd-pngs.ts";
import { rawOf, seenOf } from "../../support/photo/seen.ts";

async function failures(photo: Buffer) {
  const { report } = await validatePhoto(photo);
  return report.rules.filter(({ verdict }) => verdict === "failed");
}

const samples = await samplePhotos();
const odd = await oddPngs();

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
      code: expect.any(String),
      ...(breaks === "format" || breaks === "face"
        ? {}
        : { measurement: { measured: expect.any(Number), wanted: expect.any(Number) } }),
    });
    expect(others).toEqual([]);
  },
);

test("all that is wrong is told at once, also of a file that is too large", async () => {
  const blurredAndGrey = await sharp(samples[0]?.bytes).blur(4).grayscale().png().toBuffer();

  expect(await failures(withComment(blurredAndGrey, 2_200_000))).toMatchObject([
    { rule: "size", code: "too-large" },
    { rule: "sharpness", code: "blurred" },
    { rule: "colour", code: "grey" },
  ]);
});

test("what only a person can check is said to be unchecked", async () => {
  const { report } = await validatePhoto(await portraitPng(1));

  const unchecked = report.rules
    .filter(({ verdict }) => verdict === "not-checked")
    .map(({ rule }) => rule);
  expect(unchecked).toEqual(["pose", "dress"]);
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

  test("its metadata is gone, its pixels are the same where they can be seen", async () => {
    const png = (await validatePhoto(original)).pictures?.png;
    const metadata = await sharp(png).metadata();

    expect(original.includes("SECRET-ARTIST")).toBe(true);
    expect(png?.includes("SECRET-ARTIST")).toBe(false);
    expect(metadata).toMatchObject({ width: 450, height: 575, format: "png", hasAlpha: true });
    expect(metadata.exif).toBeUndefined();
    expect(metadata.icc).toBeUndefined();
    const [stored, sent] = await Promise.all([rawOf(png), rawOf(original)]);
    expect(stored.equals(seenOf(sent))).toBe(true);
  });

  test("validating it again gives the same bytes", async () => {
    const [first, second] = [await validatePhoto(original), await validatePhoto(original)];

    expect(first.pictures).toBeDefined();
    expect(second.pictures).toEqual(first.pictures);
  });
});

test.each(["srgb", "rgb16"])(
  "a profile of %s samples is applied: colours are those that a browser shows",
  async (space) => {
    const { pixels } = await portraitParts();
    const wide = await sharp(await portraitPng(3))
      .toColourspace(space)
      .withIccProfile("p3")
      .png()
      .toBuffer();
    const decoded = await decodePhoto(inspectPng(wide));
    const stored = await sharp(wide, { ignoreIcc: true }).toColourspace("srgb").raw().toBuffer();

    expect(furthestOf(stored, pixels)).toBeGreaterThan(5);
    expect("data" in decoded && furthestOf(decoded.data, pixels)).toBeLessThanOrEqual(2);
  },
);

test.each(["b-w", "grey16"])("a photo in %s is read as its greys", async (space) => {
  const grey = await sharp(await portraitPng(3))
    .grayscale()
    .png()
    .toBuffer();
  const stored = await sharp(grey).toColourspace(space).png().toBuffer();
  const decoded = await decodePhoto(inspectPng(stored));
  const shown = await sharp(grey).toColourspace("srgb").ensureAlpha().raw().toBuffer();

  expect("data" in decoded && furthestOf(decoded.data, shown)).toBeLessThanOrEqual(1);
});

/** The largest difference of a sample where the second picture is not clear. */
function furthestOf(shown: Uint8Array, pixels: Uint8Array): number {
  return shown.reduce((far, value, i) => {
    return isClear(pixels[i | 3] ?? 0) ? far : Math.max(far, Math.abs(value - (pixels[i] ?? 0)));
  }, 0);
}

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

test.each(odd.filter(([, , refusal]) => refusal))(
  "a photo %s is refused for its file, and no rule is told that nobody looked at",
  async (_, bytes, refusal) => {
    const { report, pictures } = await validatePhoto(bytes);
    const [first, ...others] = report.rules;

    expect(first).toEqual({ rule: "format", verdict: "failed", code: refusal });
    expect(pictures).toBeUndefined();
    expect(others.map(({ verdict }) => verdict)).not.toContain("not-checked");
    expect(others.filter(({ verdict }) => verdict === "unread").length).toBeGreaterThanOrEqual(8);
  },
);

test.each(odd.filter(([, , refusal]) => !refusal))(
  "a photo %s is validated as what it shows, and goes on as that alone",
  async (_, bytes) => {
    const { report, pictures } = await validatePhoto(bytes);
    const shown = await sharp(pictures?.png).raw().toBuffer();
    const { pixels } = await portraitParts();

    expect(report.accepted).toBe(true);
    // In linear light the darkest shades share their places among eight bits: the first step above black is 20.
    expect(furthestOf(shown, pixels)).toBeLessThanOrEqual(20);
    expect((await sharp(pictures?.png).metadata()).exif).toBeUndefined();
  },
);

test("3,000 changed bytes in files whose checksums are right get an outcome, and never a failure", async () => {
  const small = await sharp(await portraitPng(3))
    .resize(450, 575)
    .png({ palette: true })
    .toBuffer();
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      async (at, to, mend) => {
        const bytes = Buffer.from(small);
        bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ to;
        const { report } = await validatePhoto(mend ? withRightChecksums(bytes) : bytes);
        const [format] = report.rules;
        seen.add(format?.code ?? "passed");
        // A rule can have several outcomes.
        expect(new Set(report.rules.map(({ rule }) => rule)).size).toBe(11);
      },
    ),
    { numRuns: 3000, seed: 8 },
  );

  expect([...seen].sort()).toEqual(expect.arrayContaining(["damaged", "not-png", "passed"]));
});

/** Every chunk that still is one gets the checksum of what it holds now. */
function withRightChecksums(bytes: Buffer): Buffer {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const dataEnd = at + 8 + bytes.readUInt32BE(at);
    if (dataEnd + 4 > bytes.length) break;
    bytes.writeUInt32BE(crc32(bytes.subarray(at + 4, dataEnd)), dataEnd);
    at = dataEnd + 4;
  }
  return bytes;
}

describe("the small photo", () => {
  test.each([0, 1, 2, 3, 4, 5])("of portrait %i is that photo, small", async (seed) => {
    const { pictures } = await validatePhoto(await portraitPng(seed));
    const small = pictures?.small ?? Buffer.alloc(0);

    expect(small.length).toBeLessThanOrEqual(maxSmallPhotoBytes);
    expect(small.toString("latin1", 0, 4) + small.toString("latin1", 8, 12)).toBe("RIFFWEBP");
    // VP8X: the flag of transparency, then width and height less one.
    expect(small.toString("latin1", 12, 16)).toBe("VP8X");
    expect((small[20] ?? 0) & 0x10).toBe(0x10);
    expect([small.readUIntLE(24, 3) + 1, small.readUIntLE(27, 3) + 1]).toEqual([240, 307]);
  });

  test("fits whatever the pixels are", async () => {
    const noise = Uint8Array.from({ length: 450 * 575 * 4 }, (_, i) => (i * i * 2654435761) >>> 24);
    const small = await smallPhoto({ data: noise, width: 450, height: 575 });

    expect(small.length).toBeLessThanOrEqual(maxSmallPhotoBytes);
  });
});

test.each(["jpeg", "webp", "gif", "tiff"] as const)("no decoder of %s is there", async (format) => {
  const create = { width: 8, height: 8, channels: 3, background: "red" } as const;
  const bytes = await sharp({ create }).toFormat(format).toBuffer();

  expect(await decodePhoto({ bytes, gamma: undefined })).toEqual({ problem: "damaged" });
});

test("a decoder that cannot read a sound picture either is broken itself, and gives no outcome", async () => {
  sharp.block({ operation: ["VipsForeignLoadPngBuffer"] });
  try {
    await expect(decodePhoto(inspectPng(await portraitPng(1)))).rejects.toThrow();
  } finally {
    sharp.unblock({ operation: ["VipsForeignLoadPngBuffer"] });
  }
});
