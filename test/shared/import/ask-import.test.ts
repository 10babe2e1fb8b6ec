import { expect, test } from "vitest";
import { importFacts } from "#shared/import/import.ts";
import { tellImports } from "#shared/import/tell-imports.ts";
import { budi, ImportWorld } from "../../support/import-world.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { fileOf, personOf } from "./import-rows.ts";
import { siasnCsv, siasnFile } from "./siasn-files.ts";

test("asking takes «all» only without an error, once, and again when the approval has ended", async () => {
  const world = new ImportWorld();
  const id = await world.bring(siasnFile("siasn-faults.csv"));
  await expect(world.ask(id)).rejects.toThrow("import-nothing-new");
  await world.judge(id);

  await expect(world.ask(id)).rejects.toThrow("import-has-errors");
  const asked = await world.ask(id, { mode: "good-rows" });
  expect(await world.ask(id, { mode: "good-rows" })).toEqual(asked);
  const facts = {
    mode: "good-rows",
    fileName: "pegawai.csv",
    counts: { errors: expect.any(Number) },
  };
  expect(asked).toMatchObject({ kind: "import", subject: { id, unitKerja: "" }, new: facts });
  world.clock.advance({ days: 8 });
  const again = await world.ask(id, { mode: "good-rows" });
  expect(again.id).not.toBe(asked.id);
  world.clock.advance({ days: 12 });
  await expect(world.ask(id, { mode: "good-rows" })).rejects.toThrow("import-too-old");
});

test("one that was approved is not asked for or approved again", async () => {
  const world = new ImportWorld();
  const id = await world.bring(siasnCsv({}));
  await world.judge(id);
  await world.ask(id);
  await world.approve(id);

  await expect(world.ask(id)).rejects.toThrow("import-asked");
  await expect(world.approve(id)).rejects.toThrow("approval-decided");
  expect(world.messages).toHaveLength(1);
});

test("what was asked for on the last day is approved in time a week later", async () => {
  const world = new ImportWorld();
  const id = await world.bring(siasnCsv({}));
  await world.judge(id);
  world.clock.advance({ days: 19 });
  await world.ask(id);
  world.clock.advance({ days: 6 });
  await world.approve(id);
  await world.workToEnd();

  expect(await world.bulkOf(id)).toMatchObject({ state: "done", done: 1 });
});

test("who decides is told how many people each field changes", async () => {
  const world = new ImportWorld(
    personOf(0, { email: "lama@contoh.example", name: "LAMA" }),
    personOf(1, { email: "lain@contoh.example", kedudukanHukum: "02" }),
    personOf(2),
  );
  const id = await world.bring(fileOf(4));
  await world.judge(id);
  const { new: facts } = await world.ask(id);

  const fields = { email: 2, name: 1, kedudukanHukum: 1 };
  expect(facts).toMatchObject({ counts: { new: 1, changed: 2 } });
  expect(importFacts.parse(facts).fields).toEqual(fields);
  const [told] = await tellImports(world, [await world.found(id)], {
    ...{ employeeId: budi.id, instansiId: budi.instansiId, employee: budi },
    ...{ roles: [aGrant("petugas")], units: undefined },
  });
  expect(told?.fields).toEqual(fields);
});
