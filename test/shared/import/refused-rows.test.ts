/** Rows that were right when the file was judged, and are refused when it is applied. */
import { expect, test } from "vitest";
import { fullName } from "#shared/employee/employee.ts";
import { groupNip } from "#shared/employee/nip.ts";
import { tellImports } from "#shared/import/tell-imports.ts";
import { aNip } from "../../support/builders.ts";
import { budi, citra, ImportWorld } from "../../support/import-world.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { fileOf, nipOf, personOf, rowOf } from "./import-rows.ts";
import { siasnCsv } from "./siasn-files.ts";

const reader = {
  ...{ employeeId: budi.id, instansiId: budi.instansiId, employee: budi },
  ...{ roles: [aGrant("petugas")], units: undefined },
};

test("who brought the file does not change the own record by it, though somebody else asks for it", async () => {
  const world = new ImportWorld(personOf(0, { golongan: "III/a" }));
  const id = await world.bring(fileOf(1), { employeeId: "emp_0" });
  await world.judge(id);
  await world.ask(id);
  await world.approve(id);
  await world.workToEnd();

  expect(await world.refusedRows()).toMatchObject([{ row: 2, code: "own-record" }]);
  expect(await world.employees.find("emp_0")).toMatchObject({ golongan: "III/a", revision: 1 });
});

test("nobody of the two changes the own record, and no file ends a role holder's sessions", async () => {
  const world = new ImportWorld(personOf(1));
  world.roles.set("emp_1", aGrant("petugas"));
  const own = {
    ...{ "NIP BARU": budi.nip, "TANGGAL LAHIR": "01-01-1970", "TMT CPNS": "01-03-1995" },
    ...{ "TMT PNS": "01-03-1996", EMAIL: "budi@contoh.example" },
  };
  const before = await world.employees.find(budi.id);
  const bulk = await world.apply(
    siasnCsv(rowOf(0, own), rowOf(1, { EMAIL: "lain@contoh.example" })),
  );

  expect(bulk).toMatchObject({ state: "done", done: 0, refused: 2, approvedBy: citra.id });
  expect(await world.refusedRows()).toMatchObject([
    { row: 2, code: "own-record" },
    { row: 3, code: "change-needs-operators" },
  ]);
  expect(await world.employees.find(budi.id)).toEqual(before);
  expect(await world.employees.find("emp_1")).toMatchObject({ email: "orang.1@contoh.example" });
});

test("two people who exchange their addresses are told so, and neither is changed", async () => {
  const world = new ImportWorld(personOf(0), personOf(1));
  const rows = [rowOf(0, { EMAIL: rowOf(1).EMAIL }), rowOf(1, { EMAIL: rowOf(0).EMAIL })];
  const id = await world.bring(siasnCsv(...rows));
  await world.judge(id);

  const { judgement } = await world.found(id);
  expect(judgement?.counts).toMatchObject({ changed: 0, errors: 2, rowsWithErrors: 2 });
  await expect(world.ask(id)).rejects.toThrow("import-has-errors");
  await expect(world.ask(id, { mode: "good-rows" })).rejects.toThrow("import-nothing-new");
});

test("an address that somebody has taken since is refused at its row, and the others go on", async () => {
  const world = new ImportWorld();
  const id = await world.bring(fileOf(3));
  await world.judge(id);
  await world.ask(id);
  await world.approve(id);
  const thief = personOf(9, { email: rowOf(1).EMAIL });
  await world.employees.add(thief, {
    ...{ subjectId: thief.id, revision: 1, at: "", actor: { role: "import" } },
    ...{ action: "registered", changes: [] },
  });
  await world.workToEnd();

  expect(await world.bulkOf(id)).toMatchObject({ done: 2, refused: 1, state: "done" });
  expect(await world.refusedRows()).toMatchObject([{ row: 3, code: "email-taken" }]);
});

test("a number that somebody has registered since is refused, not overwritten", async () => {
  const world = new ImportWorld();
  const id = await world.bring(fileOf(2));
  await world.judge(id);
  await world.ask(id);
  await world.approve(id);
  const faster = personOf(0, { name: "Lain" });
  await world.employees.add(faster, {
    ...{ subjectId: faster.id, revision: 1, at: "", actor: { role: "officer" } },
    ...{ action: "registered", changes: [] },
  });
  await world.workToEnd();

  expect(await world.refusedRows()).toMatchObject([{ row: 2, code: "nip-taken" }]);
  expect(await world.employees.find("emp_0")).toMatchObject({ name: "Lain", revision: 1 });
});

test("a number that has become somebody's former one is refused, and the step goes on", async () => {
  const world = new ImportWorld(personOf(5));
  const id = await world.bring(fileOf(2));
  await world.judge(id);
  await world.ask(id);
  await world.approve(id);
  const before = await world.employees.find("emp_5");
  if (!before) throw new Error("There is no such person.");
  const from = { nip: aNip(nipOf(0)), until: "2026-11-26T02:00:00.000Z" };
  const after = { ...before, formerNips: [from], revision: 2 };
  const entry = { subjectId: after.id, revision: 2, at: "", actor: { role: "officer" } } as const;
  const told = { ...entry, action: "changed", changes: [] } as const;
  await world.employees.save({ seen: 1, before, after, cardChanged: false, entry: told });
  await world.workToEnd();

  expect(await world.refusedRows()).toMatchObject([{ row: 2, code: "nip-taken" }]);
  expect(await world.bulkOf(id)).toMatchObject({ state: "done", done: 1, refused: 1 });
});

test("who is refused is told with row, NIP and name, and the file back has them beside what was wrong before", async () => {
  const world = new ImportWorld(personOf(0, { golongan: "III/a" }), personOf(1));
  world.roles.set("emp_1", aGrant("petugas"));
  const rows = [
    rowOf(0),
    rowOf(1, { EMAIL: "lain@contoh.example" }),
    rowOf(2),
    rowOf(3, { EMAIL: "x" }),
  ];
  const id = await world.bring(siasnCsv(...rows), { employeeId: "emp_0" });
  await world.judge(id);
  await world.ask(id, { mode: "good-rows" });
  const bulk = await world.approve(id);
  await world.workToEnd();

  const person = (i: number) => ({ nip: groupNip(aNip(nipOf(i))), name: personOf(i).name });
  expect(await world.refusedRows()).toEqual([
    { row: 2, code: "own-record", ...person(0) },
    { row: 3, code: "change-needs-operators", ...person(1) },
  ]);
  const marked = async () => (await tellImports(world, [await world.found(id)], reader))[0]?.marked;
  expect(await marked()).toBe("making");
  expect(await world.mark()).toEqual(["marked"]);
  expect(await marked()).toBe("ready");
  const { judgement } = await world.found(id);
  const text = new TextDecoder().decode(world.files.marked.get(judgement?.folder ?? ""));
  const notes = text
    .split("\r\n")
    .map((line) => line.split(/[;,]/)[0]?.replaceAll(/["\ufeff]/g, ""));
  expect(notes.slice(0, 5)).toEqual([
    ...["MASALAH", "own-record.", "change-needs-operators.", ""],
    expect.stringContaining("email-malformed"),
  ]);

  world.messages.push(bulk.id);
  expect(await world.step()).toBe("over");
  expect(world.files.toMark).toEqual([]);
});

test("a file that is not the one that was judged is not marked", async () => {
  const world = new ImportWorld(personOf(0, { golongan: "III/a" }));
  const id = await world.bring(fileOf(1), { employeeId: "emp_0" });
  await world.judge(id);
  await world.ask(id);
  await world.approve(id);
  await world.workToEnd();
  await world.files.putUpload(id, fileOf(2));

  expect(await world.mark()).toEqual(["vanished"]);
  expect(world.files.marked.size).toBe(0);
});

test("who stopped an import, when and why, is told", async () => {
  const world = new ImportWorld();
  const id = await world.bring(fileOf(60));
  await world.judge(id);
  await world.ask(id);
  const bulk = await world.approve(id);
  await world.step();
  world.clock.advance({ minutes: 1 });
  await world.bulks.stop(bulk.id, { why: "asked", at: world.clock.now(), by: citra.id });

  const [told] = await tellImports(world, [await world.found(id)], reader);
  expect(told).toMatchObject({
    ...{ state: "stopped", marked: "none" },
    stopped: { why: "asked", at: "2026-11-26T03:01:00.000Z", by: fullName(citra) },
  });
});
