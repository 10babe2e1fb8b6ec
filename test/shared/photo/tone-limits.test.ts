/** Where the limits of light, colour and sharpness are, and what is told when several are passed. */
import { describe, expect, test } from "vitest";
import { type Tone, toneViolations } from "#shared/photo/tone.ts";
import { soundTone } from "../../support/photo/sound-tone.ts";

const { eyes } = soundTone.skin;
type Change = { [Part in keyof Tone]?: Partial<Tone[Part]> };
const changed = (change: Change): Tone => ({
  skin: { ...soundTone.skin, ...change.skin },
  detail: { ...soundTone.detail, ...change.detail },
});
const found = (tone: Tone) => Object.values(toneViolations(tone)).flat();

test("of a sound face nothing is told", () => {
  expect(found(soundTone)).toEqual([]);
});

const white = (value: number) => eyes && { ...eyes, white: [value, value, value] as const };
/** Of a picture that holds no more light. */
const bright = { white: [255, 255, 255], iris: 27, middle: 27, sides: 180 } as const;
const limits: readonly [
  code: string,
  atTheLimit: Change,
  beyond: Change,
  unit: string,
  bound: string,
][] = [
  ["enlarged", { detail: { repeated: 0.15 } }, { detail: { repeated: 0.16 } }, "share", "max"],
  ["compressed", { detail: { blocks: 2.4 } }, { detail: { blocks: 2.5 } }, "figure", "max"],
  [
    "posterised",
    { detail: { flat: 0.5, step: 20 } },
    { detail: { flat: 0.5, step: 21 } },
    "level",
    "max",
  ],
  [
    "posterised",
    { detail: { flat: 0.4, step: 60 } },
    { detail: { flat: 0.41, step: 60 } },
    "level",
    "max",
  ],
  [
    "shaken",
    { detail: { sharpness: 0.29, evenness: 0.1 } },
    { detail: { sharpness: 0.28, evenness: 0.41 } },
    "figure",
    "min",
  ],
  [
    "blurred",
    { detail: { sharpness: 0.29, evenness: 0.42 } },
    { detail: { sharpness: 0.28, evenness: 0.42 } },
    "figure",
    "min",
  ],
  [
    "blurred",
    { detail: { sharpness: 0.19 }, skin: { eyes: undefined } },
    { detail: { sharpness: 0.18 }, skin: { eyes: undefined } },
    "figure",
    "min",
  ],
  [
    "blurred",
    { detail: { sharpness: 0.1, sharpest: 1.01 }, skin: { eyes: undefined } },
    { detail: { sharpness: 0.1, sharpest: 1 }, skin: { eyes: undefined } },
    "figure",
    "min",
  ],
  [
    "too-dark",
    { skin: { cheeks: [90, 80], eyes: white(60) } },
    { skin: { cheeks: [89, 80], eyes: white(60) } },
    "figure",
    "min",
  ],
  [
    "too-dark",
    { skin: { cheeks: [28, 26], eyes: white(106) } },
    { skin: { cheeks: [28, 26], eyes: white(104) } },
    "figure",
    "min",
  ],
  [
    "too-dark",
    { skin: { cheeks: [30, 30], eyes: undefined } },
    { skin: { cheeks: [29, 29], eyes: undefined } },
    "figure",
    "min",
  ],
  [
    "washed-out",
    { skin: { eyes: undefined, lipLine: 115 } },
    { skin: { eyes: undefined, lipLine: 116 } },
    "level",
    "max",
  ],
  ["overexposed", { skin: { burnt: 0.25 } }, { skin: { burnt: 0.26 } }, "share", "max"],
  [
    "too-bright",
    { skin: { eyes: { ...bright, iris: 40 }, lipLine: 90 } },
    { skin: { eyes: { ...bright, iris: 41 }, lipLine: 90 } },
    "share",
    "max",
  ],
  [
    "washed-out",
    { skin: { eyes: eyes && { ...eyes, iris: 115 }, lipLine: 130 } },
    { skin: { eyes: eyes && { ...eyes, iris: 116 }, lipLine: 130 } },
    "level",
    "max",
  ],
  ["underexposed", { skin: { black: 0.25 } }, { skin: { black: 0.26 } }, "share", "max"],
  [
    "half-shadow",
    { skin: { cheeks: [55, 100], halves: [40, 90], whites: [90, 240] } },
    { skin: { cheeks: [54, 100], halves: [40, 90], whites: [90, 240] } },
    "share",
    "min",
  ],
  // Of a mark on a cheek that is darker than its side of the face, and than that eye.
  [
    "half-shadow",
    { skin: { cheeks: [40, 100], halves: [55, 100], whites: [240, 240] } },
    { skin: { cheeks: [40, 100], halves: [54, 100], whites: [240, 240] } },
    "share",
    "min",
  ],
  [
    "half-shadow",
    { skin: { cheeks: [100, 40], halves: [100, 100], whites: [200, 110] } },
    { skin: { cheeks: [100, 40], halves: [100, 100], whites: [200, 109] } },
    "share",
    "min",
  ],
  [
    "half-shadow",
    { skin: { forehead: 40, eyes: white(116) } },
    { skin: { forehead: 40, eyes: white(114) } },
    "share",
    "min",
  ],
  [
    "grey",
    { skin: { colour: [100, 95, 90], lips: [120, 80, 70] } },
    { skin: { colour: [100, 95, 92], lips: [120, 80, 70] } },
    "figure",
    "min",
  ],
];

test.each(limits)("%s: %j is the limit, %j is beyond", (code, atTheLimit, beyond, unit, bound) => {
  expect(found(changed(atTheLimit))).toEqual([]);
  expect(found(changed(beyond))).toEqual([
    { code, measurement: expect.objectContaining({ unit, bound }) },
  ]);
});

test.each([
  ["blue", [84, 130, 185], 27, "unnatural-skin"],
  ["green", [90, 185, 84], 27, "unnatural-skin"],
  ["violet", [150, 90, 185], 27, "unnatural-skin"],
  ["that of a negative", [70, 125, 171], 228, "inverted"],
] as const)("skin whose colour is %s is told", (_, colour, middle, code) => {
  const tone = changed({ skin: { colour, eyes: eyes && { ...eyes, middle } } });

  expect(found(tone).map((one) => one.code)).toEqual([code]);
});

describe("skin in its own hue is told for a negative", () => {
  const inverted = (change: { middle?: number; sides?: number }, lipLine = 90) => {
    const negative = { ...bright, middle: 160, sides: 130, ...change };
    return found(changed({ skin: { eyes: negative, lipLine } })).map(({ code }) => code);
  };

  test("when irises are brighter than skin and what is beside them, and no dark line is between the lips", () => {
    expect(inverted({})).toEqual(["inverted"]);
  });
  test("not when irises are as dark as skin, as of narrow eyes behind glasses", () => {
    expect(inverted({ middle: 140, sides: 120 })).toEqual([]);
  });
  test("not when what is beside the irises is as bright", () => {
    expect(inverted({ sides: 140 })).toEqual([]);
  });
  test("not when the line between the lips is dark", () => {
    expect(inverted({}, 80)).toEqual([]);
  });
});

test("one tint over skin, eyes and lips is told, whatever tint", () => {
  const tint = (k: number) => [200 * k, 160 * k, 110 * k] as const;
  const tone = changed({
    skin: { colour: tint(0.7), lips: tint(0.4), eyes: eyes && { ...eyes, white: tint(1) } },
  });

  expect(found(tone).map(({ code }) => code)).toEqual(["tinted"]);
});

test.each<[string, Change, readonly string[]]>([
  [
    "blur and grey",
    { detail: { sharpness: 0.01 }, skin: { colour: [100, 99, 98] } },
    ["blurred", "grey"],
  ],
  ["blocks explain blur", { detail: { sharpness: 0.01, blocks: 5 } }, ["compressed"]],
  [
    "darkness explains black",
    { skin: { cheeks: [20, 20], eyes: white(50), black: 0.6 } },
    ["too-dark"],
  ],
  [
    "in a blur the eyes say nothing of the light",
    { detail: { sharpness: 0.01 }, skin: { cheeks: [60, 60], eyes: white(90) } },
    ["blurred"],
  ],
  [
    "brown lips below closed eyes say nothing of a tint",
    { skin: { eyes: undefined, colour: [138, 88, 54], lips: [138, 88, 54] } },
    [],
  ],
  [
    "closed eyes say nothing of a movement",
    { detail: { sharpness: 0.05, evenness: 0.1 }, skin: { eyes: undefined } },
    ["blurred"],
  ],
  [
    "what moved says nothing of irises",
    {
      detail: { sharpness: 0.05, evenness: 0.1 },
      skin: { eyes: { ...bright, middle: 200, sides: 100 }, lipLine: 100 },
    },
    ["shaken"],
  ],
  [
    "where the light took the colour, the light is told",
    { skin: { colour: [255, 255, 255], burnt: 0.9 } },
    ["overexposed"],
  ],
])("%s", (_, change, codes) => {
  expect(found(changed(change)).map(({ code }) => code)).toEqual(codes);
});
