import { expect, test } from "vitest";
import { cutOut } from "#shared/photo/cutting/cut-out.ts";
import { loadPersonFinder } from "#shared/vision/find-person.ts";
import { readPersonModel } from "#shared/vision/person-model.ts";
import { WrongModel } from "#shared/vision/wrong-model.ts";
import { alphaOf } from "../../support/photo/alpha.ts";
import { beforeStripes, overlap } from "../../support/photo/before-stripes.ts";

const findPerson = await loadPersonFinder(await readPersonModel());

test("a person is found, and the rough guess becomes an exact outline", async () => {
  const { own, photo } = await beforeStripes(6001);
  const guess = findPerson(photo);
  const cut = alphaOf(cutOut(photo, guess, { x: 225, y: 240, chin: 360 })).map((a) => a / 255);

  expect(overlap(own, guess)).toBeGreaterThan(0.95);
  expect(overlap(own, cut)).toBeGreaterThan(Math.max(overlap(own, guess), 0.97));
});

test("it says the same of a picture and of its mirror", async () => {
  const { photo } = await beforeStripes(6001);
  const { width, data } = photo;
  const mirrored = data.map((_, at) => {
    const [i, c] = [Math.floor(at / 4), at % 4];
    const other = i - (i % width) + (width - 1 - (i % width));
    return data[4 * other + c] ?? 0;
  });
  const [one, other] = [findPerson(photo), findPerson({ ...photo, data: mirrored })];
  const apart = one.reduce((sum, value, i) => {
    const same = i - (i % width) + (width - 1 - (i % width));
    return sum + Math.abs(value - (other[same] ?? 0));
  }, 0);

  expect(apart / one.length).toBeLessThan(0.003);
});

test("where nobody is, nobody is found", () => {
  const data = new Uint8Array(4 * 90 * 110).fill(180);
  const guess = findPerson({ data, width: 90, height: 110 });

  expect(guess).toHaveLength(90 * 110);
  expect(Math.max(...guess)).toBeLessThan(0.5);
});

test("another model is refused", async () => {
  await expect(loadPersonFinder(new Uint8Array(64))).rejects.toThrow(WrongModel);
});
