import { expect, test } from "vitest";
import {
  kedudukanHukumCodes,
  kedudukanHukumName,
  statusOf,
  usualKedudukanHukum,
} from "#shared/employee/kedudukan-hukum.ts";
import { employeeKinds } from "#shared/employee/nip.ts";

test("every code of BKN has a name of its own", () => {
  const names = kedudukanHukumCodes.map(kedudukanHukumName);

  for (const name of names) expect(name).toMatch(/^[A-Z]\w/);
  expect(new Set(names).size).toBe(kedudukanHukumCodes.length);
});

test("somebody new is active as one of the own kind", () => {
  expect(employeeKinds.map(usualKedudukanHukum)).toEqual(["01", "71", "71"]);
});

test.each(["constructor", "toString", "hasOwnProperty", "__proto__", "1", ""])(
  "%j is no code, and ends a card",
  (code) => {
    expect(kedudukanHukumName(code)).toBeUndefined();
    expect(statusOf(code)).toBe("ended");
  },
);
