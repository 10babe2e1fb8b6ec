import { expect, test } from "vitest";
import { linesBeside, placesInUnit } from "#shared/employee/name-lines.ts";
import { tagsOf } from "#shared/employee/tags.ts";
import { aNip, anEmployee } from "../../support/builders.ts";

const today = "2026-11-27";
const siti = anEmployee({
  ...{ gelarBelakang: undefined, photoId: undefined },
  // What indicators of data quality ask for: those have tags of their own.
  ...{ phone: "0812 3456 7890", nik: "3201015202850001" },
});
const linesOf = (...[employee, day]: Parameters<typeof linesBeside>) =>
  Object.fromEntries(
    [...linesBeside(employee, day)].map(([name, { listedIn, listedAs }]) => [
      name,
      `${listedIn} ${listedAs.replaceAll("\t", " ")}`,
    ]),
  );

test("a person without a photo has lines by status and kind, in the unit, and of what is missing, by each word", () => {
  expect(linesOf(siti, today)).toEqual({
    "0": "ins_contoh#active#PNS 1siti rahma emp_siti",
    "1": "ins_contoh#active#PNS 1rahma siti emp_siti",
    unit: "ins_contoh#unit#Bagian Umum 0siti rahma emp_siti active PNS no-photo",
    "no-photo": "ins_contoh#active#PNS#no-photo 0siti rahma emp_siti",
    "no-photo#0": "ins_contoh#active#PNS#no-photo 1siti rahma emp_siti",
    "no-photo#1": "ins_contoh#active#PNS#no-photo 1rahma siti emp_siti",
  });
});

test("a contract is listed by its last day long before it ends, so that no line changes when the day comes near", () => {
  const pppk = {
    ...{ ...siti, nip: aNip("198502122024212004"), tmt: "2024-02-01", kedudukanHukum: "71" },
    ...({ photoId: "pho_1", kind: "PPPK", contractEnd: "2029-01-31" } as const),
  } as const;

  expect(linesOf(pppk, today)).toMatchObject({
    unit: "ins_contoh#unit#Bagian Umum 0siti rahma emp_siti active PPPK until:2029-01-31",
    "ends-soon": "ins_contoh#active#PPPK#ends-soon 0@2029-01-31 siti rahma emp_siti",
  });
  expect(tagsOf(pppk, today)).toEqual([]);
  expect(tagsOf(pppk, "2028-11-01")).toEqual([]);
  expect(tagsOf(pppk, "2028-11-02")).toEqual(["ends-soon"]);
  expect(tagsOf(pppk, "2029-01-31")).toEqual(["ends-soon"]);
  expect(tagsOf(pppk, "2029-02-01")).toEqual([]);
});

test("who has left has no tag", () => {
  expect(tagsOf({ ...siti, kedudukanHukum: "99" }, today)).toEqual([]);
  expect(Object.keys(linesOf({ ...siti, kedudukanHukum: "99" }, today))).toEqual([
    "0",
    "1",
    "unit",
  ]);
});

test("the longest name with every tag leaves half of a transaction to the rest of a save", () => {
  const words = Array.from({ length: 30 }, (_, i) => `kata${i}`).join(" ");
  const many = { ...siti, name: words, kind: "PPPK", contractEnd: "2027-01-31" } as const;

  expect(linesBeside(many, today).size).toBeLessThanOrEqual(50);
});

test.each([
  [{ kind: "PPPK" }, []],
  [{ status: "ended" }, []],
  [{ words: ["x"] }, []],
  [{ words: ["rah"] }, ["1rahma siti\temp_siti"]],
  [{ tagged: { tag: "ends-soon", today } }, []],
  [{ tagged: { tag: "no-photo", today } }, ["0siti rahma\temp_siti"]],
] as const)("a line in a unit tells where %j is found", (query, places) => {
  const line = linesBeside(siti, today).get("unit")?.listedAs ?? "";

  expect(placesInUnit(line, { instansiId: "ins_contoh", words: [], ...query })).toEqual(places);
});

test("no line is longer than a sort key may be, whatever the fields take", () => {
  const name = `A-${"Æ".repeat(138)}`;
  const gelar = { gelarDepan: `b-${"ß".repeat(58)}`, gelarBelakang: `C-${"Þ".repeat(78)}` };
  const lines = [...linesBeside({ ...siti, name, ...gelar }, today).values()];

  expect(Math.max(...lines.map(({ listedAs }) => Buffer.byteLength(listedAs)))).toBeLessThan(1024);
});
