import { expect, test } from "vitest";
import { validatePhoto } from "#shared/photo/validate-photo.ts";
import { maliciousPhotos, payload } from "../../support/malicious-photos.ts";

const cases = await maliciousPhotos();

test("sixty files and more, none too large to be sent", () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(new Set(cases.map(([what]) => what)).size).toBe(cases.length);
  for (const [, bytes] of cases) expect(bytes.length).toBeLessThanOrEqual(2 * 1024 * 1024);
});

test.each(cases)(
  "%s is refused by name, or nothing but the picture goes on",
  async (_, bytes, refusal) => {
    const { report, pictures } = await validatePhoto(bytes);

    expect(report.rules.find(({ verdict }) => verdict === "failed")?.code).toBe(refusal);
    expect(pictures === undefined).toBe(refusal !== undefined);
    for (const picture of pictures ? [pictures.png, pictures.small] : []) {
      expect(picture.includes(payload)).toBe(false);
      expect(picture.length).toBeLessThan(1_000_000);
    }
  },
);
