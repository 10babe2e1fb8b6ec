import { expect, test } from "vitest";
import { placeBehind } from "../../../web/src/import/paged-table.tsx";

const part = (rows: number, next?: string) => ({ items: Array.from({ length: rows }), next });

test("a part of 200 rows is turned ten at a time, and then the next part is read", () => {
  let place = placeBehind({ from: undefined, skipped: 0, before: 0 }, part(200, "1"), 10);
  expect(place).toEqual({ from: undefined, skipped: 10, before: 10 });
  place = placeBehind({ from: undefined, skipped: 190, before: 190 }, part(200, "1"), 10);
  expect(place).toEqual({ from: "1", skipped: 0, before: 200 });
  expect(placeBehind({ from: "1", skipped: 0, before: 200 }, part(11), 10)).toEqual({
    ...{ from: "1", skipped: 10, before: 210 },
  });
});

test("behind the last row there is nothing, also where a part is just full", () => {
  expect(placeBehind({ from: "1", skipped: 190, before: 390 }, part(200), 10)).toBeUndefined();
  expect(placeBehind({ from: undefined, skipped: 0, before: 0 }, part(10), 10)).toBeUndefined();
  expect(placeBehind({ from: undefined, skipped: 0, before: 0 }, part(0), 10)).toBeUndefined();
});
