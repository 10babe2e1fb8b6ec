/** What somebody who means harm tried against the engine, each as it was found. */
import { expect, test } from "vitest";
import { dataChanges } from "#shared/data-change/data-change.ts";
import {
  findOwnRequest,
  ownRequestId,
  reviseRequest,
  saveDraft,
  submitRequest,
  withdrawRequest,
} from "#shared/request/ask-request.ts";
import { type Decision, decideRequest } from "#shared/request/decide-request.ts";
import { findForOfficer } from "#shared/request/list-requests.ts";
import { passDeadlines } from "#shared/request/pass-deadlines.ts";
import type { RequestDecider } from "#shared/request/whose-turn.ts";
import { standingOf } from "#shared/session/require-session.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { change, EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { freezesInMemory } from "../../support/freezes.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { RequestsInMemory } from "../../support/requests-in-memory.ts";
import { actsInNone, aGrant, RolesInMemory } from "../../support/roles-in-memory.ts";

const siti = anEmployee({ id: "emp_siti", unitKerja: "Dinas A" });
const officers = {
  oka: aGrant("petugas"),
  tuti: aGrant("penyetuju"),
  /** Of another unit. */
  wati: aGrant("petugas", { unitKerja: "Dinas B" }),
} as const;
type Name = keyof typeof officers;
const content = (values: Record<string, string>) => ({ values });
const [degree, place] = [content({ gelarBelakang: "M.T." }), content({ birthPlace: "Cirebon" })];
const said = { code: "bts", reason: "Buram" } as const;

function world() {
  const clock = new FakeClock();
  const people = Object.keys(officers).map((name, i) =>
    anEmployee({
      ...{ id: `emp_${name}`, email: `${name}@contoh.example` },
      nip: aNip(`19850212201001202${i}`),
    }),
  );
  const employees = new EmployeesInMemory(siti, ...people);
  const roles = new RolesInMemory();
  for (const [name, grant] of Object.entries(officers)) roles.set(`emp_${name}`, grant);
  const requests = new RequestsInMemory(employees.history);
  const { freezes, ...account } = freezesInMemory(clock);
  const api = {
    ...{ requests, employees, clock, limits: new LimitsInMemory(), freezes, actsIn: actsInNone },
    kinds: { "data-change": dataChanges({ requests, employees, roles, clock }) },
    standingOf: (id: typeof siti.id) => standingOf({ employees, roles, clock }, id),
  };
  const asked = { kind: "data-change", key: "k", files: ["evd_sk"], person: siti } as const;
  const id = ownRequestId(siti, "k");
  const version = async () => (await requests.find(id))?.version ?? 0;
  const by = (name: Name): RequestDecider => ({
    ...{ employeeId: `emp_${name}`, instansiId: siti.instansiId, roles: [officers[name]] },
  });
  const decide = async (name: Name, decision: Decision) => {
    clock.advance({ minutes: 1 });
    return await decideRequest(api, { id, version: await version(), by: by(name), decision });
  };
  const revise = async (what: typeof degree, seen?: number) =>
    await reviseRequest(api, {
      ...{ id, person: siti, content: what, files: asked.files, reason: "" },
      version: seen ?? (await version()),
    });
  const freeze = async (frozen: boolean) =>
    await (frozen ? account.freeze(siti) : account.thaw(siti));
  return {
    api,
    asked,
    id,
    version,
    by,
    decide,
    revise,
    clock,
    employees,
    requests,
    freeze,
  };
}

test("an answer asks for nothing of another group, and for nothing that fewer decide", async () => {
  const { api, asked, decide, revise, employees } = world();
  await submitRequest(api, { ...asked, content: content({ jabatan: "Arsiparis" }) });
  await decide("oka", { act: "clarify", ...said });
  await expect(revise(content({ golongan: "IV/e" }))).rejects.toMatchObject({
    problems: [{ field: "values", code: "unknown-field" }],
  });
  expect((await employees.find(siti.id))?.golongan).toBe("III/a");
});

test("what is put in after somebody agreed is agreed to anew", async () => {
  const { api, asked, decide, revise, employees } = world();
  await submitRequest(api, { ...asked, content: degree });
  await decide("oka", { act: "agree" });
  await decide("tuti", { act: "clarify", ...said });
  await revise(content({ name: "Siti Orang Lain" }));
  await expect(decide("tuti", { act: "agree" })).rejects.toMatchObject({ code: "forbidden" });
  expect((await employees.find(siti.id))?.name).toBe(siti.name);
});

test("a draft that is thrown away is nobody's any more, and sends nothing", async () => {
  const { api, asked, id, by, requests, version } = world();
  await saveDraft(api, { ...asked, content: place });
  await expect(findForOfficer(api, { id, by: by("oka") })).rejects.toMatchObject({
    code: "not-found",
  });
  await withdrawRequest(api, { id, person: siti, version: await version() });

  expect(await requests.of(siti.id, { limit: 9 })).toEqual([]);
  expect(await requests.find(id)).toMatchObject({ content: null, files: [] });
  await expect(findOwnRequest(api, { id, person: siti })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(findForOfficer(api, { id, by: by("oka") })).rejects.toMatchObject({
    code: "not-found",
  });
  for (const send of [saveDraft, submitRequest])
    await expect(send(api, { ...asked, content: place })).rejects.toMatchObject({
      code: "request-withdrawn",
    });
});

test("the same key is the same request, and nothing else; of many at once all get it", async () => {
  const { api, asked } = world();
  const all = await Promise.all(
    Array.from({ length: 10 }, () => submitRequest(api, { ...asked, content: place })),
  );
  expect(new Set(all.map(({ version }) => version))).toEqual(new Set([1]));
  await expect(submitRequest(api, { ...asked, content: degree })).rejects.toMatchObject({
    code: "request-mismatch",
  });
});

test("an answer or a withdrawal is of what the page showed; the same one again is done already", async () => {
  const { api, asked, id, decide, revise, version } = world();
  await submitRequest(api, { ...asked, content: place });
  const first = await version();
  await decide("oka", { act: "clarify", ...said });
  await expect(revise(place, first)).rejects.toMatchObject({ code: "request-moved" });
  const seen = await version();
  const answered = await revise(content({ birthPlace: "Kuningan" }));
  expect(await revise(content({ birthPlace: "Kuningan" }), seen)).toEqual(answered);
  await expect(revise(content({ birthPlace: "Brebes" }), seen)).rejects.toMatchObject({
    code: "request-moved",
  });
  await expect(withdrawRequest(api, { id, person: siti, version: seen })).rejects.toMatchObject({
    code: "request-moved",
  });
  const own = { id, person: siti, version: await version() };
  const gone = await Promise.all([1, 2, 3].map(() => withdrawRequest(api, own)));
  expect(gone.map(({ state }) => state)).toEqual(["withdrawn", "withdrawn", "withdrawn"]);
});

test("who decided once, because time was over, is told what became of it and reads nothing later", async () => {
  const { api, asked, id, by, decide, clock, employees } = world();
  await submitRequest(api, { ...asked, content: degree });
  await expect(decide("wati", { act: "agree" })).rejects.toMatchObject({ code: "not-found" });
  clock.advance({ hours: 49 });
  expect(await decide("wati", { act: "agree" })).toMatchObject({
    request: { place: 1 },
    person: { id: siti.id },
  });
  await expect(findForOfficer(api, { id, by: by("wati") })).rejects.toMatchObject({
    code: "not-found",
  });
  await decide("tuti", { act: "reject", ...said });
  await change(employees, siti, { unitKerja: "Dinas C" }, clock);
  const ofUnitA = { ...by("wati"), roles: [aGrant("petugas", { unitKerja: "Dinas A" })] };
  await expect(findForOfficer(api, { id, by: ofUnitA })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("who works elsewhere by now is decided there, also when it is a no, and strangers move nothing", async () => {
  const { api, asked, id, by, decide, clock, employees, requests } = world();
  await submitRequest(api, { ...asked, content: degree });
  await decide("oka", { act: "agree" });
  await change(employees, siti, { unitKerja: "Dinas B" }, clock);
  const stranger = { ...by("wati"), instansiId: "ins_lain" };
  await expect(findForOfficer(api, { id, by: stranger })).rejects.toMatchObject({
    code: "not-found",
  });
  expect(await requests.find(id)).toMatchObject({ place: 1, unitKerja: "Dinas A" });
  await expect(decide("tuti", { act: "reject", ...said })).rejects.toMatchObject({
    code: "request-moved",
  });
  expect(await requests.find(id)).toMatchObject({ place: 0, agreed: [], unitKerja: "Dinas B" });
});

test("what was asked through a frozen account is agreed to by nobody, and stays until it is opened again", async () => {
  const { api, asked, decide, employees, freeze } = world();
  await submitRequest(api, { ...asked, content: place });
  await freeze(true);
  for (const decision of [{ act: "agree" }, { act: "clarify", ...said }] as const)
    await expect(decide("oka", decision)).rejects.toMatchObject({ code: "request-held" });
  expect((await decide("oka", { act: "take" })).request.state).toBe("verifying");
  expect((await employees.find(siti.id))?.birthPlace).toBe(siti.birthPlace);

  await freeze(false);
  expect((await decide("oka", { act: "agree" })).request.state).toBe("approved");
  expect((await employees.find(siti.id))?.birthPlace).toBe("Cirebon");
});

test("an officer may reject what was asked through a frozen account", async () => {
  const { api, asked, decide, freeze } = world();
  await submitRequest(api, { ...asked, content: degree });
  await freeze(true);

  expect((await decide("oka", { act: "reject", ...said })).request.state).toBe("rejected");
});

test("a freeze at the moment of the agreement is first: nothing is carried out", async () => {
  const { api, asked, decide, employees, freeze } = world();
  await submitRequest(api, { ...asked, content: place });
  const { isFrozen } = api.freezes;
  api.freezes.isFrozen = async (person) => {
    const wasFrozen = await isFrozen(person);
    await freeze(true);
    return wasFrozen;
  };
  await expect(decide("oka", { act: "agree" })).rejects.toMatchObject({ code: "request-held" });
  expect((await employees.find(siti.id))?.birthPlace).toBe(siti.birthPlace);
});

test("no day of a question passes while its person cannot sign in, and they begin anew with the thaw", async () => {
  const { api, asked, id, decide, revise, clock, requests, freeze } = world();
  const clarifying = { state: "clarifying" };
  await submitRequest(api, { ...asked, content: place });
  await decide("oka", { act: "clarify", ...said });
  clock.advance({ days: 13 });
  await freeze(true);
  clock.advance({ days: 30 });
  expect(await findOwnRequest(api, { id, person: siti })).toMatchObject(clarifying);
  expect(await passDeadlines(api)).toBe(1);
  expect(await requests.find(id)).toMatchObject(clarifying);

  await freeze(false);
  const thawedAt = clock.now().getTime();
  clock.advance({ days: 13 });
  const { dueAt = "" } = await findOwnRequest(api, { id, person: siti });
  expect(Date.parse(dueAt) - thawedAt).toBe(14 * 86_400_000);
  expect(await passDeadlines(api)).toBe(0);
  expect((await revise(place)).state).toBe("revised");
});
