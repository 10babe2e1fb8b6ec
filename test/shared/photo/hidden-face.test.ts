/** Where light keeps a face from being found, the light is told: on drawn people of seeds that no limit was chosen on. */
import { expect, test, vi } from "vitest";
import { judgePicture } from "#shared/photo/judge-picture.ts";
import { loadFaceFinder } from "#shared/vision/find-faces.ts";
import { readFaceModels } from "#shared/vision/model-files.ts";
import { badFace } from "../../support/photo/bad-faces.ts";
import { caseOf, toneKinds } from "../../support/photo/kinds.ts";

vi.setConfig({ testTimeout: 600_000 });

const count = 20;
const find = await loadFaceFinder(await readFaceModels());

/** What is told of each, in the order in which it is told. */
async function toldOf(name: string): Promise<string[][]> {
  const kind = toneKinds.find((one) => one.name === name);
  if (!kind) throw new Error(`There is no kind ${name}.`);
  return Array.fromAsync({ length: count }, async (_, i) => {
    const rules = judgePicture(await caseOf(kind, "held out", i), find);
    return rules.flatMap(({ verdict, code }) => (verdict === "failed" && code ? [code] : []));
  });
}

test("of a picture in hardly any light it is told first that it is too dark", async () => {
  const told = await toldOf("hardly any light");

  expect(told.map(([first]) => first)).toEqual(told.map(() => "too-dark"));
});

test("of a face that contrast has made black, its light is told first", async () => {
  const told = await toldOf("crushed shadows");

  expect(told.filter(([first]) => first !== "underexposed" && first !== "too-dark")).toEqual([]);
});

test("of a drawing without a face nothing is told of the light", async () => {
  const rules = judgePicture(await badFace("house", 2001), find);

  expect(rules).toContainEqual({ rule: "light", verdict: "unread" });
});

test("of a drawing under a cast it is told as well that it is no face", async () => {
  const rules = judgePicture(await badFace("monkey", 2002), find);
  const told = rules.flatMap(({ verdict, code }) => (verdict === "failed" && code ? [code] : []));

  expect(told).toEqual(expect.arrayContaining(["tinted", "no-face"]));
});
