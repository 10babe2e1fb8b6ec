/** The pictures of the guide are there, in both languages, light enough, and none that no section shows. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pictureFiles, pixelsOfPage, webpSize } from "../../web/build/guide-pictures.ts";
import { chaptersIn } from "../../web/src/guide/chapters.ts";

/** Until `npm run gambar` has run where a browser has time to open pages: a guide with them must empty this. */
const areTaken = false;

describe.each(["id", "en"] as const)("the guide's pictures, %s", (language) => {
  const files = pictureFiles(language);
  const wanted = chaptersIn(language).flatMap(({ name, sections }) =>
    Object.entries(sections).flatMap(([section, { picture }]) =>
      picture ? [`${name}-${section}`] : [],
    ),
  );

  test("each section that tells of one has it, and each file is told of: npm run gambar", () => {
    expect(wanted.length).toBeGreaterThan(10);
    expect(files.map(({ name }) => name)).toEqual(areTaken ? wanted.toSorted() : []);
  });

  test.runIf(areTaken)("each is light, and as wide as a phone or a narrow desk", () => {
    for (const { name, path } of files) {
      const bytes = readFileSync(path);
      expect(bytes.length, name).toBeLessThanOrEqual(48_000);
      expect([360 * pixelsOfPage, 760 * pixelsOfPage], name).toContain(webpSize(bytes).width);
    }
  });
});
