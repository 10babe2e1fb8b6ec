import { expect, test } from "vitest";
import type { OrgUnit } from "#shared/agency/org-unit.ts";
import type { OrgUnits, TreeChange } from "#shared/agency/org-units.ts";
import type { UnitRegister } from "#shared/employee/employees.ts";
import { aUnit } from "./units-in-memory.ts";

export interface UnitTables {
  readonly units: OrgUnits;
  readonly register: UnitRegister;
}

const instansiId = "ins_contoh";

export function changeOfTree(change: Partial<TreeChange>): TreeChange {
  return { instansiId, seen: 0, saved: [], removed: [], claimed: [], freed: [], ...change };
}

/** What every table of units does, the fake and the real one. @param make an empty one each time */
export function unitTableContract(make: () => Promise<UnitTables>): void {
  /** Adds units one after the other. */
  async function withUnits(...added: readonly OrgUnit[]): Promise<UnitTables> {
    const tables = await make();
    for (const [seen, unit] of added.entries())
      await tables.units.write(
        changeOfTree({ seen, saved: [unit], claimed: [{ unit, name: unit.name }] }),
      );
    return tables;
  }

  test("a unit of a record joins at the root once, and its other spellings are names of it", async () => {
    const { units, register } = await make();
    for (const unitKerja of [
      "Dinas Kesehatan",
      "DINAS KESEHATAN",
      "Dinas Kesehatan",
      "Dinas  kesehatan.",
    ])
      await register.join({ instansiId, unitKerja });
    await register.join({ instansiId: "ins_other", unitKerja: "Dinas Kesehatan" });
    await register.join({ instansiId, unitKerja: "…" });

    expect(await Array.fromAsync(units.all(instansiId))).toEqual([
      {
        ...{ instansiId, id: expect.stringMatching(/^unt_/), name: "Dinas Kesehatan" },
        ...{ otherNames: ["DINAS KESEHATAN", "Dinas  kesehatan."], revision: 3 },
      },
    ]);
    expect(await units.findByName(instansiId, "dinas kesehatan")).toMatchObject({
      name: "Dinas Kesehatan",
    });
    // The other one has a longer key than a table takes: each of its signs is five letters.
    for (const none of ["Dinas Pendidikan", Array(100).fill("㎯").join("-")]) {
      expect(await units.findByName(instansiId, none)).toBeUndefined();
      expect(await units.ownerOf(instansiId, none)).toBeUndefined();
      expect(await units.namesFrom({ instansiId, begin: none, limit: 9 })).toEqual([]);
    }
  });

  test("of twenty people who are written into a new unit at once it is made one", async () => {
    const { units, register } = await make();
    await Promise.all(
      Array.from({ length: 3 }, () => register.join({ instansiId, unitKerja: "Inspektorat" })),
    );

    expect(await Array.fromAsync(units.all(instansiId))).toHaveLength(1);
  });

  test("children come in the order of their names, page by page, each agency's own", async () => {
    const parent = aUnit({ name: "Dinas" });
    const names = ["Bidang C", "bidang a", "Bidang B"];
    const below = names.map((name) => aUnit({ name, parent: parent.id }));
    const { units } = await withUnits(parent, ...below);
    const of = { instansiId, parent: parent.id };
    const first = await units.children(of, { limit: 2 });
    const second = await units.children(of, { limit: 2, from: first.next });
    const tooLong = JSON.stringify({ key: "é".repeat(900), id: parent.id });
    for (const from of ["e30", tooLong])
      await expect(units.children(of, { limit: 2, from })).rejects.toThrow(/malformed/);
    const root = await units.children({ instansiId, parent: undefined }, { limit: 9 });

    expect(first.items.map(({ name }) => name)).toEqual(["bidang a", "Bidang B"]);
    expect(second.items.map(({ name }) => name)).toEqual(["Bidang C"]);
    expect(root.items.map(({ name }) => name)).toEqual(["Dinas"]);
    expect(
      (await units.children({ instansiId: "ins_other", parent: undefined }, { limit: 9 })).items,
    ).toEqual([]);
  });

  test("names are found by how they begin, however they are spelt", async () => {
    const { units } = await withUnits(
      ...["Dinas Kesehatan", "Dinas Pendidikan", "Inspektorat"].map((name) => aUnit({ name })),
    );

    expect(await units.namesFrom({ instansiId, begin: "DINAS k", limit: 9 })).toEqual([
      "Dinas Kesehatan",
    ]);
    expect(await units.namesFrom({ instansiId, begin: "", limit: 2 })).toHaveLength(2);
  });

  test("a name leads to one unit, and a removed unit leaves its name", async () => {
    const unit = aUnit({ name: "Dinas" });
    const { units } = await withUnits(unit);
    const other = aUnit({ name: "DINAS" });
    const claim = { saved: [other], claimed: [{ unit: other, name: other.name }] };
    await expect(units.write(changeOfTree({ seen: 1, ...claim }))).rejects.toMatchObject({
      code: "unit-name-taken",
    });
    await units.write(changeOfTree({ seen: 1, removed: [unit], freed: [unit.name] }));
    await units.write(changeOfTree({ seen: 2, ...claim }));

    expect(await units.findByName(instansiId, "Dinas")).toEqual(other);
    expect(await units.find(instansiId, unit.id)).toBeUndefined();
    expect(await units.find("ins_other", other.id)).toBeUndefined();
  });

  test("a former name leads to its unit, until another unit has it", async () => {
    const before = aUnit({ name: "Dinas A" });
    const { units, register } = await withUnits(before);
    const after = { ...before, name: "Badan A", formerNames: ["Dinas A"], revision: 2 };
    const claimed = [after.name, "Dinas A"].map((name) => ({ unit: after, name }));
    await units.write(changeOfTree({ seen: 1, saved: [after], claimed }));

    expect(await units.findByName(instansiId, "Dinas A")).toBeUndefined();
    expect(await units.ownerOf(instansiId, "dinas a.")).toBe(after.id);
    expect(await units.namesFrom({ instansiId, begin: "dinas", limit: 9 })).toEqual([]);
    // Who is written with it stands in the unit, and in no new one.
    await register.join({ instansiId, unitKerja: "DINAS A" });
    const joined = await units.find(instansiId, after.id);
    expect(joined?.otherNames).toEqual(["DINAS A"]);
    expect(await Array.fromAsync(units.all(instansiId))).toHaveLength(1);
    if (!joined) throw new Error("The unit is gone.");
    const left = { ...joined, otherNames: [], revision: joined.revision + 1 };
    const leaving = [{ unit: left, name: "DINAS A" }];
    await units.write(changeOfTree({ seen: 2, saved: [left], claimed: leaving }));
    const other = aUnit({ name: "Dinas A" });
    const taking = [{ unit: other, name: other.name }];
    await units.write(changeOfTree({ seen: 3, saved: [other], claimed: taking }));

    expect(await units.findByName(instansiId, "Dinas A")).toEqual(other);
    await expect(
      units.write(changeOfTree({ seen: 4, claimed: [{ unit: left, name: "Dinas A" }] })),
    ).rejects.toMatchObject({ code: "unit-name-taken" });
    const into = [{ unit: left, name: "Dinas A", from: other.id }];
    await units.write(changeOfTree({ seen: 4, removed: [other], claimed: into }));
    expect(await units.ownerOf(instansiId, "Dinas A")).toBe(left.id);
  });

  test("of two changes of a tree at one moment one is refused whole", async () => {
    const [a, b] = [aUnit({ name: "A" }), aUnit({ name: "B" })];
    const { units } = await withUnits(a, b);
    const below = (unit: OrgUnit, parent: OrgUnit) =>
      units.write(changeOfTree({ seen: 2, saved: [{ ...unit, parent: parent.id, revision: 2 }] }));
    const both = await Promise.allSettled([below(a, b), below(b, a)]);

    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "decision-raced" },
    });
    expect(await units.treeRevision(instansiId)).toBe(3);
  });
}
