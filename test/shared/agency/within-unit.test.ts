import { expect, test } from "vitest";
import { withinUnit } from "#shared/agency/within-unit.ts";
import { changeOfTree } from "../../support/unit-table-contract.ts";
import { aUnit, UnitsInMemory } from "../../support/units-in-memory.ts";

const whole = { employeeId: "emp_budi", instansiId: "ins_contoh", units: undefined } as const;

async function aTree() {
  const units = new UnitsInMemory();
  const top = aUnit({ name: "Dinas Kesehatan", otherNames: ["DINKES"] });
  const middle = aUnit({ name: "Puskesmas Satu", parent: top.id });
  const low = aUnit({ name: "Poli Gigi", parent: middle.id, otherNames: ["Poli gigi"] });
  const saved = [top, middle, low, aUnit({ name: "Dinas Lain" })];
  const claimed = saved.flatMap((unit) =>
    [unit.name, ...unit.otherNames].map((name) => ({ unit, name })),
  );
  await units.write(changeOfTree({ saved, claimed }));
  return { units };
}

async function namesIn(unit: string, units?: readonly string[]) {
  const by = await withinUnit(await aTree(), { unit, by: { ...whole, units } });
  return by.units?.toSorted();
}

test("a unit is meant with all below it, by every name under which people stand, however it is typed", async () => {
  const all = ["DINKES", "Dinas Kesehatan", "Poli Gigi", "Poli gigi", "Puskesmas Satu"];

  expect(await namesIn("dinas  kesehatan")).toEqual(all);
  expect(await namesIn("dinkes")).toEqual(all);
  expect(await namesIn("poli gigi")).toEqual(["Poli Gigi", "Poli gigi"]);
});

test("who has some units reaches no other one by it", async () => {
  expect(await namesIn("Dinas Kesehatan", ["Puskesmas Satu", "Dinas Lain"])).toEqual([
    "Puskesmas Satu",
  ]);
  expect(await namesIn("Dinas Kesehatan", ["Dinas Lain"])).toEqual([]);
});

test("a unit that is in no tree is the text that stands in records", async () => {
  expect(await namesIn("Unit Lama")).toEqual(["Unit Lama"]);
  expect(await namesIn("Unit Lama", ["Dinas Lain"])).toEqual([]);
});
