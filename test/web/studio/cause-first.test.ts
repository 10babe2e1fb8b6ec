import { describe, expect, test } from "vitest";
import { judgeCutOut } from "#shared/photo/judge-picture.ts";
import type { RuleOutcome } from "#shared/photo/photo-report.ts";
import type { Pixels } from "#shared/photo/pixels.ts";
import { causeFirst, clearOf } from "../../../web/src/studio/cause-first.ts";
import { cutOutcome } from "../../../web/src/studio/cut-outcome.ts";
import { type Frame, inPicture, wholeFrame, zoomed } from "../../../web/src/studio/frame.ts";
import { drawnPerson } from "../../support/photo/drawn-person.ts";
import { onGrey } from "../../support/photo/on-grey.ts";

const size = { width: 450, height: 575 };
const person = await drawnPerson(1013, "peci");

/** A picture as the frame shows it: nothing is beside it. */
function framed(picture: Pixels, frame: Frame): Pixels {
  const data = new Uint8Array(picture.data.length);
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++) {
      const [across, down] = inPicture(frame, size, [x + 0.5, y + 0.5]);
      if (across < 0 || across >= 1 || down < 0 || down >= 1) continue;
      const from =
        4 * (Math.floor(down * size.height) * size.width + Math.floor(across * size.width));
      data.set(picture.data.subarray(from, from + 4), 4 * (y * size.width + x));
    }
  return { ...size, data };
}

const alphaOf = ({ data }: Pixels) =>
  Float32Array.from({ length: data.length / 4 }, (_, at) => (data[at * 4 + 3] ?? 0) / 255);
const failed = (rules: readonly RuleOutcome[]) =>
  rules.filter(({ verdict }) => verdict === "failed").map(({ code }) => code);

/** What the judge finds, and what of it is told. */
function foundAndTold(picture: Pixels, frame: Frame) {
  const photo = framed(picture, frame);
  const rules = judgeCutOut(photo);
  const alpha = alphaOf(photo);
  const outcome = cutOutcome({ alpha, guess: undefined, rules });
  const told = causeFirst(rules, { outcome, clear: clearOf(size, frame, alpha) });
  return { found: failed(rules), outcome, told: failed(told) };
}

describe("a background that is still there is told alone", () => {
  test.each([
    ["in a picture that fills the frame", wholeFrame],
    ["in one that was turned", { ...wholeFrame, turn: 8 }],
    ["in one that is smaller than the frame", zoomed(wholeFrame, size, 0.9)],
  ])("%s", (_, frame) => {
    expect(foundAndTold(onGrey(person), frame).told).toEqual(["not-transparent"]);
  });

  test("where the judge finds its corners and sides", () => {
    const { found } = foundAndTold(onGrey(person), zoomed(wholeFrame, size, 0.97));
    expect(found.length).toBeGreaterThan(2);
    expect(found).not.toContain("not-transparent");
  });
});

test("of a person who was cut out, all that the judge finds is told", () => {
  const { found, told } = foundAndTold(person, zoomed(wholeFrame, size, 0.9));
  expect(found).toContain("not-down-to-the-edge");
  expect(told).toEqual(found);
});

test("where nobody is left, no rule is told as broken, and where hardly anybody is, only that", () => {
  const nothing = { ...size, data: new Uint8Array(person.data.length) };
  expect(foundAndTold(nothing, wholeFrame)).toMatchObject({ outcome: "nobody", told: [] });
  expect(foundAndTold(nothing, wholeFrame).found.length).toBeGreaterThan(2);
  const small = foundAndTold(person, zoomed(wholeFrame, size, 0.55));
  expect(small).toMatchObject({ outcome: "hardly-anybody", told: ["too-little-person"] });
  expect(small.found.length).toBeGreaterThan(1);
});

test("what is beside the picture is not clear, nor does it make the picture clear", () => {
  const all = new Float32Array(size.width * size.height).fill(1);
  expect(clearOf(size, zoomed(wholeFrame, size, 0.5), all)).toBe(0);
  expect(
    clearOf(
      size,
      wholeFrame,
      all.map((_, at) => Number(at % 450 < 225)),
    ),
  ).toBeCloseTo(0.5, 1);
});
