import { expect, test } from "vitest";
import { loadFaceFinder } from "#shared/vision/find-faces.ts";
import { readFaceModels } from "#shared/vision/model-files.ts";
import { loadNetwork } from "#shared/vision/network.ts";
import { placesOf } from "#shared/vision/places.ts";
import { WrongModel } from "#shared/vision/wrong-model.ts";
import { randomFrom } from "../../support/photo/random.ts";

const { detector, mesh } = await readFaceModels();

test("the models of faces are run, again and again to the same numbers", async () => {
  const network = await loadNetwork(detector);
  network.input.forEach((_, i) => {
    network.input[i] = Math.sin(i);
  });
  const first = network.run().map((output) => Float32Array.from(output));

  expect(network.inputShape).toEqual([1, 128, 128, 3]);
  expect(first.map(({ length }) => length)).toEqual([896 * 16, 896]);
  expect(first.every((output) => output.every(Number.isFinite))).toBe(true);
  expect(network.run()).toEqual(first);
});

test.each([
  ["nothing", new Uint8Array()],
  ["zeros", new Uint8Array(4096)],
  ["a text", new TextEncoder().encode("This is not a model. ".repeat(50))],
  ["half of a model", detector.subarray(0, detector.length / 2)],
])("%s is not a model", async (_, bytes) => {
  await expect(loadNetwork(bytes)).rejects.toThrow(WrongModel);
});

test("a model of another kind is not taken for the detector", async () => {
  await expect(loadFaceFinder({ detector: mesh, mesh })).rejects.toThrow(WrongModel);
  await expect(loadFaceFinder({ detector, mesh: detector })).rejects.toThrow(WrongModel);
});

test("a damaged model is a wrong model or runs, and nothing else happens", async () => {
  const random = randomFrom(7);
  const outcomes = new Set<string>();
  for (let i = 0; i < 120; i++) {
    const damaged = Uint8Array.from(detector);
    // The tables that say what there is lie at the file's end; weights are most of the rest.
    const at = damaged.length - 1 - Math.floor(random() * 40_000);
    damaged[at] = (damaged[at] ?? 0) ^ (1 + Math.floor(random() * 255));
    outcomes.add(
      await loadNetwork(damaged).then(
        () => "runs",
        (error) => String(error?.name),
      ),
    );
  }

  expect([...outcomes].sort()).toEqual(["WrongModel", "runs"]);
});

test("tensors that are needed at the same time have no byte in common", () => {
  const random = randomFrom(3);
  const spans = new Map(
    Array.from({ length: 60 }, (_, i) => {
      const from = Math.floor(random() * 40);
      const until = from + Math.floor(random() * 8);
      return [i, { size: 16 * (1 + Math.floor(random() * 50)), from, until }];
    }),
  );
  const { places, total } = placesOf(spans);
  const all = [...spans].map(([i, span]) => ({ ...span, at: places.get(i) ?? Number.NaN }));

  const clashes = all.flatMap((one, i) =>
    all
      .slice(i + 1)
      .filter(
        (other) =>
          one.from <= other.until &&
          other.from <= one.until &&
          one.at < other.at + other.size &&
          other.at < one.at + one.size,
      ),
  );
  expect(clashes).toEqual([]);
  expect(Math.max(...all.map(({ at, size }) => at + size))).toBe(total);
  expect(total).toBeLessThan(0.5 * all.reduce((sum, { size }) => sum + size, 0));
});
