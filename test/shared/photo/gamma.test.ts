import { expect, test } from "vitest";
import { applyGamma } from "#shared/photo/gamma.ts";

const samples = [0, 64, 128, 255, 100];
const after = (gamma: number | undefined) => {
  const data = Uint8Array.from([...samples.slice(0, 3), 128, ...samples.slice(3), 7, 0]);
  return [...applyGamma({ width: 2, height: 1, data }, gamma).data];
};

test.each([
  ["nothing", undefined],
  ["the usual gamma", 0.45455],
  ["the usual gamma, rounded", 0.45],
  ["a gamma that nobody can tell from it", 0.475],
])("a file that says %s keeps its samples", (_, gamma) => {
  expect(after(gamma)).toEqual([0, 64, 128, 128, 255, 100, 7, 0]);
});

test.each([
  ["linear light", 1, [0, 136, 186, 128, 255, 167, 50, 0]],
  ["a gamma that can just be told from the usual one", 0.48, [0, 69, 133, 128, 255, 105, 8, 0]],
])("of %s the colours are converted, and alpha is not", (_, gamma, converted) => {
  expect(after(gamma)).toEqual(converted);
});
