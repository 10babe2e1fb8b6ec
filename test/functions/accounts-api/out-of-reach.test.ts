/** What was asked for reaches no further than its officers do: a person who went to another unit or agency meanwhile is not theirs. */
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { logger } from "#shared/runtime/logger.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { aNip } from "../../support/builders.ts";
import { change } from "../../support/employees-in-memory.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { bayu, budi, rahayu, rini, siti } from "./accounts-api-under-test.ts";
import { decreeWorld } from "./decree-world.ts";

const away = { unitKerja: "Inspektorat" };
const other = { instansiId: "ins_lain", instansi: "Pemerintah Kota Lain" };
let world: Awaited<ReturnType<typeof decreeWorld>>;

beforeEach(async () => {
  vi.spyOn(logger, "info").mockReturnValue();
  world = await decreeWorld();
  // Of Siti's unit alone: Bayu asks, Rini decides.
  const { unitKerja } = siti;
  world.roles.set(bayu.id, aGrant("petugas", { unitKerja }));
  world.roles.set(rini.id, aGrant("penyetuju", { unitKerja }));
});

const said = () => ({ reason: "SK 12/2026", requestId: randomUUID() });
const newest = async () => (await world.employees.find(siti.id)) ?? siti;
const asking = {
  "record-change": async () => ({
    revision: (await newest()).revision,
    values: { name: "Siti Lainnya" },
  }),
  "nip-change": async () => ({
    revision: (await newest()).revision,
    nip: aNip("198405022015032939"),
  }),
  "mfa-reset": async () => ({ mode: "absent", paper: "ktp", ticket: "T-7" }),
} as const;

test.each(Object.entries(asking))(
  "%s of a person who has left the unit is outdated",
  async (way, body) => {
    const asked = await world.post(bayu, `${siti.id}/${way}`, { ...said(), ...(await body()) });
    expect(asked.status).toBe(201);
    await change(world.employees, await newest(), away, world.clock);

    expect((await world.decide(rini, asked)).body).toMatchObject({
      code: "approval-subject-changed",
    });
    expect(await newest()).toMatchObject({ name: siti.name, nip: siti.nip });
  },
);

test("a decree that a unit asked for is not approved once the person is another unit's", async () => {
  const asked = await world.ask({ by: bayu });
  await change(world.employees, await newest(), away, world.clock);

  expect((await world.decide(rini, asked)).body).toMatchObject({
    code: "approval-subject-changed",
  });
  expect(world.decrees.all).toEqual([]);
});

test("who works in another agency reads and withdraws nothing that was asked for in the former one", async () => {
  const asked = await world.ask();
  await change(world.employees, budi, other, world.clock);
  world.roles.set(budi.id, aGrant("petugas", { instansiId: other.instansiId }));

  expect((await world.get(budi, "approvals")).body).toEqual({ waiting: [], own: [] });
  expect((await world.decide(budi, asked, "withdraw")).status).toBe(404);
});

test("of a person who came, what the former agency asked for is not told", async () => {
  await world.ask();
  await change(world.employees, await newest(), other, world.clock);
  await change(world.employees, bayu, other, world.clock);
  world.roles.set(bayu.id, aGrant("petugas", { instansiId: other.instansiId }));

  expect((await world.get(bayu, `${siti.id}/matters`)).body).toMatchObject({ requests: [] });
});

test("of two moves that wait, the second is none any more once the first is approved", async () => {
  const { id } = await world.planned();
  const first = await world.change(id, "move", { tmt: "2027-05-01" });
  await world.change(id, "withdraw");
  await world.decide(rahayu, first);

  expect((await world.get(budi, `${siti.id}/decrees`)).body).not.toHaveProperty("items.0.asked");
});

test("the agency's list names nobody who has left it", async () => {
  await world.planned();
  await change(world.employees, rahayu, other, world.clock);
  const { body } = await world.get(budi, "decrees");

  expect(body).toMatchObject({ items: [{ askedBy: "Budi Petugasanto" }] });
  expect(body).not.toHaveProperty("items.0.approvedBy");
});

test.each([
  ["skDate", "day-too-early", { skDate: "0202-05-05" }],
  ["until", "day-too-far", { kind: "position", to: { kedudukanHukum: "02" }, until: "9999-12-31" }],
])("%s that is a slip of the finger is %s", async (field, code, paper) => {
  expect(await world.ask(paper)).toMatchObject({
    status: 422,
    body: { problems: [{ field, code }] },
  });
});

test("a release that was given back is over for the other agency, also where it had been asked to take the person in", async () => {
  const at = world.clock.now().toISOString();
  await world.agencies.save(anAgency({ id: other.instansiId, name: other.instansi }), {
    ...{ subjectId: "agency#ins_lain", revision: 1, at, actor: { role: "operator" } },
    ...{ action: "registered", changes: [] },
  });
  await change(world.employees, bayu, other, world.clock);
  world.roles.set(bayu.id, aGrant("petugas", { instansiId: other.instansiId }));
  const release = async () => {
    const { revision } = await newest();
    const source = { number: "824/7/2026" };
    const body = { ...said(), revision, to: other.instansiId, source };
    const asked = await world.post(budi, `${siti.id}/transfer`, body);
    expect((await world.decide(rahayu, asked)).status).toBe(200);
  };
  const arriving = async () => (await world.get(bayu, "transfers")).body;
  const place = { unitKerja: "Dinas Arsip", jabatan: "Arsiparis" };

  await release();
  await world.post(bayu, `transfers/${siti.id}/accept`, { ...said(), ...place });
  expect(await arriving()).toMatchObject({ items: [{ asked: true }] });
  await world.post(bayu, `transfers/${siti.id}/return`, { reason: "Belum ada formasi" });
  expect((await world.get(bayu, "approvals")).body).not.toHaveProperty("own.0.subject.name");
  await release();
  expect(await arriving()).toMatchObject({ items: [{ id: siti.id }] });
  expect(await arriving()).not.toHaveProperty("items.0.asked");
});
