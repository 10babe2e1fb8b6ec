import { expect, test } from "vitest";
import {
  kedudukanHukumCodes,
  kedudukanHukumName,
  statusOf,
} from "#shared/employee/kedudukan-hukum.ts";

test("every code of BKN has a name of its own", () => {
  const names = kedudukanHukumCodes.map(kedudukanHukumName);

  for (const name of names) expect(name).toMatch(/^[A-Z]\w/);
  expect(new Set(names).size).toBe(kedudukanHukumCodes.length);
});

test.each(["constructor", "toString", "hasOwnProperty", "__proto__", "1", ""])(
  "%j is no code, and ends a card",
  (code) => {
    expect(kedudukanHukumName(code)).toBeUndefined();
    expect(statusOf(code)).toBe("ended");
  },
);
