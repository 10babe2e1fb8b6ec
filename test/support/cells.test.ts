import { afterEach, beforeEach, expect, test, vi } from "vitest";

const letters = [..."abcdefghijklmnopqrstuvwxyz"];

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

async function drawn(env: Readonly<Record<string, string>>, some: number) {
  vi.stubEnv("TEST_CELLS", env.cells ?? "");
  vi.stubEnv("TEST_SEED", env.seed ?? "1");
  const { cells } = await import("./cells.ts");
  return cells(letters, some);
}

test("a sample has as many as it should, in the matrix's order, and the same for a seed", async () => {
  const sample = await drawn({ seed: "7" }, 5);

  expect(sample).toHaveLength(5);
  expect([...sample].sort()).toEqual(sample);
  expect(await drawn({ seed: "7" }, 5)).toEqual(sample);
});

test("other seeds draw other cells, and in time every cell", async () => {
  const met = new Set<string>();
  for (let seed = 0; seed < 40; seed++) {
    for (const cell of await drawn({ seed: String(seed) }, 5)) met.add(cell);
    vi.resetModules();
  }

  expect(met.size).toBe(letters.length);
});

test("test:all takes all", async () => {
  expect(await drawn({ cells: "all" }, 5)).toEqual(letters);
});
