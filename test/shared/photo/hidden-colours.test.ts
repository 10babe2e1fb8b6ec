/** Colours under clear places: nobody sees them, so nobody would know that they are stored. */
import { expect, test } from "vitest";
import { isClear } from "#shared/photo/pixels.ts";
import { validatePhoto } from "#shared/photo/validate-photo.ts";
import { pngOf, portraitParts } from "../../support/odd-pngs.ts";
import { rawOf, seenOf } from "../../support/photo/seen.ts";

test.each([0, 7])("a picture hidden under alpha %i is gone", async (alpha) => {
  const parts = await portraitParts();
  const hidden = Buffer.from(parts.pixels);
  for (let at = 0; at < hidden.length; at += 4)
    if (isClear(hidden[at + 3] ?? 0)) hidden.set([200, (at / 4) % 256, 30, alpha], at);
  const { report, pictures } = await validatePhoto(pngOf({ ...parts, pixels: hidden }));
  const stored = await rawOf(pictures?.png);

  expect(report.accepted).toBe(true);
  expect(hidden.filter((_, i) => hidden[i | 3] === alpha).length).toBeGreaterThan(200_000);
  expect(stored.equals(seenOf(parts.pixels))).toBe(true);
});
