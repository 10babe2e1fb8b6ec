/** Whole files, from their bytes to the records: what is found of them, and that each record says what its row says. */
import { describe, expect, test } from "vitest";
import { searchEmployees } from "#shared/employee/search-employees.ts";
import { budi, citra, ImportWorld } from "../../support/import-world.ts";
import { judgeWhole } from "../../support/whole-file.ts";
import { movingAgency } from "./moving-agency.ts";
import { cellsOf, type PlainRecord, plainRecord, saidBy } from "./plain-records.ts";
import { inShort } from "./planted-faults.ts";
import { siasnFile, siasnRows } from "./siasn-files.ts";

/** Everybody's record but of the two who were there before. */
async function recordsIn(world: ImportWorld): Promise<unknown[]> {
  const people = await Array.fromAsync(world.employees.inAgency(budi.instansiId));
  expect(new Set(people.map(({ revision }) => revision))).toEqual(new Set([1]));
  const officers = [budi.id, citra.id];
  return people
    .filter(({ id }) => !officers.includes(id))
    .toSorted((a, b) => a.nip.localeCompare(b.nip))
    .map(saidBy);
}
const byNip = (records: readonly PlainRecord[]) =>
  records.toSorted((a, b) => (a.nip ?? "").localeCompare(b.nip ?? ""));

describe("an agency's file with faults of every kind", () => {
  const agency = movingAgency(150);

  test("each is found, with its value and what would be right, and none besides", async () => {
    const { rows, people, problems } = await judgeWhole(agency.bytes);

    expect(problems.map(inShort)).toEqual(agency.found);
    expect([rows, people.length]).toEqual([agency.rows, agency.records.length]);
  });

  test("whoever is right gets a record that says what the row says, and nobody else one", async () => {
    const world = new ImportWorld();
    const { done, refused } = await world.apply(agency.bytes, "good-rows");

    expect([done, refused]).toEqual([agency.records.length, 0]);
    expect(await recordsIn(world)).toEqual(byNip(agency.records));
    // The case of two blanks in a name.
    for (const q of ["yohanes umpama", "umpama"]) {
      const by = { employeeId: budi.id, instansiId: budi.instansiId, units: undefined };
      const { items } = await searchEmployees(world, { q, by });
      expect(items.map(({ name }) => name)).toContain("YOHANES UMPAMA");
    }
  });
});

/** The same people, in UTF-8 and `;`. In Windows-1252 the fourth has an accent in the name. */
const [headings = [], ...rows] = siasnRows("siasn-columns-reordered.csv");
const twelve = rows.map((row) => plainRecord(cellsOf(headings, row)));

test.each([
  ["siasn-columns-reordered.csv", "AGUS PURNAMA"],
  ["siasn-utf16.csv", "AGUS PURNAMA"],
  ["siasn-windows1252.csv", "JOSÉ REKAAN"],
  ["siasn-workbook.xlsx", "AGUS PURNAMA"],
])(
  "%s: twelve of twelve are applied, and their records say what the file says",
  async (file, fourth) => {
    const world = new ImportWorld();
    const bulk = await world.apply(siasnFile(file));

    expect(bulk).toMatchObject({ state: "done", done: 12, refused: 0, unchanged: 0 });
    const wanted = twelve.map((each, i) => (i === 3 ? { ...each, name: fourth } : each));
    expect(await recordsIn(world)).toEqual(byNip(wanted));
  },
);
