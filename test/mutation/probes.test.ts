import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { withProbes } from "./probes.ts";

const source = `const list = [1, 2, 3];
export function sign(value: number): string {
  if (value < 0) {
    const text = "minus";
    return text;
  }
  switch (value) {
    case 0:
      return "none";
    default:
      return "plus";
  }
}
export const pair = (value: number) => ({ value, twice: value * 2 } as const);
export const nested = () => list.map((each) => each + 1);
export class Field { text = "a"; }
`;
const places = ["[1", "if (", '"minus"', '"none"', '"plus"', "twice", "each +", '"a"'];

/** A process writes an id once. */
let freshIds = 1_000_000;

test.each([
  ["nothing is called", () => undefined, [0, 7]],
  ["one branch", (code: Code) => code.sign(-1), [0, 7, 1, 2]],
  ["a case", (code: Code) => [code.sign(0), code.sign(0)], [0, 7, 1, 3]],
  ["arrow functions", (code: Code) => [code.pair(2), code.nested()], [0, 7, 5, 6]],
])("the executed places are written, each once: %s", async (_, use, executed) => {
  const folder = mkdtempSync(join(tmpdir(), "probes-"));
  const [file, hits] = [join(folder, "code.ts"), join(folder, "hits")];
  const probes = places.map((place, id) => ({ start: source.indexOf(place), id: id + freshIds }));
  writeFileSync(file, withProbes(source, probes, hits));
  const code: Code = await import(pathToFileURL(file).href);

  use(code);

  const ids = readFileSync(hits, "utf8").trim().split("\n").map(Number);
  expect(ids).toEqual(executed.map((id) => id + freshIds));
  freshIds += places.length;
});

test("a module with probes does what it did", async () => {
  const folder = mkdtempSync(join(tmpdir(), "probes-"));
  const file = join(folder, "code.ts");
  const probes = places.map((place, id) => ({ start: source.indexOf(place), id: id + freshIds }));
  writeFileSync(file, withProbes(source, probes, join(folder, "hits")));

  const code: Code = await import(pathToFileURL(file).href);

  expect([code.sign(-1), code.sign(0), code.sign(1)]).toEqual(["minus", "none", "plus"]);
  expect([code.pair(2), code.nested()]).toEqual([{ value: 2, twice: 4 }, [2, 3, 4]]);
});

interface Code {
  sign(value: number): string;
  pair(value: number): unknown;
  nested(): readonly number[];
}
