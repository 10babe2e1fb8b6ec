import { expect, test } from "vitest";
import { cardStatus, type Employee, fullName } from "#shared/employee/employee.ts";
import type { SearchQuery, WritableEmployees } from "#shared/employee/employees.ts";
import { foldWords } from "#shared/employee/folding.ts";
import { revise } from "#shared/employee/revision.ts";
import type { Tag } from "#shared/employee/tag-names.ts";
import { aNip, anEmployee } from "./builders.ts";

type Employees = Pick<WritableEmployees, "add" | "save" | "search">;
const told = {
  at: new Date("2026-11-21T03:00:00Z"),
  actor: { role: "system" },
  action: "changed",
} as const;

/** What every employee table does when people are searched; part of employee-table-contract.ts. */
export function employeeSearchContract(make: () => Employees | Promise<Employees>): void {
  const { instansiId } = anEmployee();

  async function withPeople(...people: Partial<Employee>[]) {
    const employees = await make();
    const all = people.map((each, i) => {
      const order = String(i + 1).padStart(3, "0");
      return anEmployee({
        id: `emp_${i}`,
        nip: aNip(`198502122010012${order}`),
        email: `${i}@contoh.example`,
        gelarBelakang: undefined,
        ...each,
      });
    });
    for (const each of all) {
      await employees.add(each, {
        subjectId: each.id,
        revision: 1,
        at: each.updatedAt,
        actor: { role: "import" },
        action: "registered",
        changes: [],
      });
    }
    const search = (q: string, query: Partial<SearchQuery> = {}) =>
      employees.search({
        instansiId,
        words: foldWords(q),
        limit: 25,
        fits: (employee) =>
          query.status === undefined || cardStatus(employee, told.at) === query.status,
        ...query,
      });
    const found = async (q: string, query: Partial<SearchQuery> = {}) =>
      (await search(q, query)).items.map(fullName);
    return { employees, all, search, found };
  }

  test("a search stays within the instansi", async () => {
    const { found } = await withPeople({ name: "Ayu" }, { name: "Ayu", instansiId: "ins_other" });

    expect(await found("ayu")).toEqual(["Ayu"]);
    expect(await found("ayu", { instansiId: "ins_third" })).toEqual([]);
  });

  test("a search within units finds who works there, in the same order and pages as all", async () => {
    const { search, found } = await withPeople(
      ...Array.from({ length: 24 }, (_, i) => ({
        name: `Ayu Siti ${"hgfedcba"[i % 8]}${i} Siti`,
        unitKerja: ["Bagian Umum", "Dinas Kesehatan", "RSUD Contoh"][i % 3] ?? "",
        kedudukanHukum: i % 4 === 0 ? "99" : "01",
      })),
      { name: "Ayu Siti", unitKerja: "Dinas Kesehatan", instansiId: "ins_other" },
    );
    const units = ["Dinas Kesehatan", "RSUD Contoh"];

    for (const query of [{}, { status: "ended" }] as const)
      for (const q of ["", "siti", "siti ay", "h"]) {
        const all = (await search(q, query)).items;
        const own = all.filter(({ unitKerja }) => units.includes(unitKerja)).map(fullName);
        expect(own.length).toBeGreaterThan(0);
        const pages = [await search(q, { ...query, units, limit: 3 })];
        for (let last = pages[0]; last?.next; last = pages.at(-1))
          pages.push(await search(q, { ...query, units, limit: 3, from: last.next }));
        expect(pages.flatMap(({ items }) => items).map(fullName)).toEqual(own);
        expect(pages.slice(0, -1).map(({ items }) => items.length)).toEqual(
          Array(pages.length - 1).fill(3),
        );
      }
    expect(await found("", { units: ["Nowhere"] })).toEqual([]);
    expect(await found("", { units: [] })).toEqual([]);
  });

  test("everybody is listed once, by name without degrees", async () => {
    const { found } = await withPeople(
      { name: "Çelik Đurić" },
      { name: "Ayu Lestari" },
      { name: "Ayu", gelarDepan: "Dra." },
      { name: "ayub" },
    );

    expect(await found("")).toEqual(["Dra. Ayu", "Ayu Lestari", "ayub", "Çelik Đurić"]);
  });

  test.each([
    ["rahayu", true],
    ["Dra. Rahayu", true],
    ["Dra. Rahayu Verifikasari, M.Si.", true],
    ["verif", true],
    ["verifikasari rahayu", true],
    ["m.si", true],
    ["RAHÁYU v", true],
    ["ghifari", true],
    ["al-ghi", true],
    ["alghifari", true],
    ["nimat", true],
    ["Ni'mat", true],
    ["durić", true],
    ["đuri", true],
    ["ahayu", false],
    ["rahayu x", false],
    ["drs rahayu", false],
  ])("%j finds who is shown so: %s", async (q, isFound) => {
    const shown = {
      gelarDepan: "Dra.",
      name: "Rahayu Al-Ghifari Ni'matullah Đurić Verifikasari",
      gelarBelakang: "M.Si.",
    };
    const { found } = await withPeople(shown, { name: "Budi Santoso" });

    expect(await found(q)).toEqual(
      isFound ? ["Dra. Rahayu Al-Ghifari Ni'matullah Đurić Verifikasari, M.Si."] : [],
    );
  });

  test("somebody two of whose words begin alike is found once", async () => {
    const { found } = await withPeople({ name: "Siti Sitiawati Siti" }, { name: "Wati Siti" });

    expect((await found("siti")).sort()).toEqual(["Siti Sitiawati Siti", "Wati Siti"]);
    expect(await found("si si")).toHaveLength(2);
  });

  test("pages are full or the last, and hold everybody once, whatever was asked for", async () => {
    const { all, search } = await withPeople(
      ...Array.from({ length: 40 }, (_, i) => ({
        name: `Ayu Siti ${"abcdefgh"[i % 8]}${i}`,
        kedudukanHukum: i % 10 === 3 ? "99" : i % 5 === 0 ? "04" : "01",
      })),
    );
    const sizes = async (q: string, query: Partial<SearchQuery>) => {
      const pages = [await search(q, query)];
      for (let last = pages[0]; last?.next; last = pages.at(-1))
        pages.push(await search(q, { ...query, from: last.next }));
      const ids = pages.flatMap(({ items }) => items.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      return pages.map(({ items }) => items.length);
    };

    expect(all).toHaveLength(40);
    expect(await sizes("", { limit: 15 })).toEqual([15, 15, 10]);
    expect(await sizes("siti", { limit: 20 })).toEqual([20, 20]);
    expect(await sizes("siti a", { limit: 20 })).toEqual([20, 20]);
    expect(await sizes("", { limit: 3, status: "ended" })).toEqual([3, 1]);
    expect(await sizes("ayu", { limit: 5, status: "suspended" })).toEqual([5, 3]);
    expect(await sizes("siti ayu", { limit: 25, status: "active" })).toEqual([25, 3]);
  });

  test("a save moves who changed the name, the degrees, the status or the agency", async () => {
    const { employees, all, found } = await withPeople({ name: "Ayu Lestari Wulan" });
    const [ayu] = all;
    if (!ayu) throw new Error("nobody");
    const changed = revise(
      ayu,
      { name: "Ayu Wati", gelarDepan: "Dr.", kedudukanHukum: "04" },
      told,
    );
    if (!changed) throw new Error("nothing changed");
    await employees.save(changed);

    expect(await found("lestari")).toEqual([]);
    expect(await found("wulan")).toEqual([]);
    expect(await found("wati")).toEqual(["Dr. Ayu Wati"]);
    expect(await found("dr", { status: "suspended" })).toEqual(["Dr. Ayu Wati"]);
    expect(await found("", { status: "active" })).toEqual([]);
    const moved = revise(changed.after, { instansiId: "ins_other" }, told);
    if (!moved) throw new Error("nothing changed");
    await employees.save(moved);
    expect(await found("wati")).toEqual([]);
    expect(await found("wati", { instansiId: "ins_other" })).toEqual(["Dr. Ayu Wati"]);
  });

  test("a save moves who got a photo, another kind or a contract among the lists of each", async () => {
    const { employees, all, found } = await withPeople(
      { name: "Ayu Lestari", photoId: undefined },
      { name: "Budi", photoId: undefined, kedudukanHukum: "99" },
    );
    const today = "2026-11-21";
    const listed = async (tag: Tag, query: Partial<SearchQuery> = {}) =>
      await found("", { tagged: { tag, today }, ...query });
    expect(await listed("no-photo")).toEqual(["Ayu Lestari"]);
    expect(await found("lestari", { tagged: { tag: "no-photo", today } })).toEqual(["Ayu Lestari"]);
    expect(await listed("ends-soon")).toEqual([]);
    const [ayu] = all;
    const photo = { photoId: "pho_new", kind: "PPPK", contractEnd: "2027-02-19" } as const;
    const changed = ayu && revise(ayu, photo, told);
    if (!changed) throw new Error("nothing changed");
    await employees.save(changed);

    expect(await listed("no-photo")).toEqual([]);
    expect(await found("lestari", { tagged: { tag: "no-photo", today } })).toEqual([]);
    expect(await listed("ends-soon", { kind: "PPPK" })).toEqual(["Ayu Lestari"]);
    expect(await listed("ends-soon", { kind: "PNS" })).toEqual([]);
    expect(await found("", { tagged: { tag: "ends-soon", today: "2026-11-19" } })).toEqual([]);
    const units = [ayu?.unitKerja ?? ""];
    expect(await found("", { units, kind: "PPPK" })).toEqual(["Ayu Lestari"]);
    expect(await found("", { units, kind: "PNS" })).toEqual(["Budi"]);
  });

  test("a contract that passed since the last save is not listed as active", async () => {
    const { found } = await withPeople({ kind: "PPPK", contractEnd: "2026-11-20" });

    expect(await found("", { status: "active" })).toEqual([]);
  });

  test.each(["", "0", "1siti", "1siti\temp_1 x", "1budi\temp_1", "0siti\temp_1", "2siti\temp_1"])(
    "a search goes on from a page of its own, not from %j",
    async (text) => {
      const { search } = await withPeople({ name: "Siti" });
      const from = Buffer.from(text).toString("base64url") || "~";

      await expect(search("siti", { from })).rejects.toMatchObject({ code: "invalid-input" });
    },
  );
}
