/** A person moves to another agency, which both agree to (decision 0053). */
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { logger } from "#shared/runtime/logger.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { change } from "../../support/employees-in-memory.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import {
  accountsApiUnderTest,
  bayu,
  budi,
  elsewhere,
  rahayu,
  rini,
  siti,
  type World,
} from "./accounts-api-under-test.ts";

const other = { instansiId: "ins_lain", instansi: "Pemerintah Kota Lain" };
const source = { number: "824/7/2026", day: "2026-11-20" };
const place = { unitKerja: "Dinas Arsip", jabatan: "Arsiparis" };
let world: World;

/** Bayu is the other agency's petugas, Rini its penyetuju. */
beforeEach(async () => {
  vi.spyOn(logger, "info").mockReturnValue();
  world = await accountsApiUnderTest();
  const at = world.clock.now().toISOString();
  await world.agencies.save(anAgency({ id: other.instansiId, name: other.instansi, zone: "WIT" }), {
    ...{ subjectId: "agency#ins_lain", revision: 1, at, actor: { role: "operator" } },
    ...{ action: "registered", changes: [] },
  });
  for (const [officer, role] of [
    [bayu, "petugas"],
    [rini, "penyetuju"],
  ] as const) {
    await change(world.employees, officer, other, world.clock);
    world.roles.set(officer.id, aGrant(role, { instansiId: other.instansiId }));
  }
});

type Asked = Awaited<ReturnType<World["post"]>>;
const said = () => ({ reason: "Pindah atas permintaan", requestId: randomUUID() });
const newest = async () => (await world.employees.find(siti.id)) ?? siti;
const ask = async (more: Record<string, unknown> = {}, by: Employee = budi) =>
  world.post(by, `${siti.id}/transfer`, {
    ...{ ...said(), revision: (await newest()).revision, to: other.instansiId, source },
    ...more,
  });
const accept = (by: Employee = bayu, more: object = {}) =>
  world.post(by, `transfers/${siti.id}/accept`, { ...said(), ...place, ...more });
const released = async () => {
  const asked = await ask();
  expect((await world.decide(rahayu, asked)).status).toBe(200);
};
const ofSiti = async () => (await world.get(budi, `${siti.id}/transfer`)).body;
const eventsOf = async (each: Employee) =>
  (await world.accountHistory.page({ employeeId: each.id, limit: 20 })).items.map(
    ({ action }) => action,
  );

test("two of each agency agree, and one transaction moves the person, with all four in the history", async () => {
  const asked = await ask();
  expect(asked).toMatchObject({
    status: 201,
    body: { change: { kind: "transfer-out", to: other.instansi, source } },
  });
  expect((await world.get(bayu, "transfers")).body).toEqual({ items: [] });
  expect((await world.decide(rahayu, asked)).status).toBe(200);
  expect(await newest()).toEqual(siti);
  expect(await ofSiti()).toMatchObject({ transfer: { state: "released", to: other.instansi } });
  expect((await world.get(bayu, "transfers")).body).toMatchObject({
    items: [{ id: siti.id, name: "Siti Rahma", instansi: siti.instansi, source }],
  });
  expect(JSON.stringify((await world.get(bayu, "transfers")).body)).not.toContain(siti.nip);

  const taken = await accept();
  expect(taken).toMatchObject({
    status: 201,
    body: { change: { kind: "transfer-in", to: place, from: { instansi: siti.instansi } } },
  });
  expect((await world.get(bayu, "transfers")).body).toMatchObject({ items: [{ asked: true }] });
  const saves = world.employees.saves.length;
  expect((await world.decide(rini, taken)).status).toBe(200);

  expect(await newest()).toMatchObject({ ...other, ...place, zone: "WIT", nip: siti.nip });
  expect(world.employees.saves).toHaveLength(saves + 1);
  expect(world.employees.saves.at(-1)?.entry).toMatchObject({
    ...{ action: "transferred", source, actor: { role: "officer", id: bayu.id } },
    ...{ approvedBy: rini.id, releasedBy: { asker: budi.id, approver: rahayu.id } },
  });
  expect((await world.accountRecords.summary(siti.id))?.instansiId).toBe(other.instansiId);
  expect(await world.transfers.find(siti.id)).toMatchObject({ ending: "moved" });
});

test("the history goes along and access does not: the former agency opens nothing, the new one sees none of its names", async () => {
  await released();
  await world.decide(rini, await accept());

  expect((await world.get(budi, siti.id)).status).toBe(404);
  expect((await world.get(budi, `${siti.id}/transfer`)).status).toBe(404);
  expect((await world.get(bayu, siti.id)).status).toBe(200);
  const own = await world.get(budi, "approvals");
  expect(own.body).toMatchObject({ own: [{ state: "approved", subject: { id: siti.id } }] });
  expect(JSON.stringify(own.body)).not.toContain(place.unitKerja);
  expect(JSON.stringify(own.body)).not.toContain("Siti");
});

test("the holder and both who released hear of it; a return and a withdrawal too, with the reason where it is read", async () => {
  await released();
  await world.decide(rini, await accept());
  expect(await eventsOf(siti)).toContain("transferred");
  for (const each of [budi, rahayu]) expect(await eventsOf(each)).toEqual(["transfer-ended"]);
});

test("the other agency gives back, and nothing changes; it can be asked for again", async () => {
  await released();
  const reason = "Belum ada formasi";
  expect((await world.post(bayu, `transfers/${siti.id}/return`, { reason })).status).toBe(204);

  expect(await newest()).toEqual(siti);
  expect(await ofSiti()).toMatchObject({ transfer: { state: "returned", endReason: reason } });
  expect(await eventsOf(budi)).toEqual(["transfer-ended"]);
  expect(await accept()).toMatchObject({ status: 409, body: { code: "transfer-over" } });
  expect((await ask()).status).toBe(201);
});

test("the agency takes a release back, also while the other one's penyetuju has it before them", async () => {
  await released();
  const taken = await accept();
  const withdraw = () =>
    world.post(budi, `${siti.id}/transfer/withdraw`, { reason: "Batal pindah" });
  expect(await withdraw()).toMatchObject({ body: { transfer: { state: "withdrawn" } } });
  expect(await withdraw()).toMatchObject({ status: 409, body: { code: "transfer-over" } });

  expect((await world.get(rini, "approvals")).body).toMatchObject({
    waiting: [{ isOutdated: true }],
  });
  expect(await world.decide(rini, taken)).toMatchObject({
    status: 409,
    body: { code: "approval-subject-changed" },
  });
  expect(await newest()).toEqual(siti);
});

test("after thirty days nobody takes the person in any more", async () => {
  await released();
  await world.later({ days: 29 });
  const taken = await accept();
  await world.later({ days: 1 });

  expect(await ofSiti()).toMatchObject({ transfer: { state: "expired" } });
  expect((await world.decide(rini, taken)).status).toBe(409);
  expect(await accept()).toMatchObject({ status: 409, body: { code: "transfer-over" } });
  expect((await world.get(bayu, "transfers")).body).toEqual({ items: [] });
});

test.each([
  [
    "the person ended meanwhile",
    async () => {
      await change(world.employees, siti, { kedudukanHukum: "77" }, world.clock);
    },
  ],
  [
    "the person got a role meanwhile",
    async () => {
      world.roles.set(siti.id, aGrant("auditor"));
    },
  ],
  [
    "the record went elsewhere meanwhile",
    async () => {
      await change(world.employees, siti, { instansiId: "ins_ketiga" }, world.clock);
    },
  ],
])("%s: it is outdated on both sides", async (_, meanwhile) => {
  const asked = await ask();
  await meanwhile();
  expect(await world.decide(rahayu, asked)).toMatchObject({
    status: 409,
    body: { code: "approval-subject-changed" },
  });
});

test("what changed in the record meanwhile goes along", async () => {
  await released();
  const taken = await accept();
  await change(world.employees, siti, { golongan: "III/d" }, world.clock);

  expect((await world.decide(rini, taken)).status).toBe(200);
  expect(await newest()).toMatchObject({ ...other, golongan: "III/d" });
});

test("of two who take in one wins, and the other one is outdated", async () => {
  await released();
  const [first, second] = [await accept(), await accept(bayu, { jabatan: "Guru" })];
  expect((await world.decide(rini, first)).status).toBe(200);
  expect((await world.decide(rini, second)).status).toBe(409);
  expect(await newest()).toMatchObject(place);
});

test("a decree of the former agency never acts, and stays readable without its names", async () => {
  const decree: Asked = await world.post(budi, `${siti.id}/decrees`, {
    ...{ kind: "promotion", to: { golongan: "III/b" }, revision: siti.revision, ...said() },
    ...{ skNumber: "823/12/2026", skDate: "2026-11-01", tmt: "2027-04-01" },
  });
  expect((await world.decide(rahayu, decree)).status).toBe(200);
  await released();
  await world.decide(rini, await accept());

  const { body } = await world.get(bayu, `${siti.id}/decrees`);
  expect(body).toMatchObject({ items: [{ state: "withdrawn", obstacle: "transferred" }] });
  expect(JSON.stringify(body)).not.toContain("Budi");
});

test("it is refused of who has a role, who has left, to the own or an unknown agency, twice at once, and by who may not", async () => {
  const refused = async (code: string, asked: Promise<Asked>) =>
    expect(JSON.stringify((await asked).body)).toContain(code);
  await refused("unknown-choice", ask({ to: "ins_contoh" }));
  await refused("unknown-choice", ask({ to: "ins_tidak_ada" }));
  await refused("record-changed", ask({ revision: 99 }));
  expect((await ask({}, elsewhere)).status).toBe(404);
  expect((await ask({}, bayu)).status).toBe(404);
  await ask();
  await refused("transfer-open", ask());
  world.roles.set(siti.id, aGrant("auditor"));
  await refused("change-needs-operators", ask());
  world.roles.set(siti.id);
  await change(world.employees, siti, { kedudukanHukum: "77" }, world.clock);
  await refused("transfer-ended", ask());
});

test("who is no petugas of the whole other agency sees nobody who may come", async () => {
  await released();
  expect((await accept(budi)).status).toBe(404);
  world.roles.set(
    bayu.id,
    aGrant("petugas", { instansiId: other.instansiId, unitKerja: "Dinas Arsip" }),
  );
  expect((await world.get(bayu, "transfers")).body).toEqual({ items: [], readOnly: true });
  expect((await accept()).status).toBe(404);
});

test("who has left since the release is not taken in", async () => {
  await released();
  await change(world.employees, siti, { kedudukanHukum: "77" }, world.clock);
  expect(await accept()).toMatchObject({ status: 409, body: { code: "transfer-ended" } });
});
