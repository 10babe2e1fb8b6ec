import type { Tone } from "#shared/photo/tone.ts";

/** What is measured of a face with which nothing is wrong. */
export const soundTone: Tone = {
  skin: {
    colour: [185, 130, 84],
    cheeks: [137, 137],
    forehead: 137,
    halves: [130, 130],
    whites: [242, 242],
    eyes: { white: [245, 241, 236], iris: 27, middle: 27, sides: 180 },
    lips: [164, 84, 75],
    lipLine: 48,
    burnt: 0,
    black: 0,
  },
  detail: {
    sharpest: 0.9,
    sharpness: 0.7,
    evenness: 0.6,
    repeated: 0,
    blocks: 1,
    flat: 0.1,
    step: 5,
  },
};
