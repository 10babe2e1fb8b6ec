import { expect, test } from "vitest";
import { Turns } from "../../../web/src/operator/turns.ts";

/** Takes a turn for each name, and keeps who has begun. */
function started(turns: Turns, ...names: string[]) {
  const begun: string[] = [];
  const ends = names.map((name) => turns.take(() => begun.push(name)));
  const end = (name: string) => ends[names.indexOf(name)]?.();
  return { begun, end };
}

test("so many go at once, and each end lets the next one begin", () => {
  const { begun, end } = started(new Turns(2), "a", "b", "c", "d");

  expect(begun).toEqual(["a", "b"]);
  end("b");
  expect(begun).toEqual(["a", "b", "c"]);
  end("a");
  expect(begun).toEqual(["a", "b", "c", "d"]);
});

test("who leaves the queue is passed over, and keeps nobody waiting", () => {
  const { begun, end } = started(new Turns(1), "a", "b", "c");

  end("b");
  end("a");
  expect(begun).toEqual(["a", "c"]);
});

test("a turn ends once", () => {
  const { begun, end } = started(new Turns(1), "a", "b", "c");

  end("a");
  end("a");
  expect(begun).toEqual(["a", "b"]);
});
