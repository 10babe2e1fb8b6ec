import { expect, test, vi } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { beginImport } from "#shared/import/begin-import.ts";
import { isJudged } from "#shared/import/import.ts";
import { tellDifference, tellProblems } from "#shared/import/tell-found.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { budi, ImportWorld } from "../../support/import-world.ts";
import { judgeWhole } from "../../support/whole-file.ts";
import { siasnCsv, siasnFile } from "./siasn-files.ts";

async function judgedOf(world: ImportWorld) {
  const [each] = await world.imports.ofAgency("ins_contoh", 1);
  if (!each || !isJudged(each)) throw new Error("Nothing is judged.");
  return each;
}

test("a file is judged once, by the same rules as everywhere, and nothing of a record is written", async () => {
  const world = new ImportWorld();
  const before = await world.state();
  const id = await world.bring(siasnFile("siasn-faults.csv"));

  expect(await world.judge(id)).toBe("judged");
  expect(await world.judge(id)).toBe("known");
  const { state, judgement } = await judgedOf(world);
  expect(state).toBe("judged");
  const { items } = await tellProblems(world.files, judgement, undefined);
  const alone = await judgeWhole(siasnFile("siasn-faults.csv"));
  expect(items).toEqual(alone.problems);
  const errors = items.filter(({ severity }) => severity === "error").length;
  expect(judgement.counts).toMatchObject({ new: alone.people.length, errors });
  expect(errors).toBeGreaterThan(5);
  expect(judgement.hasMarkedFile).toBe(true);
  expect(await world.state()).toEqual(before);
});

test("a file that names another agency is told, once and first; an abbreviated name is the same one", async () => {
  const world = new ImportWorld();
  const wrong = await world.bring(siasnCsv({ "INSTANSI KERJA": "Pemerintah Kota Lain" }));
  await world.judge(wrong);
  const { items } = await tellProblems(world.files, (await judgedOf(world)).judgement, undefined);
  expect(items).toMatchObject([
    { row: 0, code: "instansi-other", severity: "warning", value: "Pemerintah Kota Lain" },
  ]);

  world.clock.advance({ minutes: 1 });
  await world.judge(await world.bring(siasnCsv({ "INSTANSI KERJA": "Pemkab. Contoh" })));
  const right = await tellProblems(world.files, (await judgedOf(world)).judgement, undefined);
  expect(right.items).toEqual([]);
});

test("a file's name is told as it can be seen, because officers approve by it", async () => {
  const world = new ImportWorld();
  await world.judge(
    await world.bring(siasnCsv({}), { fileName: "pegawai\u202evsc.\r\nexe\ud800" }),
  );

  expect(await judgedOf(world)).toMatchObject({ fileName: "pegawaivsc. exe" });
});

test("of two judgements at the same time one stands, with its own results", async () => {
  const world = new ImportWorld();
  const id = await world.bring(siasnCsv({}));

  const outcomes = await Promise.all([world.judge(id), world.judge(id)]);
  expect(outcomes.toSorted()).toEqual(["judged", "known"]);
  const { judgement } = await judgedOf(world);
  const told = await tellDifference(world.files, judgement, { part: "new", from: undefined });
  expect(told.items).toMatchObject([{ row: 2, nip: "19841107 200703 1 003" }]);
});

test("a file that cannot be read is refused, and nobody can ask for it", async () => {
  const world = new ImportWorld();
  const empty = await world.bring(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]));
  expect(await world.judge(empty)).toBe("refused");
  expect((await judgedOf(world)).judgement.counts.errors).toBe(1);
  await expect(world.ask(empty)).rejects.toThrow("import-nothing-new");
});

/** The function dies as soon as it reads the records, or DynamoDB refuses. */
function failing(world: ImportWorld, error: Error) {
  const inAgency = (): AsyncGenerator<Employee> => {
    throw error;
  };
  const { employees } = world;
  return {
    employees: {
      inAgency,
      idsOf: employees.idsOf.bind(employees),
      idsOfEmails: employees.idsOfEmails.bind(employees),
      findAll: employees.findAll.bind(employees),
    },
  };
}

test("a file of which the function died twice is not looked at again", async () => {
  const world = new ImportWorld();
  const deadly = await world.bring(siasnCsv({}));
  const dying = failing(world, new Error("died"));
  for (let times = 0; times < 2; times++)
    await expect(world.judge(deadly, dying)).rejects.toThrow("died");

  expect(await world.judge(deadly)).toBe("refused");
  const { judgement } = await judgedOf(world);
  const { items } = await tellProblems(world.files, judgement, undefined);
  expect(items.map(({ code }) => code)).toEqual(["file-unjudged"]);
});

test("a table that is throttled is not the file's fault, however often", async () => {
  const world = new ImportWorld();
  const id = await world.bring(siasnCsv({}));
  const throttled = new Error("Too fast.");
  throttled.name = "ThrottlingException";
  for (let times = 0; times < 5; times++)
    await expect(world.judge(id, failing(world, throttled))).rejects.toThrow("Too fast.");

  expect(await world.judge(id)).toBe("judged");
  expect((await judgedOf(world)).judgement.counts).toMatchObject({ new: 1, errors: 0 });
});

test("a form for a file is given until it has come, so that nothing takes its place", async () => {
  const world = new ImportWorld();
  const requestId = "0b9f6a52-38f5-4c92-9f7c-6f2f4d2f9c11";
  const by = { ...budi, employeeId: budi.id, units: undefined };
  const begin = () => beginImport(world, { requestId, fileName: "a.csv", size: 3 }, by);
  const { id, upload } = await begin();
  expect(upload).toBeDefined();
  expect(await begin()).toEqual({ id, upload });

  await world.files.putUpload(id, siasnCsv({}));
  await world.imports.begin(id);
  expect(await begin()).toEqual({ id });
  await world.judge(id);
  expect(await begin()).toEqual({ id });
});

test("a file that has vanished, and an import nobody began, are left alone", async () => {
  const world = new ImportWorld();
  const id = await world.bring(siasnCsv({}));
  world.files.uploads.clear();

  expect(await world.judge(id)).toBe("vanished");
  expect(await world.judge("imp_other")).toBe("known");
  expect(await world.found(id)).toMatchObject({ state: "uploading" });
});

test("a number of another agency, or of a record that cannot be read, is an error and not a newcomer", async () => {
  const elsewhere = anEmployee({
    ...{ id: "emp_lain", nip: aNip("198411072007031003"), instansiId: "ins_lain" },
    email: "lain@lain.example",
  });
  const world = new ImportWorld(elsewhere);
  await world.judge(await world.bring(siasnCsv({})));
  const { judgement } = await judgedOf(world);

  expect(judgement.counts).toMatchObject({ new: 0, errors: 1 });
  const { items } = await tellProblems(world.files, judgement, undefined);
  expect(items).toMatchObject([{ row: 2, code: "nip-taken" }]);
});

test("an address of another agency's person is an error", async () => {
  const elsewhere = anEmployee({
    ...{ id: "emp_lain", instansiId: "ins_lain", email: "pegawai.0@contoh.example" },
  });
  const world = new ImportWorld(elsewhere);
  await world.judge(await world.bring(siasnCsv({})));
  const { judgement } = await judgedOf(world);

  const { items } = await tellProblems(world.files, judgement, undefined);
  expect(items).toMatchObject([{ row: 2, column: "EMAIL", code: "email-taken" }]);
});

test("what was found is told part by part, and an unknown part is none", async () => {
  const world = new ImportWorld();
  const rows = Array.from({ length: 250 }, (_, i) => ({
    "NIP BARU": `19841107200703${1}${String(i + 100)}`,
    ...{ NIK: "", EMAIL: `orang.${i}@contoh.example` },
  }));
  await world.judge(await world.bring(siasnCsv(...rows)));
  const { judgement } = await judgedOf(world);
  const part = (from?: string) => tellDifference(world.files, judgement, { part: "new", from });

  const first = await part();
  expect([first.items.length, first.next]).toEqual([200, "1"]);
  const second = await part(first.next);
  expect([second.items.length, second.next]).toEqual([50, undefined]);
  expect(second.items[0]?.row).toBe(202);
  await expect(part("2")).rejects.toThrow("no such part");
  await expect(part("x")).rejects.toThrow("no such part");
  const changed = await tellDifference(world.files, judgement, {
    part: "changed",
    from: undefined,
  });
  expect(changed).toEqual({ items: [] });
  // Budi and Citra are not in the file.
  const gone = await tellDifference(world.files, judgement, { part: "gone", from: undefined });
  expect(gone.items).toMatchObject([{ id: expect.any(String) }, { unitKerja: expect.any(String) }]);
});

test.each([
  [100, false],
  [101, true],
])("of %i people whom another agency has the log tells: %s", async (count, isTold) => {
  const warned = vi.spyOn(logger, "warn").mockReturnValue();
  const rows = Array.from({ length: count }, (_, i) => `198411072007031${String(i + 100)}`);
  const others = rows.map((nip, i) =>
    anEmployee({
      ...{ id: `emp_x${i}`, instansiId: "ins_lain", email: `x${i}@contoh.example` },
      nip: aNip(nip),
    }),
  );
  const world = new ImportWorld(...others);
  const id = await world.bring(
    siasnCsv(
      ...rows.map((nip, i) => ({ "NIP BARU": nip, NIK: "", EMAIL: `x${i}@contoh.example` })),
    ),
  );
  await world.judge(id);

  const told = { importId: id, instansiId: "ins_contoh", officerId: budi.id, taken: count };
  expect(warned.mock.calls).toEqual(isTold ? [["import.many-taken", told]] : []);
});
