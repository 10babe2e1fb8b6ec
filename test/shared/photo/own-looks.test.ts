/** Nobody is told of a cut for straight hair, nor of a shadow for the colours of the own skin: on seeds that nothing was chosen on. */
import { describe, expect, test } from "vitest";
import { judgePicture } from "#shared/photo/judge-picture.ts";
import { loadFaceFinder } from "#shared/vision/find-faces.ts";
import { readFaceModels } from "#shared/vision/model-files.ts";
import { drawnPerson, headwear } from "../../support/photo/drawn-person.ts";
import { goodConditions } from "../../support/photo/good-conditions.ts";
import { halves } from "../../support/photo/kinds.ts";
import { randomFrom } from "../../support/photo/random.ts";
import type { Showing } from "../../support/photo/showing.ts";

const count = 40;
const conditions = Object.values(goodConditions);
const find = await loadFaceFinder(await readFaceModels());

describe.each<[string, Showing, string, readonly (typeof headwear)[number][]]>([
  [
    "straight hair to the shoulders",
    { hair: "long" },
    "straight-cut",
    ["hair", "curls", "glasses"],
  ],
  ["vitiligo", { mark: "vitiligo" }, "half-shadow", headwear],
  ["a birthmark on a cheek", { mark: "birthmark" }, "half-shadow", headwear],
])("%s", (name, showing, wrong, wearing) => {
  test(`is never told as ${wrong}, in any skin`, async () => {
    const told: string[] = [];
    for (let i = 0; i < count; i++) {
      const seed = halves["held out"] + 2 * i;
      const wears = wearing[(i + Math.floor(i / 8)) % wearing.length] ?? "hair";
      const person = await drawnPerson(seed, wears, showing);
      const photo = await conditions[i % conditions.length]?.(person, randomFrom(seed));
      const rules = photo ? judgePicture(photo, find) : [];
      const codes = rules.flatMap(({ verdict, code }) => (verdict === "failed" ? [code] : []));
      for (const code of codes) told.push(`${seed} ${wears}: ${code}`);
    }
    process.stdout.write(`${JSON.stringify({ name, n: count, told })}\n`);

    expect(told.filter((one) => one.endsWith(wrong))).toEqual([]);
  });
});
