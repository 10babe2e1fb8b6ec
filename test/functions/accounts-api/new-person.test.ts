import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { logger } from "#shared/runtime/logger.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { aNip } from "../../support/builders.ts";
import { change } from "../../support/employees-in-memory.ts";
import {
  accountsApiUnderTest,
  bayu,
  budi,
  elsewhere,
  rahayu,
  rini,
  sari,
  siti,
  type World,
} from "./accounts-api-under-test.ts";

const nip = aNip("199001012015032001");
const dewi = {
  ...{ nip: "19900101 201503 2 001", kind: "PNS", name: " Dewi  Lestari ", gelarBelakang: "-" },
  ...{ tmt: "2016-03-01", kedudukanHukum: "01", golongan: "III/a", jabatan: "Arsiparis" },
  ...{ unitKerja: "Dinas Kesehatan", email: "dewi@contoh.example", phone: "" },
};
const reason = "SK 12/2026";
let world: World;

beforeEach(async () => {
  vi.spyOn(logger, "info").mockReturnValue();
  world = await accountsApiUnderTest();
});

const ask = (by: Employee = budi, entry: object = {}, requestId: string = randomUUID()) =>
  world.post(by, "people", { entry: { ...dewi, ...entry }, reason, requestId });
const approve = (asked: { body: Record<string, unknown> }, by = rahayu) => world.decide(by, asked);
const found = async () => await world.employees.findByNip(nip);

test("who decides reads what will be written, and nothing is there before", async () => {
  const { status, body } = await ask();

  expect({ status, body }).toMatchObject({
    status: 201,
    body: { state: "pending", subject: { instansiId: budi.instansiId } },
  });
  const { phone: _, gelarBelakang: __, ...filled } = dewi;
  expect(body.change).toEqual({
    kind: "new-person",
    entry: { ...filled, nip, name: "Dewi Lestari" },
  });
  expect(await found()).toBeUndefined();
});

test("what a second person approves is the record, its history and its account", async () => {
  const asked = await ask();
  expect((await approve(asked)).body).toMatchObject({
    state: "approved",
    subject: { name: "Dewi Lestari", instansi: rahayu.instansi },
  });

  const person = await found();
  expect(person).toMatchObject({
    ...{ nip, name: "Dewi Lestari", email: dewi.email, revision: 1, qrGeneration: 1 },
    ...{ instansiId: budi.instansiId, instansi: rahayu.instansi },
  });
  expect(person?.phone).toBeUndefined();
  if (!person) throw new Error("Nobody was let in.");
  expect(await world.accountRecords.summary(person.id)).toMatchObject({ state: "not-activated" });
  const line = world.employees.history.find(({ subjectId }) => subjectId === person.id);
  expect(line).toMatchObject({
    ...{ action: "registered", actor: { role: "officer", id: budi.id }, approvedBy: rahayu.id },
    reason,
  });
});

test("the record has the name that the agency has when it is approved", async () => {
  const asked = await ask();
  const renamed = anAgency({ name: "Kabupaten Contoh Raya", revision: 2 });
  await world.agencies.save(renamed, {
    ...{ subjectId: "agency#ins_contoh", revision: 2, at: world.clock.now().toISOString() },
    ...{ actor: { role: "operator" }, action: "changed", changes: [] },
  });
  await approve(asked);

  expect((await found())?.instansi).toBe("Kabupaten Contoh Raya");
});

test.each([
  ["nip-taken", { nip: sari.nip }],
  ["email-taken", { email: "EMP_SARI@contoh.example" }],
])("it is refused as %s", async (code, entry) => {
  expect(await ask(budi, entry)).toMatchObject({ status: 409, body: { code } });
});

test("of people elsewhere it is told only that there is one", async () => {
  await change(world.employees, sari, { instansiId: "ins_lain" }, world.clock);
  const answers = [await ask(budi, { nip: sari.nip }), await ask(budi, { email: sari.email })];

  expect(answers.map(({ body }) => body.code)).toEqual(["nip-elsewhere", "email-elsewhere"]);
  expect(JSON.stringify(answers)).not.toContain(sari.name);
});

test.each([
  ["nip", { nip: "1990" }, "nip-malformed"],
  ["kind", { kind: "TNI" }, "required"],
  ["kind", { kind: "PPPK" }, "kind-differs"],
  ["tmt", { tmt: "" }, "required"],
  ["tmt", { tmt: "2026-02-30" }, "day-malformed"],
  ["golongan", { golongan: "IX" }, "golongan-unknown"],
  ["kedudukanHukum", { kedudukanHukum: "71" }, "ACC_4"],
  ["birthDate", { birthDate: "1990-01-02" }, "CON_2"],
  ["name", { name: "" }, "required"],
  ["contractEnd", { contractEnd: "2027-01-01" }, "not-for-pns"],
])("what is wrong with %s is told at its field", async (field, entry, code) => {
  const { status, body } = await ask(budi, entry);

  expect(status).toBe(422);
  expect(body.problems).toContainEqual(expect.objectContaining({ field, code }));
});

test("who edits one unit lets people into that unit only", async () => {
  expect((await ask(elsewhere)).body).toMatchObject({
    problems: [{ field: "unitKerja", code: "unit-not-yours" }],
  });
  expect((await ask(elsewhere, { unitKerja: "Dinas Lain" })).status).toBe(201);
});

test("nobody decides what they asked, nor a penyetuju of another unit, nor a petugas", async () => {
  const asked = await ask(rini);
  expect((await approve(asked, rini)).body).toMatchObject({ code: "approval-own-request" });
  expect((await approve(asked, elsewhere)).status).toBe(404);
  expect((await approve(asked, bayu)).status).toBe(403);
  expect(await found()).toBeUndefined();
});

test("the same request asks once, and other people under its id are another question", async () => {
  const requestId = randomUUID();
  const [first, second, other] = [
    await ask(budi, {}, requestId),
    await ask(budi, {}, requestId),
    await ask(budi, { name: "Dewi Sartika" }, requestId),
  ];

  expect(second.body.id).toBe(first.body.id);
  expect(other.body.id).not.toBe(first.body.id);
  await approve(first);
  expect((await ask(budi, {}, requestId)).body).toMatchObject({ id: first.body.id });
});

test("of two approvals for one number at once, one lets somebody in", async () => {
  const asked = [await ask(), await ask(bayu, { email: "lain@contoh.example" })];
  const decisions = await Promise.all(asked.map((each) => approve(each)));

  expect(decisions.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(decisions.find(({ status }) => status === 409)?.body).toMatchObject({
    code: "approval-subject-changed",
  });
  const lines = world.employees.history.filter(({ action }) => action === "registered");
  expect(lines).toHaveLength(1);
});

test.each([
  ["the address", { email: dewi.email }],
  ["the number", { nip }],
])("it is outdated once somebody else has %s", async (_, taken) => {
  const asked = await ask();
  const { id, nip: other } = { id: "emp_other" as const, nip: aNip("199001012015032009") };
  await world.employees.add(
    { ...siti, id, nip: other, email: "other@contoh.example", ...taken },
    {
      subjectId: id,
      revision: 1,
      at: "",
      actor: { role: "import" },
      action: "registered",
      changes: [],
    },
  );

  const waits = await world.get(rahayu, "approvals");
  expect(waits.body.waiting).toMatchObject([{ isOutdated: true }]);
  expect((await approve(asked)).body).toMatchObject({ code: "approval-subject-changed" });
});
