import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { srgbProfile } from "#shared/render/pdf/srgb-profile.ts";

test("a colour manager takes the profile, and it is sRGB: colours stay what they are", async () => {
  const folder = await mkdtemp(join(tmpdir(), "profile-"));
  const file = join(folder, "srgb.icc");
  writeFileSync(file, srgbProfile());
  const colors = Buffer.from(Array.from({ length: 3 * 512 }, (_, at) => (at * 37) % 256));
  try {
    const converted = await sharp(colors, { raw: { width: 512, height: 1, channels: 3 } })
      .withIccProfile(file)
      .png()
      .toBuffer();
    const { icc } = await sharp(converted).metadata();
    const pixels = await sharp(converted).removeAlpha().raw().toBuffer();

    expect(icc?.equals(srgbProfile())).toBe(true);
    const differences = [...pixels].map((value, at) => Math.abs(value - (colors[at] ?? 0)));
    expect(differences).toHaveLength(colors.length);
    expect(Math.max(...differences)).toBeLessThanOrEqual(2);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("its header says how long it is, and where its tags lie", () => {
  const profile = srgbProfile();

  expect(profile.readUInt32BE(0)).toBe(profile.length);
  expect(profile.toString("latin1", 12, 24)).toBe("mntrRGB XYZ ");
  const count = profile.readUInt32BE(128);
  const tags = Array.from({ length: count }, (_, index) => 132 + 12 * index);
  expect(tags.map((at) => profile.toString("latin1", at, at + 4))).toEqual(
    "desc cprt wtpt rXYZ gXYZ bXYZ rTRC gTRC bTRC".split(" "),
  );
  for (const at of tags)
    expect(profile.readUInt32BE(at + 4) + profile.readUInt32BE(at + 8)).toBeLessThanOrEqual(
      profile.length,
    );
});
