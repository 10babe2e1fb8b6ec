/** Two records of one person become one, which two officers decide (decision 0054). */

import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { moveTo } from "#shared/request/requests.ts";
import { logger } from "#shared/runtime/logger.ts";
import { change } from "../../support/employees-in-memory.ts";
import { aRequest } from "../../support/requests.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
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

const source = { number: "800/7/2026", day: "2026-11-20" };
const twin = { name: "Siti Rahmah", unitKerja: "Bagian Umum" };
let world: World;

/** Sari is Siti once more: entered later, in another unit, with another golongan, and never activated. */
beforeEach(async () => {
  vi.spyOn(logger, "info").mockReturnValue();
  world = await accountsApiUnderTest();
  await change(
    world.employees,
    sari,
    { ...twin, golongan: "III/c", phone: "081234567890" },
    world.clock,
  );
});

type Asked = Awaited<ReturnType<World["post"]>>;
const said = () => ({ reason: "Satu orang, dua NIP", requestId: randomUUID() });
const recordOf = async ({ id }: Employee) => {
  const record = await world.employees.find(id);
  if (!record) throw new Error("no such record");
  return record;
};
const preview = (by: Employee = budi, nip: string = sari.nip) =>
  world.post(by, `${siti.id}/join/preview`, { nip });
const ask = async (more: object = {}, by: Employee = budi, of: Employee = siti) =>
  world.post(by, `${of.id}/join`, {
    ...{ ...said(), source, survivor: "here", taken: ["golongan", "phone"] },
    ...{ other: sari.id, revision: (await recordOf(of)).revision },
    otherRevision: (await recordOf(sari)).revision,
    ...more,
  });
const joined = async (more: object = {}) => {
  const asked = await ask(more);
  expect(asked.status).toBe(201);
  expect((await world.decide(rahayu, asked)).status).toBe(200);
};
const refused = async (code: string, asked: Promise<Asked>) =>
  expect(JSON.stringify((await asked).body)).toContain(code);
const eventsOf = async ({ id }: Employee) =>
  (await world.accountHistory.page({ employeeId: id, limit: 20 })).items.map((each) => each.action);

test("both stand side by side: who survives, where they differ, and what neither may give", async () => {
  const { status, body } = await preview();
  expect(status).toBe(200);
  expect(body).toMatchObject({
    here: { id: siti.id, isActivated: true },
    other: { id: sari.id, isActivated: false, name: "Siti Rahmah" },
    survivor: "here",
  });
  expect(body).toMatchObject({
    fields: [
      { field: "name", here: "Siti Rahma", other: "Siti Rahmah" },
      { field: "golongan", mayGive: { here: true, other: true } },
      { field: "unitKerja" },
      // Sari's account is opened by its mailbox alone; Siti's is ready.
      { field: "email", mayGive: { here: false, other: true } },
      { field: "phone", here: "" },
    ],
  });
  for (const { id: subjectId } of [siti, sari])
    expect((await world.history.readings({ subjectId, limit: 9 })).items).toMatchObject([
      { purpose: "record-read", actor: { id: budi.id } },
    ]);
});

test("two decide, and one transaction joins them: values, numbers, both histories, sessions, decrees", async () => {
  const asked = await ask();
  expect(asked).toMatchObject({
    status: 201,
    body: { change: { kind: "record-join", source, joined: { isActivated: false } } },
  });
  expect(await recordOf(siti)).toEqual(siti);
  const saves = world.employees.saves.length;
  expect((await world.decide(rahayu, asked)).status).toBe(200);

  const survivor = await recordOf(siti);
  expect(survivor).toMatchObject({
    ...{ nip: siti.nip, name: siti.name, golongan: "III/c", phone: "081234567890" },
    ...{ email: siti.email, qrGeneration: siti.qrGeneration },
    formerNips: [{ nip: sari.nip }],
    joinedRecords: [{ id: sari.id, nip: sari.nip }],
  });
  const other = await recordOf(sari);
  const over = { kedudukanHukum: "70", email: undefined, sessionsFrom: other.updatedAt };
  expect(other).toMatchObject({ joinedInto: siti.id, nip: sari.nip, ...over });
  expect(await world.employees.idOf(sari.nip)).toBe(siti.id);
  expect(await world.employees.findByNip(sari.nip)).toBeUndefined();
  const entries = world.employees.saves.slice(saves).map(({ entry }) => entry);
  expect(entries.map(({ subjectId }) => subjectId)).toEqual([siti.id, sari.id]);
  const told = { action: "records-joined", source, reason: "Satu orang, dua NIP" };
  const both = { actor: { role: "officer", id: budi.id }, approvedBy: rahayu.id };
  for (const entry of entries) expect(entry).toMatchObject({ ...told, ...both });
  expect(await eventsOf(siti)).toContain("records-joined");
});

test("an address is taken over with its mailbox's marker, and the former one is free", async () => {
  await joined({ taken: ["email"] });
  expect((await recordOf(siti)).email).toBe(sari.email);
  expect(await world.employees.idOfEmail(sari.email ?? "")).toBe(siti.id);
  expect(await world.employees.idOfEmail(siti.email ?? "")).toBeUndefined();
});

test("the other one may survive; the account that was used ends with its sessions", async () => {
  const isSignedIn = await world.sitisSession();
  await joined({ survivor: "other", taken: ["jabatan"] });
  expect(await isSignedIn()).toBe(false);
  expect(await recordOf(siti)).toMatchObject({ joinedInto: sari.id });
  expect((await world.get(budi, siti.id)).status).toBe(404);
  expect((await world.get(budi, sari.id)).status).toBe(200);
});

test("the history of what was joined is read through the survivor, and of nothing else", async () => {
  await joined();
  expect((await world.get(budi, sari.id)).status).toBe(404);
  expect((await world.get(budi, `${siti.id}/joined`)).body).toMatchObject({
    items: [{ id: sari.id }],
  });
  const history = await world.get(budi, `${siti.id}/joined/${sari.id}/history`);
  expect(history).toMatchObject({
    status: 200,
    body: { items: [{ action: "records-joined" }, {}] },
  });
  expect((await world.get(budi, `${siti.id}/joined/${budi.id}/history`)).status).toBe(404);
  expect((await world.get(elsewhere, `${siti.id}/joined/${sari.id}/history`)).status).toBe(404);
});

test("nobody is joined by who is one of them, reaches one of them only, or alone", async () => {
  world.roles.set(siti.id, aGrant("petugas"));
  world.roles.set(sari.id, aGrant("penyetuju"));
  expect((await ask({}, siti)).status).toBe(403);
  world.roles.set(siti.id);
  world.roles.set(sari.id);
  const ofUnit = aGrant("petugas", { unitKerja: siti.unitKerja });
  world.roles.set(bayu.id, ofUnit);
  await refused("join-elsewhere", preview(bayu));
  await refused("join-elsewhere", ask({}, bayu));
  const asked = await ask();
  world.roles.set(rini.id, aGrant("penyetuju", { unitKerja: siti.unitKerja }));
  expect((await world.decide(rini, asked)).status).toBe(404);
  expect((await world.get(rini, "approvals")).body).toMatchObject({ waiting: [] });
  world.roles.set(sari.id, aGrant("penyetuju"));
  expect(await world.decide(sari, asked)).toMatchObject({
    status: 403,
    body: { code: "own-record" },
  });
  expect((await world.decide(budi, asked)).status).toBe(403);
});

test.each([
  ["a shown field of the survivor", siti, { jabatan: "Arsiparis" }],
  ["a shown field of the other", sari, { phone: "081200000000" }],
  ["the agency", sari, { instansiId: "ins_lain" }],
  ["both units alike", sari, { unitKerja: siti.unitKerja }],
])("it is outdated when somebody changed %s", async (_, whose, fields) => {
  const asked = await ask();
  await change(world.employees, await recordOf(whose), fields, world.clock);
  expect((await world.get(rahayu, "approvals")).body).toMatchObject({
    waiting: [{ isOutdated: true }],
  });
  expect(await world.decide(rahayu, asked)).toMatchObject({
    status: 409,
    body: { code: "approval-subject-changed" },
  });
});

test("what else waits about the record that ended is outdated, and its decrees never act", async () => {
  const waits = await world.post(bayu, `${sari.id}/record-change`, {
    ...{ ...said(), revision: (await recordOf(sari)).revision, values: { gelarDepan: "Dr." } },
  });
  const decree = await world.post(budi, `${sari.id}/decrees`, {
    ...{ kind: "promotion", to: { golongan: "III/d" } },
    ...{ revision: (await recordOf(sari)).revision, ...said() },
    ...{ skNumber: "823/12/2026", skDate: "2026-11-01", tmt: "2027-04-01" },
  });
  expect((await world.decide(rahayu, decree)).status).toBe(200);
  await joined();

  expect(await world.decide(rahayu, waits)).toMatchObject({
    status: 409,
    body: { code: "approval-subject-changed" },
  });
  expect(await world.decrees.of(sari.id)).toMatchObject([
    { state: "withdrawn", obstacle: "joined" },
  ]);
});

test("it is refused of a role, a freeze, another kind, a transfer, an open request, an ended survivor, itself, and twice", async () => {
  await refused("join-same", preview(budi, siti.nip));
  await refused("nip-malformed", preview(budi, "123"));
  expect((await preview(budi, "199001012015031001")).status).toBe(404);
  await refused("record-changed", ask({ otherRevision: 99 }));
  await refused("join-same", ask({ other: siti.id, otherRevision: siti.revision }));
  await refused("unknown-choice", ask({ survivor: "other", taken: ["email"] }));
  await ask();
  await refused("join-asked", ask());

  await world.requests.save(moveTo(undefined, aRequest({ person: sari.id })));
  await refused("request-open", ask());
});

test.each([
  ["change-needs-operators", async () => world.roles.set(sari.id, aGrant("auditor"))],
  [
    "account-frozen",
    async () =>
      world.accountRecords.markFrozen(
        sari,
        { at: "2026-11-20T00:00:00.000Z", by: "officer", reason: "Uji" },
        world.clock.now(),
      ),
  ],
  [
    "join-ended",
    async () =>
      change(world.employees, await recordOf(sari), { diedOn: "2026-01-02" }, world.clock),
  ],
  [
    "join-other-kind",
    async () => change(world.employees, await recordOf(sari), { kind: "PPPK" }, world.clock),
  ],
] as const)("%s: neither asked for nor decided", async (code, meanwhile) => {
  const asked = await ask();
  await meanwhile();
  await refused(code, preview());
  expect((await world.decide(rahayu, asked)).status).toBe(409);
});
