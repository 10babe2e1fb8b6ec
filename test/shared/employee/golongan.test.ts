import { expect, test } from "vitest";
import { golonganOf, pangkatOf } from "#shared/employee/golongan.ts";

test("a PNS has one of seventeen golongan, each with its pangkat", () => {
  expect(golonganOf("PNS")).toHaveLength(17);
  expect(new Set(golonganOf("PNS").map(pangkatOf)).size).toBe(17);
  expect(pangkatOf("III/a")).toBe("Penata Muda");
  expect(pangkatOf("IV/e")).toBe("Pembina Utama");
});

test("a PPPK has one of seventeen golongan, none with a pangkat", () => {
  expect(golonganOf("PPPK")).toHaveLength(17);
  expect(golonganOf("PPPK").map(pangkatOf)).toEqual(Array(17).fill(undefined));
});

test.each(["constructor", "toString", "__proto__", ""])("%j has no pangkat", (golongan) => {
  expect(pangkatOf(golongan)).toBeUndefined();
});
