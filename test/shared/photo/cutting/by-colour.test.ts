/** Before busy backgrounds, with the net that pages use: on drawn people of seeds that no limit was chosen on. */
import { expect, test, vi } from "vitest";
import { cutOut } from "#shared/photo/cutting/cut-out.ts";
import { loadPersonFinder } from "#shared/vision/find-person.ts";
import { readPersonModel } from "#shared/vision/person-model.ts";
import { alphaOf } from "../../../support/photo/alpha.ts";
import { beforeBusy } from "../../../support/photo/busy.ts";
import { drawnPerson, headwear } from "../../../support/photo/drawn-person.ts";
import { matteFigures } from "../../../support/photo/matte-figures.ts";
import { randomFrom } from "../../../support/photo/random.ts";

vi.setConfig({ testTimeout: 300_000 });

const find = await loadPersonFinder(await readPersonModel());

test("of leaves behind a person next to nothing is left, and the person stays", async () => {
  const cuts = await Array.fromAsync(headwear, async (wears, i) => {
    const person = await drawnPerson(2001 + 2 * i, wears);
    const picture = await beforeBusy(person, "foliage", randomFrom(2001 + 2 * i));
    const cut = cutOut(picture, find(picture), { x: 225, y: 230, chin: 350 });
    const own = alphaOf(person);
    const left = alphaOf(cut).reduce((sum, a, at) => sum + ((own[at] ?? 0) < 8 ? a / 255 : 0), 0);
    return { wears, left, iou: matteFigures(person, cut).iou };
  });
  process.stdout.write(`${JSON.stringify(cuts)}\n`);
  const middle = (values: number[]) => values.sort((one, other) => one - other)[4] ?? Number.NaN;

  // In pixels.
  expect(middle(cuts.map(({ left }) => left))).toBeLessThan(60);
  expect(middle(cuts.map(({ iou }) => iou))).toBeGreaterThan(0.97);
});
