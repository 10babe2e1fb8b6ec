/** How often the rules for light, colour and sharpness are wrong: on drawn people, by seeds that no threshold was chosen on. */
import { describe, expect, test, vi } from "vitest";
import { judgePicture } from "#shared/photo/judge-picture.ts";
import type { Pixels } from "#shared/photo/pixels.ts";
import { loadFaceFinder } from "#shared/vision/find-faces.ts";
import { readFaceModels } from "#shared/vision/model-files.ts";
import { type Judged, judged, rowsBy, upperBound } from "../../support/photo/confusion.ts";
import { drawnPerson, headwear } from "../../support/photo/drawn-person.ts";
import { headroomOf } from "../../support/photo/headroom.ts";
import {
  anybody,
  caseOf,
  goodKinds,
  type Kind,
  personOf,
  toneKinds,
} from "../../support/photo/kinds.ts";

/** Each draws and judges dozens of pictures; a busy machine takes minutes. */
vi.setConfig({ testTimeout: 600_000 });

const count = 20;
const find = await loadFaceFinder(await readFaceModels());
/** Everybody who is drawn for a case of any kind. */
const people = await Promise.all(
  Array.from({ length: count }, (_, i) => {
    const { seed, wears } = personOf(anybody, "held out", i);
    return drawnPerson(seed, wears);
  }),
);

async function judgeAll(kind: Kind): Promise<Judged[]> {
  const cases: Judged[] = [];
  for (const [i, person] of people.entries()) {
    const picture = await caseOf(kind, "held out", i, person);
    cases.push(judged(kind, personOf(kind, "held out", i), judgePicture(picture, find)));
  }
  return cases;
}

const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

test("a good photo is accepted in each group, whatever skin, headwear, and light that officers accept", async () => {
  const cases: Judged[] = [];
  for (const kind of goodKinds) cases.push(...(await judgeAll(kind)));
  for (const group of ["kind", "wears", "tone"] as const)
    for (const [name, { n, accepted, others }] of rowsBy(cases, (one) => String(one[group])))
      print({ drawn: "good", [group]: name, n, refused: n - accepted, told: others });

  expect(new Set(cases.map(({ wears }) => wears)).size).toBe(headwear.length);
  const refused = cases.filter(({ failed }) => failed.length > 0);
  // Of a few beards the landmarks are not sure.
  const isBeard = ({ kind }: Judged) => kind.includes("beard") || kind === "stubble";
  expect(refused.filter((one) => !isBeard(one))).toEqual([]);
  expect(refused.length / cases.length).toBeLessThanOrEqual(0.01);
});

describe.each(toneKinds)("$right: $name", (kind) => {
  test("is refused, and told by its rule", async () => {
    const [row] = rowsBy(await judgeAll(kind), ({ kind }) => kind).values();
    const { n = 0, accepted = count, rightRule = 0, others } = row ?? {};
    print({ drawn: kind.name, n, accepted, atMost: upperBound(accepted, n), rightRule, others });

    expect(accepted / n).toBeLessThanOrEqual(0.03);
    expect(rightRule).toBeGreaterThanOrEqual(0.98 * (n - accepted));
  });
});

// Of four people a tone: of two, as before, the one with the least room is chance.
test("every skin tone has the same room for less and for more light, within half a stop", async () => {
  const isSeenWell = (picture: Pixels) =>
    judgePicture(picture, find).every(
      ({ rule, verdict }) => rule === "transparency" || verdict !== "failed",
    );
  const rooms = people.slice(0, 20).map((person, i) => ({
    tone: personOf(anybody, "held out", i).tone,
    ...headroomOf(person, isSeenWell),
  }));
  const worst = [0, 1, 2, 3, 4].map((tone) => {
    const those = rooms.filter((room) => room.tone === tone);
    return {
      tone,
      darkest: Math.max(...those.map(({ darkest }) => darkest)),
      brightest: Math.min(...those.map(({ brightest }) => brightest)),
    };
  });
  for (const room of worst) print({ drawn: "room in stops", ...room });
  const gap = (values: readonly number[]) => Math.max(...values) - Math.min(...values);

  // 0.7 to 1.4 times the light is half a stop to either side.
  for (const { darkest, brightest } of worst) {
    expect(darkest).toBeLessThan(-0.5);
    expect(brightest).toBeGreaterThan(0.5);
  }
  expect(gap(worst.map(({ darkest }) => darkest))).toBeLessThanOrEqual(0.5);
  expect(gap(worst.map(({ brightest }) => brightest))).toBeLessThanOrEqual(0.5);
});
