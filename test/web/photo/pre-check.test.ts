import { expect, test } from "vitest";
import { preCheck } from "../../../web/src/photo/pre-check.ts";

/** The first bytes of a PNG of this size; a photo's pixels do not matter here. */
function aPng({ width = 450, height = 575, bytes = 1000 } = {}): Blob {
  const file = Buffer.alloc(bytes);
  Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").copy(file);
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  return new Blob([file], { type: "image/png" });
}

async function failedRules(file: Blob): Promise<string[]> {
  const rules = await preCheck(file);
  return rules.filter(({ verdict }) => verdict === "failed").map(({ rule }) => rule);
}

test("a PNG of the right size passes", async () => {
  expect(await failedRules(aPng())).toEqual([]);
});

test("a JPEG called .png is told by its bytes", async () => {
  const jpeg = new Blob([Buffer.from("ffd8ffe000104a464946", "hex")], { type: "image/png" });

  expect(await failedRules(jpeg)).toEqual(["format"]);
});

test("the measured size stands beside the wanted one", async () => {
  const rules = await preCheck(aPng({ width: 600, height: 800 }));

  expect(rules).toContainEqual({
    rule: "dimensions",
    verdict: "failed",
    code: "wrong-dimensions",
    measurement: {
      unit: "pixels",
      bound: "exact",
      measured: 600,
      measuredHeight: 800,
      wanted: 450,
      wantedHeight: 575,
    },
  });
});

test("exactly 2 MB is not too much, one byte more is", async () => {
  const limit = 2 * 1024 * 1024;

  expect(await failedRules(aPng({ bytes: limit }))).toEqual([]);
  expect(await failedRules(aPng({ bytes: limit + 1 }))).toEqual(["size"]);
});
