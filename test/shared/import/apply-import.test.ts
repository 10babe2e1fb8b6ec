import { expect, test } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { aNip } from "../../support/builders.ts";
import { budi, citra, ImportWorld } from "../../support/import-world.ts";
import { fileOf, nipOf, personOf, rowOf } from "./import-rows.ts";
import { siasnCsv } from "./siasn-files.ts";

test("new people get a record, an account and a line of history that names both who decided", async () => {
  const world = new ImportWorld();
  const bulk = await world.apply(fileOf(30));

  expect(bulk).toMatchObject({ state: "done", done: 30, unchanged: 0, refused: 0 });
  const person = await world.employees.findByNip(aNip(nipOf(7)));
  if (!person) throw new Error("Nobody has the number.");
  const email = "orang.7@contoh.example";
  expect(person).toMatchObject({ email, instansiId: "ins_contoh", golongan: "III/c", revision: 1 });
  expect(person.instansi).toBe(budi.instansi);
  expect(await world.accountRecords.summary(person.id)).toMatchObject({ state: "not-activated" });
  const [line, ...more] = world.employees.history.filter((each) => each.subjectId === person.id);
  expect(more).toEqual([]);
  expect(line).toMatchObject({
    ...{ action: "registered", actor: { role: "import", id: budi.id }, approvedBy: citra.id },
    reason: "Pindah ke Kartu, SK 12/2026",
  });
});

test("new people get the name that the agency has when they are let in, not the one of when their file was brought", async () => {
  const world = new ImportWorld();
  const id = await world.bring(fileOf(1));
  await world.judge(id);
  await world.ask(id);
  await world.approve(id);
  const renamed = anAgency({ id: "ins_contoh", name: "Kabupaten Contoh Raya", revision: 1 });
  await world.agencies.save(renamed, {
    ...{ subjectId: "agency#ins_contoh", revision: 1, at: "2026-11-26T03:00:00.000Z" },
    ...{ actor: { role: "operator" }, action: "registered", changes: [] },
  });
  await world.workToEnd();

  const person = await world.employees.findByNip(aNip(nipOf(0)));
  expect(person?.instansi).toBe("Kabupaten Contoh Raya");
});

test("the same file twice changes nothing: there is nothing to ask for", async () => {
  const world = new ImportWorld();
  await world.apply(fileOf(3));
  const before = await world.state();
  const again = await world.bring(fileOf(3));
  await world.judge(again);

  const { judgement } = await world.found(again);
  expect(judgement?.counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
  await expect(world.ask(again)).rejects.toThrow("import-nothing-new");
  expect(await world.state()).toEqual(before);
});

test("a PPPK Paruh Waktu becomes a PPPK by a file that says so, in the difference and in the record", async () => {
  const nip = "199104102025212004";
  const row = {
    ...{ "NIP BARU": nip, "TANGGAL LAHIR": "10-04-1991", "JENIS KELAMIN": "F" },
    ...{ "TMT CPNS": "01-10-2025", "TMT PNS": "01-10-2025", "KEDUDUKAN HUKUM": "PPPK Aktif" },
  };
  const partTime = { ...row, "JENIS PEGAWAI": "PPPK Paruh Waktu", "GOL AKHIR": "" };
  const world = new ImportWorld();
  await world.apply(siasnCsv(rowOf(0, partTime)));
  const before = await world.employees.findByNip(aNip(nip));
  expect(before).toMatchObject({ kind: "PPPK-PW", revision: 1 });
  expect(before?.golongan).toBeUndefined();
  await world.apply(siasnCsv(rowOf(0, { ...row, "JENIS PEGAWAI": "PPPK", "GOL AKHIR": "IX" })));

  const after = await world.employees.findByNip(aNip(nip));
  expect(after).toMatchObject({ kind: "PPPK", golongan: "IX", revision: 2 });
  const line = world.employees.history.find(
    (each) => each.subjectId === after?.id && each.revision === 2,
  );
  expect(line?.changes).toEqual([
    { field: "kind", from: "PPPK-PW", to: "PPPK" },
    { field: "golongan", to: "IX" },
  ]);
});

test("a record of which something else has moved on is changed; one whose changed field has moved is refused", async () => {
  const world = new ImportWorld(
    personOf(0, { golongan: "III/a" }),
    personOf(1, { golongan: "III/a" }),
    personOf(2, { golongan: "III/a" }),
  );
  const id = await world.bring(fileOf(3));
  await world.judge(id);
  const move = async (i: number, change: Partial<Employee>) => {
    const before = await world.employees.find(`emp_${i}`);
    if (!before) throw new Error("There is no such person.");
    const after = { ...before, ...change, revision: before.revision + 1 };
    const entry = { subjectId: after.id, revision: after.revision, at: after.updatedAt };
    const told = { ...entry, actor: { role: "officer" }, action: "changed", changes: [] } as const;
    await world.employees.save({ seen: 1, before, after, cardChanged: false, entry: told });
  };
  await move(0, { photoId: "pho_new" });
  await move(1, { golongan: "III/b" });
  await move(2, { golongan: "III/c" });
  await world.ask(id);
  await world.approve(id);
  await world.workToEnd();

  const counts = { done: 1, refused: 1, unchanged: 1, state: "done" };
  expect(await world.bulkOf(id)).toMatchObject(counts);
  const of = async (i: number) => await world.employees.find(`emp_${i}`);
  expect(await of(0)).toMatchObject({ golongan: "III/c", photoId: "pho_new", revision: 3 });
  expect(await of(1)).toMatchObject({ golongan: "III/b", revision: 2 });
  expect(await world.refusedRows()).toMatchObject([{ row: 3, code: "record-changed" }]);
});

test.each<[string, Partial<Employee>]>([
  ["another agency's", { instansiId: "ins_khayalan" }],
  ["joined into another one", { joinedInto: "emp_other" }],
])("a record that is %s by now is left alone, and told", async (_, now) => {
  const world = new ImportWorld(personOf(0, { golongan: "III/a" }));
  const id = await world.bring(fileOf(1));
  await world.judge(id);
  const before = await world.employees.find("emp_0");
  if (!before) throw new Error("There is no such person.");
  const after = { ...before, ...now, revision: 2 };
  const entry = { subjectId: after.id, revision: 2, at: after.updatedAt, changes: [] };
  const told = { ...entry, actor: { role: "officer" }, action: "changed" } as const;
  await world.employees.save({ seen: 1, before, after, cardChanged: false, entry: told });
  await world.ask(id);
  await world.approve(id);
  await world.workToEnd();

  expect(await world.refusedRows()).toMatchObject([{ row: 2, code: "record-missing" }]);
  expect(await world.employees.find("emp_0")).toEqual(after);
});

test("a moved address keeps the account's notices: the old one hears of it, and codes wait", async () => {
  const world = new ImportWorld(personOf(0, { email: "lama@contoh.example" }));
  await world.apply(fileOf(1));

  expect(await world.employees.find("emp_0")).toMatchObject({
    email: "orang.0@contoh.example",
    emailChangedAt: "2026-11-26T03:00:00.000Z",
    sessionsFrom: "2026-11-26T03:00:00.000Z",
    emailMoves: [{ from: "lama@contoh.example", approvedBy: citra.id }],
  });
});

test("results that are not those of the judgement stop it before anybody is written", async () => {
  for (const harm of ["contents.json", "new/0.json"]) {
    const world = new ImportWorld();
    const id = await world.bring(fileOf(2));
    await world.judge(id);
    await world.ask(id);
    await world.approve(id);
    const before = await world.state();
    const key = [...world.files.texts.keys()].find((each) => each.endsWith(harm)) ?? "";
    await world.files.put(
      key,
      (await world.files.read(key))?.replace(/AYU|[0-9a-f]{4}/, "BUDI") ?? "",
    );

    expect(await world.step()).toBe("missing");
    expect(await world.bulkOf(id)).toMatchObject({ state: "stopped", stop: "missing" });
    expect(await world.state()).toEqual(before);
  }
});

test("a stopped import leaves the rest alone", async () => {
  const world = new ImportWorld();
  const id = await world.bring(fileOf(60));
  await world.judge(id);
  await world.ask(id);
  const bulk = await world.approve(id);
  await world.step();
  await world.bulks.stop(bulk.id, { why: "asked", at: world.clock.now() });
  await world.workToEnd();

  expect(await world.bulkOf(id)).toMatchObject({ state: "stopped", done: 50 });
  const people = await Array.fromAsync(world.employees.inAgency("ins_contoh"));
  expect(people).toHaveLength(52);
});

test("an import is applied whole, page behind page and newcomers first", async () => {
  const changed = Array.from({ length: 30 }, (_, i) => personOf(i, { golongan: "III/a" }));
  const world = new ImportWorld(...changed);
  const id = await world.bring(siasnCsv(...Array.from({ length: 89 }, (_, i) => rowOf(i))));
  await world.judge(id);
  await world.ask(id);
  await world.approve(id);
  const cursors: string[] = [];
  while (world.messages.length > 0) {
    await world.step();
    world.messages.shift();
    cursors.push((await world.bulkOf(id)).cursor);
  }

  const steps = ["new.0.50", "changed.0.0", "changed.0.0"];
  expect(cursors).toEqual(steps);
  expect(await world.bulkOf(id)).toMatchObject({ done: 89, state: "done" });
});
